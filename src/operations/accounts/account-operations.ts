import type { ShopNames } from '../../core/messages/message-facts.ts';
import type { EntryFault, ShopEntry } from '../../core/shops/shop-entry.ts';

export interface AccountFacts {
  id: string;
  email: string;
  name: string;
  role: 'operator' | 'shop-owner';
  locale: string;
}

export interface AccountOperations {
  /** RC-01. Throttled per address and per caller, and per browser where it is known; `devices`: for it to keep; an unknown address costs the same time as a wrong password. */
  signInAccount(ask: {
    email: string;
    password: string;
    /** Where the request came from. */
    from: string;
    /** What the browser keeps of whom it signed in before. */
    devices?: string | undefined;
  }): Promise<
    | { kind: 'signed-in'; token: string; devices: string; account: AccountFacts }
    | { kind: 'wrong' }
    | { kind: 'closed'; until: Date }
  >;
  /** `renewed`: the token to use from now on; the old one is good for a moment more. */
  accountBySession(token: string): Promise<{ account: AccountFacts; renewed: string | null } | null>;
  signOutAccount(token: string): Promise<void>;
  /** RC-01, RC-03: an owner registers with the shop, which waits for the operator. */
  registerOwner(ask: {
    name: string;
    email: string;
    password: string;
    locale: string;
    shop: ShopEntry;
    from: string;
    devices?: string | undefined;
  }): Promise<
    | { kind: 'registered'; token: string; devices: string; account: AccountFacts }
    | { kind: 'faults'; faults: EntryFault[] }
    | { kind: 'closed'; until: Date }
  >;
  /**
   * Mails the owner of this address a link to a new password, good for half an hour. Nobody learns whether there is one:
   * an operator's address, an unknown one and one that was asked for too often get the same answer.
   */
  askPasswordLink(ask: {
    email: string;
    from: string;
  }): Promise<
    { kind: 'asked'; email: string } | { kind: 'faults'; faults: EntryFault[] } | { kind: 'closed'; until: Date }
  >;
  /** Whose password it renews. A link is void after half an hour, and once the password was changed. */
  showPasswordLink(token: string): Promise<{ kind: 'asking'; email: string } | { kind: 'unknown-link' }>;
  /** Ends every session of the account, forgives wrong passwords, tells the owner, and signs this browser in. */
  renewPassword(ask: {
    token: string;
    password: string;
    devices?: string | undefined;
  }): Promise<
    | { kind: 'signed-in'; token: string; devices: string; account: AccountFacts }
    | { kind: 'faults'; email: string; faults: EntryFault[] }
    | { kind: 'unknown-link' }
  >;
  chooseAccountLanguage(accountId: string, locale: string): Promise<void>;
  /** What the owner opens the bot with, to see the shop there too: good once, for ten minutes. */
  chatLink(accountId: string): Promise<string>;
  /**
   * The bot was opened with such a link: what it would do. `elsewhere`: the account has another chat now; `leaving`: the
   * shops whose news come to this chat now, and would no longer.
   */
  seeChatLink(ask: {
    userId: string;
    token: string;
  }): Promise<
    | { kind: 'asking'; shops: ShopNames[]; elsewhere: boolean; leaving: ShopNames[] | null }
    | { kind: 'linked'; shops: ShopNames[] }
    | { kind: 'unknown-link' }
    | { kind: 'sign-up-first' }
  >;
  /** After the answer was yes. */
  linkChat(ask: {
    userId: string;
    token: string;
  }): Promise<{ kind: 'linked'; shops: ShopNames[] } | { kind: 'unknown-link' } | { kind: 'sign-up-first' }>;
  /** The account whose owner writes to the bot as this customer. */
  accountOfCustomer(customerId: string): Promise<AccountFacts | null>;
}
