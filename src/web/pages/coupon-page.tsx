import type { VNode } from 'preact';
import { numberGroups } from '../../core/certificates/certificate.ts';
import { toCurrency } from '../../core/money.ts';
import type { VoucherView } from '../../operations/coupons/coupon-operations.ts';
import { writtenAmount } from '../../wording/written/amounts.ts';
import { dateWriter } from '../../wording/written/dates.ts';
import { shopNameIn, type WrittenLanguage } from '../../wording/written/language.ts';
import { shortName } from '../../wording/written/names.ts';
import { writtenOffer } from '../../wording/written/offers.ts';
import { wordsIn } from '../words/in-language.ts';
import { MOST_ON_PAGES, Page } from './page.tsx';
import { SaveAndPrint } from './save-and-print.tsx';

export interface CouponView {
  voucher: VoucherView;
  token: string;
  language: WrittenLanguage;
  timeZone: string;
  /** Address of what the print button needs, or null. */
  script: string | null;
}

/** EC-05, RC-10: a coupon to show or to print; of an untracked one (EC-11) nothing of anybody stands here. */
export function HeldCoupon(view: CouponView): VNode {
  const { voucher, language, script } = view;
  const { coupon: words } = wordsIn(language);
  const shop = shortName(shopNameIn(language, voucher.shop), MOST_ON_PAGES);
  const usable = voucher.state === 'active';
  const offer = writtenOffer(voucher.offer, toCurrency(voucher.currency), language);
  return (
    <Page language={language} title={`${offer} · ${shop}`} wide={usable} bright={usable} script={script}>
      <div class="heading">
        <p class="soft">{shop}</p>
        <h1>{offer}</h1>
      </div>
      <div class="columns">
        {usable && <Card {...view} shop={shop} offer={offer} />}
        <div>
          <State {...view} />
          <Facts {...view} />
          {voucher.serial !== null && <Uses {...view} />}
        </div>
      </div>
      {!usable && <p class="soft no-print">{words.over}</p>}
    </Page>
  );
}

/** In pixels, as the card is drawn: an untracked one lacks the serial. */
const widthPx = 720;
const heightPx = (tracked: boolean): number => (tracked ? 1_372 : 1_330);

function Card({ voucher, token, language, shop, offer }: CouponView & { shop: string; offer: string }): VNode {
  const { coupon: words } = wordsIn(language);
  const source = `/w/${token}/card.png?language=${language}`;
  return (
    <div>
      <figure class="figure">
        <a class="card-link" href={source}>
          <img
            class="card"
            src={source}
            alt={words.picture(shop, offer)}
            width={widthPx}
            height={heightPx(voucher.serial !== null)}
          />
        </a>
        <figcaption class="no-print">{words.howTo}</figcaption>
      </figure>
      <SaveAndPrint source={source} file="coupon.png" language={language} />
    </div>
  );
}

function State({ voucher, language }: CouponView): VNode {
  const { coupon: words } = wordsIn(language);
  return (
    <section class="sheet balance">
      <p>{shortName(voucher.title, MOST_ON_PAGES)}</p>
      <p class={voucher.state === 'active' ? 'pill' : 'pill over'}>{words.states[voucher.state]}</p>
    </section>
  );
}

function Facts({ voucher, language, timeZone }: CouponView): VNode {
  const { coupon: words } = wordsIn(language);
  const dates = dateWriter(language, timeZone);
  const { serial, validFrom, expiresAt, leastSpend, shops, terms } = voucher;
  const lacksPin = voucher.state === 'active' && voucher.pinAsked === 'no-pin-yet';
  const taken = (shops.length > 0 ? shops : [voucher.shop]).map((shop) => shortName(shopNameIn(language, shop)));
  const facts: [string, string | null, string?][] = [
    [words.serial, serial && numberGroups(serial).join(' '), 'number'],
    [words.validity, words.between(dates.day(validFrom), dates.lastDay(expiresAt))],
    [words.takenAt, taken.join(', ')],
    [words.leastSpend, leastSpend && words.orMore(writtenAmount(leastSpend, language))],
    [words.strict, voucher.pinAsked === 'never' ? null : words.pinAsked],
    [words.noPin, lacksPin ? words.noPinYet : null],
  ];
  return (
    <section class="sheet">
      <dl>
        {facts.map(([name, fact, kind]) =>
          fact === null
            ? null
            : [
                <dt key={name}>{name}</dt>,
                <dd key={`${name} fact`} class={kind}>
                  {fact}
                </dd>,
              ],
        )}
      </dl>
      {terms !== '' && <p class="terms soft">{terms}</p>}
    </section>
  );
}

function Uses({ voucher, language, timeZone }: CouponView): VNode {
  const { coupon: words } = wordsIn(language);
  const dates = dateWriter(language, timeZone);
  return (
    <section class="sheet no-print" aria-labelledby="uses">
      <h2 id="uses">{words.uses}</h2>
      {voucher.uses.length === 0 ? (
        <p class="soft">{words.noUses}</p>
      ) : (
        <ul class="uses">
          {voucher.uses.map(({ at, shop, off, rolledBackAt }) => (
            <li key={at.toISOString()} class={rolledBackAt ? 'undone' : undefined}>
              <span>
                <time datetime={at.toISOString()}>{dates.moment(at)}</time> {shortName(shopNameIn(language, shop))}
              </span>
              {rolledBackAt ? (
                <span>{words.rolledBack}</span>
              ) : (
                <strong>{off.minor > 0n ? `−${writtenAmount(off, language)}` : words.states.used}</strong>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
