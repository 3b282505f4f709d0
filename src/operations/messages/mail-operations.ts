/** What the link at the foot of a mail is for. */
export interface MailOperations {
  /** Whether mail goes to the link's address. */
  showMailChoice(
    token: string,
  ): Promise<{ kind: 'choice'; address: string; stopped: boolean } | { kind: 'unknown-link' }>;
  /** Nothing more goes there from now on; asked again, it stays so. */
  stopMail(token: string): Promise<MailChoice>;
  resumeMail(token: string): Promise<MailChoice>;
}

type MailChoice = { kind: 'stopped' | 'resumed'; address: string } | { kind: 'unknown-link' };
