import type { Telegram } from 'telegraf';
import type { WrittenLanguage } from '../../wording/written/language.ts';
import { html, within } from '../html.ts';
import type { Answer, Button, Screen } from '../screen.ts';
import { commandsIn } from './commands.ts';
import type { PressedMessage } from './incoming.ts';
import { isBlocked, isGone, isRefusedForGood, isTooOld, isUnchanged } from './refusals.ts';

/** https://core.telegram.org/bots/api#sendmessage and #sendphoto: characters after the marks are read. */
const mostText = 4_096;
const mostCaption = 1_024;
/** https://core.telegram.org/bots/api#answercallbackquery */
const mostToast = 200;

export interface Place {
  telegram: Telegram;
  chatId: number;
  /** Whose button was pressed, where that can be edited. */
  pressed: PressedMessage | null;
  queryId: string | null;
  /** What was typed. */
  typedId: number | null;
}

/** Shows an answer in the chat. A user who blocked the bot meanwhile is answered with `blocked`. */
export async function deliver(place: Place, answer: Answer): Promise<'shown' | 'blocked'> {
  try {
    await say(place, answer);
    for (const [i, screen] of answer.screens.entries()) {
      const there = i === 0 && answer.place !== 'below';
      if (!(there && (await edited(place, screen)))) await sent(place, screen);
    }
    if (answer.menu) await writeMenu(place, answer.menu);
    if (answer.hide && place.typedId !== null) await takenOut(place, place.typedId);
    return 'shown';
  } catch (error) {
    if (isBlocked(error)) return 'blocked';
    throw error;
  }
}

/** Each press is answered, or the button would go on turning; one that is too old to be answered has stopped. */
async function say({ telegram, queryId }: Place, { toast, alert }: Answer): Promise<void> {
  if (queryId === null) return;
  const text = toast && within(html`${toast}`, mostToast) && toast.slice(0, mostToast);
  await telegram.answerCbQuery(queryId, text || undefined, alert ? { show_alert: true } : {}).catch(unless(isTooOld));
}

const unless =
  (expected: (error: unknown) => boolean) =>
  (error: unknown): void => {
    if (!expected(error)) throw error;
  };

/** Whether the screen stands in the place of what was pressed. */
async function edited({ telegram, chatId, pressed }: Place, screen: Screen): Promise<boolean> {
  if (!pressed || pressed.isPicture || screen.photo || screen.contactKey) return false;
  try {
    await telegram.editMessageText(chatId, pressed.id, undefined, within(screen.text, mostText).markup, {
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
      reply_markup: inline(screen.buttons ?? []),
    });
    return true;
  } catch (error) {
    if (isUnchanged(error)) return true;
    if (isGone(error)) return false;
    throw error;
  }
}

async function sent(place: Place, screen: Screen): Promise<void> {
  const { telegram, chatId } = place;
  const picture = screen.photo && (await screen.photo());
  const markup = markupOf(screen);
  if (picture) {
    const caption = within(screen.text, mostCaption).markup;
    const more = { caption, parse_mode: 'HTML' as const, ...markup };
    await telegram.sendPhoto(chatId, { source: picture, filename: 'giftline.png' }, more);
    return;
  }
  await telegram.sendMessage(chatId, within(screen.text, mostText).markup, {
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
    ...markup,
  });
}

/** The list of commands, in the language that was chosen here, which need not be the messenger's own. */
const writeMenu = ({ telegram, chatId }: Place, language: WrittenLanguage): Promise<unknown> =>
  telegram
    .setMyCommands(commandsIn(language), { scope: { type: 'chat', chat_id: chatId } })
    .catch(unless(isRefusedForGood));

/** What was typed may be gone already: its writer may take it out too. */
const takenOut = ({ telegram, chatId }: Place, id: number): Promise<unknown> =>
  telegram.deleteMessage(chatId, id).catch(unless(isGone));

function markupOf({ buttons, contactKey }: Screen) {
  if (contactKey === 'away') return { reply_markup: { remove_keyboard: true as const } };
  if (contactKey !== undefined) {
    const keyboard = [[{ text: contactKey, request_contact: true as const }]];
    return { reply_markup: { keyboard, resize_keyboard: true, one_time_keyboard: true } };
  }
  return buttons && buttons.length > 0 ? { reply_markup: inline(buttons) } : {};
}

const inline = (buttons: Button[][]) => ({
  inline_keyboard: buttons.map((row) =>
    row.map((one) => ('url' in one ? one : { text: one.text, callback_data: one.data })),
  ),
});
