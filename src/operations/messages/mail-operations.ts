/** What the link at the foot of a mail is for. */
export interface MailOperations {
  /** Whether mail goes to the link's address. */
  showMailChoice(
    token: string,
  ): Promise<{ kind: 'choice'; address: string; stopped: boolean; newsBy: NewsBy } | { kind: 'unknown-link' }>;
  /** Nothing more goes there from now on; asked again, it stays so. A customer's news goes by chat or text instead. */
  stopMail(token: string): Promise<MailChoice>;
  /** And a customer's news goes there again. */
  resumeMail(token: string): Promise<MailChoice>;
}

type MailChoice = { kind: 'stopped' | 'resumed'; address: string; newsBy: NewsBy } | { kind: 'unknown-link' };

/** Where the news of the address's customer goes now; null: it is no customer's. */
type NewsBy = 'chat' | 'text' | 'email' | null;
