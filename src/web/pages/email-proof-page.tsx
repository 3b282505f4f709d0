import type { VNode } from 'preact';
import type { WrittenLanguage } from '../../wording/written/language.ts';
import { wordsIn } from '../words/in-language.ts';
import { Page } from './page.tsx';

interface EmailProofParts {
  language: WrittenLanguage;
  /** The token, while it is still to be confirmed. */
  asking: string | null;
  /** Null: the link is void. */
  address: string | null;
}

export function EmailProofPage({ language, asking, address }: EmailProofParts): VNode {
  const { emailProof } = wordsIn(language);
  const { title, text } = emailProof[address === null ? 'gone' : asking === null ? 'proved' : 'asking'];
  return (
    <Page language={language} title={title}>
      <h1 class="heading">{title}</h1>
      <form class="sheet" method="post" action={asking === null ? undefined : `/e/${asking}`}>
        {address !== null && (
          <p>
            <strong>{address}</strong>
          </p>
        )}
        <p>{text}</p>
        {asking !== null && (
          <button class="button" type="submit">
            {emailProof.button}
          </button>
        )}
      </form>
    </Page>
  );
}
