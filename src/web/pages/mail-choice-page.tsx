import type { VNode } from 'preact';
import type { WrittenLanguage } from '../../wording/written/language.ts';
import { wordsIn } from '../words/in-language.ts';
import { Page } from './page.tsx';

export interface MailChoiceParts {
  language: WrittenLanguage;
  token: string;
  address: string;
  stopped: boolean;
  /** Where the customer's news goes now; null: it is no customer's address. */
  newsBy: 'chat' | 'text' | 'email' | null;
}

/** Asks before mail stops: programs that look at every link of a mail must not stop it. Afterwards: the way back. */
export function MailChoicePage({ language, token, address, stopped, newsBy }: MailChoiceParts): VNode {
  const { mail } = wordsIn(language);
  const { title, text, button } = stopped ? mail.stopped : mail.going;
  return (
    <Page language={language} title={title}>
      <h1 class="heading">{title}</h1>
      <form class="sheet" method="post" action={`/u/${token}${stopped ? '/again' : ''}`}>
        <p>
          <strong>{address}</strong>
        </p>
        <p>{text}</p>
        {stopped && (newsBy === 'chat' || newsBy === 'text') && <p>{mail.instead[newsBy]}</p>}
        <button class="button" type="submit">
          {button}
        </button>
      </form>
    </Page>
  );
}
