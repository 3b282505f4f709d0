import type { WrongPin } from '../members/member-operations.ts';

export type NewsBy = 'chat' | 'text' | 'email';

/** Who asks for coupons and holds them. `phone` was proved. */
export interface CustomerFacts {
  id: string;
  phone: string;
  name: string;
  locale: string;
  newsBy: NewsBy;
  email: string | null;
  /** With their card they can buy gift certificates. */
  memberId: string | null;
  /** A member's own PIN, or one that was chosen here. */
  hasPin: boolean;
}

/** Somebody who writes to the bot. */
export interface ChatUserFacts {
  /** The messenger's id in base 36. */
  id: string;
  name: string;
  locale: string;
  customer: CustomerFacts | null;
  /** What the bot keeps of the conversation, as it gave it. */
  talk: string | null;
}

export interface CustomerOperations {
  /** Whoever writes is known from then on, and gets messages again if they had blocked the bot. */
  meetChatUser(who: { id: string; name: string; locale: string }): Promise<ChatUserFacts>;
  /** `talk`: JSON of at most 4,000 characters, never a PIN; null forgets it. */
  rememberTalk(userId: string, talk: string | null): Promise<void>;
  /** The messenger told us that this user blocked the bot, or let it in again. */
  noteBlocked(userId: string, blocked: boolean): Promise<void>;

  /**
   * A group of the messenger that the bot is in; `first`: nothing was said there yet. `asked`: somebody there wants to
   * know the way to the bot; `asked-again` at most once a minute.
   */
  meetGroup(chat: string, asked: boolean): Promise<{ kind: 'first' | 'asked-again' | 'met' }>;

  /**
   * RC-01. By the user's own contact, which the messenger vouches for. A number that another chat user had goes over to
   * this one. Who is a member by that number is linked to the membership; buying asks for the PIN in any case.
   */
  signUpByContact(ask: {
    userId: string;
    phone: string;
    name: string;
  }): Promise<{ kind: 'signed-up' | 'welcome-back'; customer: CustomerFacts } | { kind: 'not-mobile' }>;
  /** RC-01. By member number and PIN; a code goes by text to the member's own telephone. */
  startLinking(ask: {
    userId: string;
    memberNumber: string;
    pin: string;
    attempt: string;
  }): Promise<{ kind: 'code-sent'; phone: string } | WrongPin>;
  /** The six digits of that text, within ten minutes; five wrong ones end it. */
  finishLinking(ask: {
    userId: string;
    code: string;
    attempt: string;
  }): Promise<{ kind: 'linked'; customer: CustomerFacts } | { kind: 'wrong-code' } | { kind: 'no-code' }>;

  chooseLanguage(userId: string, locale: 'ko' | 'en' | 'ja'): Promise<void>;
  /** Where coupons and news go. E-mail needs an address that was proved. */
  chooseNews(customerId: string, newsBy: NewsBy): Promise<{ kind: 'chosen' } | { kind: 'no-email' }>;
  /** Sends a link to the address; it counts once the link is opened. */
  askEmail(
    customerId: string,
    email: string,
  ): Promise<
    | { kind: 'link-sent' }
    | { kind: 'not-an-address' }
    | { kind: 'card-number' }
    | { kind: 'too-often'; most: number }
    | { kind: 'wants-no-mail' }
  >;
  /** What the link of that mail is good for. It is void once another address was confirmed. */
  showEmailProof(
    token: string,
  ): Promise<{ kind: 'asking' | 'confirmed'; email: string; locale: string } | { kind: 'unknown-link' }>;
  /** What the link of that mail carries. Opened twice, it says the same. */
  confirmEmail(token: string): Promise<{ kind: 'confirmed'; email: string; locale: string } | { kind: 'unknown-link' }>;
  /** For those who are no members: a PIN for strict coupons, and for tills. Members keep theirs. */
  choosePin(
    customerId: string,
    pin: string,
  ): Promise<{ kind: 'chosen' } | { kind: 'pin-format' } | { kind: 'is-member' }>;
  checkPin(ask: {
    customerId: string;
    pin: string;
    attempt: string;
  }): Promise<{ kind: 'right' } | { kind: 'no-pin' } | WrongPin>;
}
