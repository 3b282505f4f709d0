import type { VNode } from 'preact';
import { writtenAmount } from '../../wording/written/amounts.ts';
import { dateWriter } from '../../wording/written/dates.ts';
import { shopNameIn } from '../../wording/written/language.ts';
import { shortName } from '../../wording/written/names.ts';
import { wordsIn } from '../words/in-language.ts';
import type { CertificateView } from './certificate-page.tsx';
import { MOST_ON_PAGES, Page } from './page.tsx';
import { Alarm, PinField } from './pin-field.tsx';

export type ReturnFault = { kind: 'wrong-pin' } | { kind: 'closed'; until: Date };

/** Asks for the PIN before an unused certificate goes back (GC-16). */
export function ReturnPage({
  certificate,
  token,
  language,
  timeZone,
  fault,
}: CertificateView & { fault?: ReturnFault }): VNode {
  const { certificate: words, gift, pin } = wordsIn(language);
  const closedUntil = fault?.kind === 'closed' ? dateWriter(language, timeZone).moment(fault.until) : null;
  return (
    <Page language={language} title={words.returnTitle}>
      <h1 class="heading">{words.returnTitle}</h1>
      {fault && <Alarm text={closedUntil ? pin.closed(closedUntil) : `${gift.faults}: ${pin.wrong}`} />}
      <form class="sheet" method="post" action={`/w/${token}/return`}>
        <p class="soft shop">{shortName(shopNameIn(language, certificate.shop), MOST_ON_PAGES)}</p>
        <p class="amount">{writtenAmount(certificate.issued, language)}</p>
        <p class="lead">{words.returnText(shortName(certificate.buyerName))}</p>
        <PinField
          name="pin"
          label={pin.own}
          hint={pin.hint}
          fault={fault?.kind === 'wrong-pin' ? pin.wrong : null}
          kept
        />
        <button class="button grave" type="submit">
          {words.giveBack}
        </button>
        <a class="quiet" href={`/w/${token}`}>
          {gift.back}
        </a>
      </form>
    </Page>
  );
}
