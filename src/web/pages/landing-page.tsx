import type { VNode } from 'preact';
import type { WrittenLanguage } from '../../wording/written/language.ts';
import { wordsIn } from '../words/in-language.ts';
import { Page } from './page.tsx';

interface LandingParts {
  language: WrittenLanguage;
  /** E.164, and as it is written. */
  line: { number: string; written: string };
  /** Where the simulated telephones are, on a machine that has no others. */
  deskUrl: string | null;
  /** Opens the bot; null while there is none. */
  chatUrl: string | null;
}

/** What this is, and where to go. */
export function LandingPage({ language, line, deskUrl, chatUrl }: LandingParts): VNode {
  const { landing } = wordsIn(language);
  return (
    <Page language={language} title={landing.title}>
      <h1>{landing.title}</h1>
      <p class="lead">{landing.lead}</p>
      <div class="sheet">
        <h2 class="soft">{landing.call}</h2>
        <a class="line" href={`tel:${line.number}`}>
          {line.written}
        </a>
      </div>
      <ol class="steps">
        {landing.steps.map((step) => (
          <li key={step.title}>
            <h2>{step.title}</h2>
            <p>{step.text}</p>
          </li>
        ))}
      </ol>
      {chatUrl && (
        <div class="sheet">
          <h2>{landing.coupons.title}</h2>
          <p>{landing.coupons.text}</p>
          <a href={chatUrl}>{landing.couponsGo}</a>
        </div>
      )}
      <footer>
        <p>
          {landing.shops} <a href="/shop">{landing.shopsLink}</a> · <a href="/terminal">{landing.scanner}</a>
        </p>
        {deskUrl && (
          <p>
            {landing.desk} <a href={deskUrl}>{landing.deskLink}</a>
          </p>
        )}
        <p>
          {landing.tills} <a href="/docs">{landing.tillsLink}</a>
        </p>
      </footer>
    </Page>
  );
}
