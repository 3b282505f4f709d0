import type { VNode } from 'preact';
import type { GiftPage } from '../../operations/gifts/gift-operations.ts';
import { writtenAmount } from '../../wording/written/amounts.ts';
import { dateWriter } from '../../wording/written/dates.ts';
import type { WrittenLanguage } from '../../wording/written/language.ts';
import { shopNameIn } from '../../wording/written/language.ts';
import { shortName } from '../../wording/written/names.ts';
import { wordsIn } from '../words/in-language.ts';
import { Greeting } from './greeting.tsx';
import { NoticePage } from './notice-page.tsx';
import { MOST_ON_PAGES, Page } from './page.tsx';
import { Alarm, PinField } from './pin-field.tsx';

export interface GiftView {
  gift: GiftPage;
  token: string;
  language: WrittenLanguage;
  timeZone: string;
}

export type PinFault = 'format' | 'differ';

/** Who sent what, and the form by which it is accepted (GC-09, GC-10). */
export function OfferedGift({ gift, token, language, timeZone, fault }: GiftView & { fault?: PinFault }): VNode {
  const { gift: words, pin } = wordsIn(language);
  return (
    <Page language={language} title={words.title}>
      <h1 class="heading">{words.title}</h1>
      {fault && <Alarm text={`${words.faults}: ${pin[fault]}`} />}
      <GiftSheet gift={gift} language={language} timeZone={timeZone} />
      {gift.hasGreeting && <Greeting label={words.greeting} source={`/g/${token}/greeting`} />}
      <form class="sheet" method="post" action={`/g/${token}/accept`}>
        <p>{words.choosePin}</p>
        <PinField name="pin" label={pin.label} hint={pin.hint} fault={fault === 'format' ? pin.format : null} />
        <PinField name="again" label={pin.again} fault={fault === 'differ' ? pin.differ : null} />
        <button class="button" type="submit">
          {words.accept}
        </button>
        <a class="quiet" href={`/g/${token}/refuse`}>
          {words.toRefusal}
        </a>
      </form>
    </Page>
  );
}

/** Asks once more before a gift is refused for good. */
export function GiftRefusal({ gift, token, language, timeZone }: GiftView): VNode {
  const { gift: words } = wordsIn(language);
  return (
    <Page language={language} title={words.refuseTitle}>
      <h1 class="heading">{words.refuseTitle}</h1>
      <GiftSheet gift={gift} language={language} timeZone={timeZone} />
      <form class="sheet" method="post" action={`/g/${token}/refuse`}>
        <p>{words.refuseText(shortName(gift.buyerName))}</p>
        <button class="button grave" type="submit">
          {words.refuse}
        </button>
        <a class="quiet" href={`/g/${token}`}>
          {words.back}
        </a>
      </form>
    </Page>
  );
}

/** Whoever has this address may hear the greeting, but the way to the certificate is its holder's alone. */
export const AcceptedGift = ({ token, language }: Pick<GiftView, 'token' | 'language'>): VNode => (
  <NoticePage language={language} name="giftAccepted">
    <Greeting label={wordsIn(language).gift.greeting} source={`/g/${token}/greeting`} />
  </NoticePage>
);

function GiftSheet({ gift, language, timeZone }: Omit<GiftView, 'token'>): VNode {
  const { gift: words } = wordsIn(language);
  const lastDay = dateWriter(language, timeZone).lastDay(gift.lapsesAt);
  return (
    <section class="sheet gift">
      <p class="from">{words.from(shortName(gift.buyerName))}</p>
      <p>{shortName(shopNameIn(language, gift.shop), MOST_ON_PAGES)}</p>
      <p class="amount">{writtenAmount(gift.amount, language)}</p>
      <p class="small kind">{words.kind}</p>
      <p class="small">{words.answerBy(lastDay)}</p>
    </section>
  );
}
