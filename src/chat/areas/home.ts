import { toButtonData } from '../../core/chat/button.ts';
import { isLanguage, writtenLanguages } from '../../wording/written/language.ts';
import { type Html, lines } from '../html.ts';
import { type Answer, type Button, button, inRows, type Screen, show, toast } from '../screen.ts';
import type { Area, Turn } from '../turn.ts';
import { chatWords } from '../words/words.ts';

/** Where everything begins. Who has signed up is greeted by name, and hears of what waits for them. */
export async function homeScreen(turn: Turn): Promise<Screen> {
  const { operations, customer, words, pen } = turn;
  const { labels, menu } = words.conversation;
  const rows: Button[][] = [];
  if (customer) {
    const waiting = await operations.giftsFor(customer.phone);
    if (waiting.length > 0) rows.push([button(words.gifts.waiting(waiting.length), 'gifts')]);
  }
  rows.push(
    [button(labels.shops, 'trades'), button(labels.search, 'search')],
    [button(labels.offers, 'offers'), button(labels.wallet, 'wallet')],
    [button(labels.buy, 'buy'), button(labels.requests, 'requests')],
  );
  if (!customer) rows.push([button(labels.signUp, 'sign-up'), button(labels.language, 'language')]);
  else rows.push([button(labels.history, 'history'), button(labels.settings, 'settings')]);
  if (customer && (await operations.accountOfCustomer(customer.id))) rows.push([button(labels.ownShops, 'own-shops')]);
  return { text: menu(pen.name(customer?.name ?? '')), buttons: rows };
}

/** The way back, below what is shown. */
export const homeRow = ({ words }: Turn): Button[] => [button(words.conversation.labels.home, 'home')];

/** Something that is answered by typing, with a way out. */
export const question = (turn: Turn, ...text: (Html | false)[]): Screen => ({
  text: lines(...text),
  buttons: [[button(turn.words.conversation.labels.cancel, 'cancel')]],
});

/** A shop that is closed, or not approved, or never was. */
export const shopGone = (turn: Turn): Answer => show({ text: turn.words.browsing.gone, buttons: [homeRow(turn)] });

/** /start without anything behind it. */
export async function hello(turn: Turn): Promise<Answer> {
  const home = await homeScreen(turn);
  return turn.customer ? show(home) : show({ text: turn.words.conversation.hello }, home);
}

async function giveUp(turn: Turn): Promise<Answer> {
  const { talk, words } = turn;
  // The key that shares one's number goes away with the question.
  const key = talk && 'next' in talk ? ({ contactKey: 'away' } as const) : {};
  return { screens: [{ text: words.conversation.cancelled, ...key }, await homeScreen(turn)], talk: 'nothing' };
}

const own = { ko: '한국어', en: 'English', ja: '日本語' } as const;

const languageScreen = (turn: Turn): Screen => ({
  text: turn.words.conversation.chooseLanguage,
  buttons: [
    inRows(
      writtenLanguages.map((language) => button(own[language], 'say', language)),
      3,
    ).flat(),
    homeRow(turn),
  ],
});

export const home: Area = {
  presses: {
    home: async (turn) => show(await homeScreen(turn)),
    help: (turn) => show({ text: turn.words.conversation.help(turn.line), buttons: [homeRow(turn)] }),
    // A purchase that holds money has a button of its own: this one stands below an older question.
    cancel: (turn) => (turn.talk && 'holdId' in turn.talk ? toast(turn.words.conversation.oldButton) : giveUp(turn)),
    /** Typed, and so about what is talked of now. Money that is held is let go, which is told in other words. */
    'give-up': (turn) => {
      const { talk } = turn;
      if (talk && 'holdId' in talk) return { screens: [], talk: 'same', goOn: toButtonData('buy-stop', talk.holdId) };
      return giveUp(turn);
    },
    language: (turn) => show(languageScreen(turn)),
    say: async (turn, language) => {
      if (language === null || !isLanguage(language)) {
        return { screens: [], toast: turn.words.conversation.oldButton };
      }
      await turn.operations.chooseLanguage(turn.user.id, language);
      // What comes next is said in the language that was just chosen.
      const { languageChosen } = chatWords[language].conversation;
      return { screens: [], toast: languageChosen, menu: language, goOn: toButtonData('home') };
    },
  },
};
