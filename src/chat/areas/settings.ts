import { toButtonData } from '../../core/chat/button.ts';
import type { NewsBy } from '../../operations/customers/customer-operations.ts';
import { type Html, html, lines } from '../html.ts';
import { nationalPhone } from '../national-phone.ts';
import { type Answer, button, type Screen, show } from '../screen.ts';
import type { Area, CustomerTurn } from '../turn.ts';
import { homeRow, question } from './home.ts';
import { hidden, withPin } from './pin.ts';
import { signedUp } from './signing-up.ts';

const ways = ['chat', 'text', 'email'] as const satisfies readonly NewsBy[];

function settingsScreen({ customer, words, ...turn }: CustomerTurn): Screen {
  const { settings, conversation, signingUp } = words;
  const { newsBy } = settings;
  return {
    text: lines(
      html`⚙️ <b>${settings.title}</b>`,
      settings.phone(nationalPhone(customer.phone)),
      customer.memberId !== null && settings.member,
      settings.news(newsBy[customer.newsBy]),
      settings.email(customer.email),
      settings.pin(customer.hasPin),
    ),
    buttons: [
      ways.map((way) => button(settings.newsButton(newsBy[way], way === customer.newsBy), 'news', way)),
      [button(settings.emailButton, 'email'), button(settings.pinButton(customer.hasPin), 'pin')],
      [
        button(conversation.labels.language, 'language'),
        ...(customer.memberId === null ? [button(signingUp.linkButton, 'link')] : []),
      ],
      homeRow({ words, ...turn, customer }),
    ],
  };
}

/** A PIN of one's own, asked for because it is needed now or because somebody wants another one. */
export function askNewPin(turn: CustomerTurn, next: string | null, because?: Html): Answer {
  const { settings } = turn.words;
  const step = { step: 'new-pin', next } as const;
  return { screens: [question(turn, because ?? false, settings.askNewPin)], talk: step };
}

export const settings: Area = {
  presses: {
    settings: (turn) => signedUp(turn, 'settings', (known) => show(settingsScreen(known))),
    news: (turn, way) => signedUp(turn, 'settings', (known) => chooseNews(known, way)),
    email: (turn) =>
      signedUp(turn, 'settings', (known) => ({
        screens: [question(known, known.words.settings.askEmail)],
        talk: { step: 'email' },
      })),
    pin: (turn) =>
      signedUp(turn, 'settings', (known) => {
        const { memberPin, askOldPin } = known.words.settings;
        if (known.customer.memberId !== null) return show({ text: memberPin, buttons: [homeRow(known)] });
        if (!known.customer.hasPin) return askNewPin(known, null);
        return { screens: [question(known, askOldPin)], talk: { step: 'old-pin' } };
      }),
    // Below a coupon that wants a PIN at the till (EC-03); leads back to it.
    'make-pin': (turn, voucherId) =>
      signedUp(turn, toButtonData('make-pin', voucherId), (known) => {
        const next = toButtonData('voucher', voucherId);
        if (known.customer.hasPin) return { screens: [], goOn: next };
        return askNewPin(known, next, known.words.settings.pinAtShop);
      }),
  },
  typed: {
    email: (turn, typed) => signedUp(turn, 'settings', (known) => askEmail(known, typed)),
    'old-pin': (turn, typed) =>
      signedUp(turn, 'settings', (known) => withPin(known, typed, (pin) => takeOldPin(known, pin))),
    'new-pin': (turn, typed, { next }) =>
      signedUp(turn, 'settings', (known) => withPin(known, typed, (pin) => takeNewPin(known, pin, next))),
  },
};

async function takeOldPin(turn: CustomerTurn, pin: string): Promise<Answer> {
  const { operations, customer, attempt, words, pen } = turn;
  const { conversation } = words;
  const outcome = await operations.checkPin({ customerId: customer.id, pin, attempt });
  switch (outcome.kind) {
    case 'right':
    case 'no-pin':
      return hidden(turn, askNewPin(turn, null));
    case 'wrong-pin':
      return hidden(turn, { screens: [question(turn, conversation.wrongPin)], talk: 'same' });
    case 'closed': {
      const text = conversation.closedUntil(pen.moment(outcome.until));
      return hidden(turn, show({ text, buttons: [homeRow(turn)] }));
    }
  }
}

async function takeNewPin(turn: CustomerTurn, pin: string, next: string | null): Promise<Answer> {
  const { operations, customer, words } = turn;
  const { conversation, settings } = words;
  const outcome = await operations.choosePin(customer.id, pin);
  switch (outcome.kind) {
    case 'chosen':
      return hidden(turn, { screens: [{ text: settings.pinChosen }], goOn: next ?? 'settings' });
    case 'pin-format':
      return hidden(turn, { screens: [question(turn, conversation.fourToSix)], talk: 'same' });
    case 'is-member':
      return hidden(turn, show({ text: settings.memberPin, buttons: [homeRow(turn)] }));
  }
}

async function chooseNews(turn: CustomerTurn, way: string | null): Promise<Answer> {
  const { operations, customer, words } = turn;
  const { settings, conversation } = words;
  const newsBy = ways.find((one) => one === way);
  if (!newsBy) return { screens: [], toast: conversation.oldButton };
  const outcome = await operations.chooseNews(customer.id, newsBy);
  if (outcome.kind === 'no-email') {
    return { screens: [question(turn, settings.emailFirst, settings.askEmail)], talk: { step: 'email' } };
  }
  const screen = settingsScreen({ ...turn, customer: { ...customer, newsBy } });
  return { screens: [screen], toast: settings.newsChosen(settings.newsBy[newsBy]) };
}

async function askEmail(turn: CustomerTurn, typed: string): Promise<Answer> {
  const { operations, customer, words } = turn;
  const { settings } = words;
  const address = typed.trim();
  const outcome = await operations.askEmail(customer.id, address);
  switch (outcome.kind) {
    case 'link-sent':
      return show({ text: settings.emailSent(address), buttons: [homeRow(turn)] });
    case 'card-number':
      return { screens: [question(turn, words.conversation.cannotKeep['card-number'])], hide: true, talk: 'same' };
    case 'not-an-address':
      return { screens: [question(turn, settings.notAnAddress)], talk: 'same' };
    case 'wants-no-mail':
      return { screens: [question(turn, settings.wantsNoMail(address))], talk: 'same' };
    case 'too-often':
      return show({ text: settings.mailsSpent(outcome.most), buttons: [homeRow(turn)] });
  }
}
