import { cardCustomers, subscribers } from '../people.ts';
import { toBubble, toChatFacts } from './chat-view.ts';
import type { LiveFacts, LiveItem } from './live-view.ts';
import { toMailLine } from './mail-desk.ts';
import type { Parties } from './parties.ts';
import { toPhoneMessage } from './phone-desk.ts';
import type { Voicemail } from './voicemail.ts';

/** The newest of each kind; older ones leave the page. */
const shown = {
  call: 40,
  message: 200,
  mail: 200,
  chatMessage: 200,
  payment: 60,
  refund: 60,
  webhook: 80,
  request: 80,
} as const;

/** Gives each thing a number of its own at first sight. */
export class Sights {
  readonly #seqs = new WeakMap<object, number>();
  #last = 0;

  seqOf(thing: object): number {
    const known = this.#seqs.get(thing);
    if (known !== undefined) return known;
    this.#last += 1;
    this.#seqs.set(thing, this.#last);
    return this.#last;
  }
}

const isoOf = (seconds: number): string => new Date(seconds * 1_000).toISOString();

function* factsOf(parties: Parties, voicemail: Voicemail): Generator<[thing: object, facts: LiveFacts]> {
  const { world, phoneNetwork, cardCompany, messenger, mailbox } = parties;
  const oldestFirst = <T>(newest: T[], limit: number) => newest.slice(0, limit).reverse();
  for (const call of oldestFirst(phoneNetwork.calls.newestFirst(), shown.call)) {
    yield [call, { kind: 'call', at: call.createdAt.toISOString(), ...call.record() }];
  }
  for (const message of oldestFirst(phoneNetwork.messages.newestFirst(), shown.message)) {
    yield [message, { kind: 'message', ...toPhoneMessage(phoneNetwork.messages, message) }];
  }
  for (const mail of oldestFirst(mailbox.mails.newestFirst(), shown.mail)) {
    yield [mail, { kind: 'mail', ...toMailLine(mail) }];
  }
  for (const { number } of subscribers) {
    const user = messenger.book.findUser(number);
    const chat = user && messenger.book.chatWith(user);
    if (chat) yield [chat, { kind: 'chat', ...toChatFacts(messenger, chat, user) }];
  }
  for (const message of oldestFirst(messenger.book.newestFirst(shown.chatMessage), shown.chatMessage)) {
    yield [message, { kind: 'chat-message', ...toBubble(message) }];
  }
  for (const intent of oldestFirst(cardCompany.intents.newestFirst(), shown.payment)) {
    const holder = cardCustomers.find(({ customer }) => customer === intent.customer)?.phone ?? null;
    const { id, amount, currency, status } = intent;
    yield [intent, { kind: 'payment', id, holder, amount, currency, status, at: isoOf(intent.created) }];
  }
  for (const refund of oldestFirst(cardCompany.refunds.newestFirst(), shown.refund)) {
    const { id, amount, currency, status, payment_intent: payment } = refund;
    yield [refund, { kind: 'refund', id, payment, amount, currency, status, at: isoOf(refund.created) }];
  }
  for (const delivery of world.deliveries.all().slice(-shown.webhook))
    yield [delivery, { kind: 'webhook', ...delivery }];
  for (const request of world.requests.list().slice(-shown.request)) {
    const { at, party, method, path, status, fault } = request;
    yield [request, { kind: 'request', at, party, method, path, status, fault }];
  }
  for (const fault of world.faults.list()) yield [fault, { kind: 'fault', fault }];
  yield [voicemail, { kind: 'voicemail', on: voicemail.on }];
}

/** Everything that a page shows, by a key that stays the same as long as the thing exists. */
export function liveSnapshot(parties: Parties, voicemail: Voicemail, sights: Sights): Map<string, LiveItem> {
  const items = new Map<string, LiveItem>();
  for (const [thing, facts] of factsOf(parties, voicemail)) {
    const seq = sights.seqOf(thing);
    items.set(`${facts.kind} ${seq}`, { seq, ...facts });
  }
  return items;
}
