import type { VNode } from 'preact';
import { numberGroups } from '../../core/certificates/certificate.ts';
import type { CertificatePage } from '../../operations/certificates/certificate-operations.ts';
import { writtenAmount } from '../../wording/written/amounts.ts';
import { dateWriter } from '../../wording/written/dates.ts';
import type { WrittenLanguage } from '../../wording/written/language.ts';
import { shopNameIn } from '../../wording/written/language.ts';
import { shortName } from '../../wording/written/names.ts';
import { wordsIn } from '../words/in-language.ts';
import { Greeting } from './greeting.tsx';
import { MOST_ON_PAGES, Page } from './page.tsx';
import { SaveAndPrint } from './save-and-print.tsx';

export interface CertificateView {
  certificate: CertificatePage;
  token: string;
  language: WrittenLanguage;
  timeZone: string;
}

/** What a holder sees of the certificate (GC-11). `script`: address of what the print button needs, or null. */
export function HeldCertificate(view: CertificateView & { script: string | null }): VNode {
  const { certificate, token, language, script } = view;
  const { certificate: words, gift } = wordsIn(language);
  const shop = shortName(shopNameIn(language, certificate.shop), MOST_ON_PAGES);
  const usable = certificate.state === 'active';
  const unused = usable && certificate.balance.minor === certificate.issued.minor;
  return (
    <Page language={language} title={shop} wide={usable} script={script}>
      <div class="heading">
        <p class="soft">{words.title}</p>
        <h1>{shop}</h1>
      </div>
      <div class="columns">
        {usable && <Card {...view} shop={shop} />}
        <div>
          <Balance {...view} />
          <Facts {...view} shop={shop} />
          <Uses {...view} shop={shop} />
          {certificate.hasGreeting && <Greeting label={gift.greeting} source={`/w/${token}/greeting`} />}
          {unused && (
            <a class="quiet" href={`/w/${token}/return`}>
              {words.toReturn}
            </a>
          )}
        </div>
      </div>
    </Page>
  );
}

function Card({ certificate, token, language, shop }: CertificateView & { shop: string }): VNode {
  const { certificate: words } = wordsIn(language);
  const number = numberGroups(certificate.number).join(' ');
  const source = `/w/${token}/card.png?language=${language}`;
  return (
    <div>
      <figure class="figure">
        <img class="card" src={source} alt={words.picture(shop, number)} width={720} height={1160} />
        <figcaption>{words.howTo}</figcaption>
      </figure>
      <SaveAndPrint source={source} file="certificate.png" language={language} />
    </div>
  );
}

function Balance({ certificate, language }: CertificateView): VNode {
  const { certificate: words } = wordsIn(language);
  const { state, balance, issued } = certificate;
  return (
    <section class="sheet balance">
      <div>
        <p class="soft">{words.left}</p>
        <p class="amount">{writtenAmount(balance, language)}</p>
        {balance.minor !== issued.minor && <p class="soft">{words.of(writtenAmount(issued, language))}</p>}
      </div>
      <p class={state === 'active' ? 'pill' : 'pill over'}>{words.states[state]}</p>
    </section>
  );
}

function Facts({ certificate, language, timeZone, shop }: CertificateView & { shop: string }): VNode {
  const { certificate: words } = wordsIn(language);
  return (
    <section class="sheet">
      <dl>
        <dt>{words.number}</dt>
        <dd class="number">{numberGroups(certificate.number).join(' ')}</dd>
        <dt>{words.validity}</dt>
        <dd>{words.until(dateWriter(language, timeZone).lastDay(certificate.expiresAt))}</dd>
        <dt>{words.shop}</dt>
        <dd>{shop}</dd>
        <dt>{words.from}</dt>
        <dd>{shortName(certificate.buyerName)}</dd>
      </dl>
    </section>
  );
}

function Uses({ certificate, language, timeZone, shop }: CertificateView & { shop: string }): VNode {
  const { certificate: words } = wordsIn(language);
  const dates = dateWriter(language, timeZone);
  return (
    <section class="sheet" aria-labelledby="uses">
      <h2 id="uses">{words.uses}</h2>
      {certificate.uses.length === 0 ? (
        <p class="soft">{words.noUses}</p>
      ) : (
        <ul class="uses">
          {certificate.uses.map((use) => (
            <li key={use.at.toISOString()} class={use.rolledBackAt ? 'undone' : undefined}>
              <span>
                <time datetime={use.at.toISOString()}>{dates.moment(use.at)}</time> {shop}
              </span>
              {use.rolledBackAt ? (
                <span>
                  <s>{writtenAmount(use.amount, language)}</s> {words.rolledBack}
                </span>
              ) : (
                <strong>{`−${writtenAmount(use.amount, language)}`}</strong>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
