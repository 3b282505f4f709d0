import { Unanswered } from '../../operations/ports.ts';
import type { MessageSender, TextToSend } from '../../outbox/message-sender.ts';
import type { OpenTwilio } from './open-later.ts';
import { answerIn, outcomeOf } from './refusal.ts';

const mostLookedAt = 200;
/** A message that came to nothing is not the one that was sent; as when our picture could not be fetched from us. */
const cameToNothing: readonly string[] = ['failed', 'undelivered', 'canceled'];

export interface TextSettings {
  messageNumber: string;
  /** Origin that status callbacks reach us by. */
  publicUrl: string;
}

export function twilioSender(open: OpenTwilio, { messageNumber, publicUrl }: TextSettings): MessageSender<TextToSend> {
  return {
    async send({ messageId, to, body, mediaUrl }) {
      try {
        const { messages } = await open();
        const sent = await messages.create({
          to,
          from: messageNumber,
          body,
          ...(mediaUrl ? { mediaUrl: [mediaUrl] } : {}),
          statusCallback: `${publicUrl}/sms/status?message=${messageId}`,
        });
        return { kind: 'sent', providerId: sent.sid };
      } catch (error) {
        return outcomeOf(error);
      }
    },

    async statusOf(providerId) {
      try {
        const { messages } = await open();
        const { status, errorCode } = await messages(providerId).fetch();
        return { status, errorCode: errorCode === null || errorCode === undefined ? null : String(errorCode) };
      } catch (error) {
        if (answerIn(error).status === 404) return null;
        throw new Unanswered('the phone network did not say what became of a message', { cause: error });
      }
    },

    /** Creating a message is not idempotent at Twilio: after a lost answer, the list of what was sent is read. */
    async find({ to, body, since, exclude = [] }) {
      try {
        const { messages } = await open();
        const sent = await messages.list({ to, from: messageNumber, dateSentAfter: since, limit: mostLookedAt });
        const same = sent.filter((message) => message.body === body && !exclude.includes(message.sid));
        return same.find(({ status }) => !cameToNothing.includes(status))?.sid ?? null;
      } catch (error) {
        throw new Unanswered('the phone network did not say what was sent', { cause: error });
      }
    },
  };
}
