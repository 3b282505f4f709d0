import type { ChatToSend, MessageSender } from '../../outbox/message-sender.ts';
import type { OpenTelegram } from './open-later.ts';
import { outcomeOf } from './refusal.ts';

/** The client itself would wait for 500 seconds. */
const timeoutMs = 13_000;
/** https://core.telegram.org/bots/api#sendphoto */
const longestCaption = 1_024;

/**
 * Messages to people who wrote to our bot. Telegram cannot be asked what was sent: after a lost answer the outbox sends
 * once more, and a picture that came twice is worth no more than one.
 */
export function telegramSender(open: OpenTelegram): MessageSender<ChatToSend> {
  return {
    async send(message) {
      try {
        const telegram = await open();
        const options = { signal: AbortSignal.timeout(timeoutMs) as never };
        const photo = photoIn(message);
        const sent = photo
          ? await telegram.callApi('sendPhoto', { ...addressed(message), ...photo }, options)
          : await telegram.callApi('sendMessage', { ...addressed(message), ...wordsIn(message) }, options);
        return { kind: 'sent', providerId: providerIdOf(message.to, sent.message_id) };
      } catch (error) {
        return outcomeOf(error);
      }
    },
  };
}

/** Messages are numbered for each chat. In base 36, so that it is no run of digits. */
const providerIdOf = (user: string, messageId: number): string => `${user}.${messageId.toString(36)}`;

function addressed({ to, buttons }: ChatToSend) {
  const inline_keyboard = buttons.map(({ label, data }) => [{ text: label, callback_data: data }]);
  return { chat_id: Number.parseInt(to, 36), ...(buttons.length > 0 && { reply_markup: { inline_keyboard } }) };
}

/** Words that a picture cannot carry go alone. */
function photoIn({ body, picture }: ChatToSend) {
  if (!picture || body.length > longestCaption) return null;
  const filename = picture.type === 'image/png' ? 'card.png' : 'card.jpg';
  return { photo: { source: picture.bytes, filename }, caption: body };
}

/** Without a parse mode: what somebody is called is shown as it stands. A preview would have Telegram open the page. */
const wordsIn = ({ body }: ChatToSend) => ({ text: body, link_preview_options: { is_disabled: true } });
