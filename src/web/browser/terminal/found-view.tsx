import { useState } from 'preact/hooks';
import { mostBill } from '../../../core/coupons/bill.ts';
import { lostOn, moneyOff } from '../../../core/coupons/offer.ts';
import type { Currency } from '../../../core/money.ts';
import { writtenOffer } from '../../../wording/written/offers.ts';
import { AmountField } from './amount-field.tsx';
import type { CertificateBody, CouponBody } from './ask-till.ts';
import type { Counter, Found } from './counter.ts';
import { describeTicket, toOffer } from './offer.ts';
import { keepCursor } from './pad.tsx';
import { useSpeech } from './surroundings.ts';
import { Sign } from './verdicts.tsx';

interface FoundViewParts {
  found: Found;
  amount: number;
  take: (found: Found, amount: number) => void;
  askDay: (to: Extract<Counter, { at: 'other-day' }>) => void;
  back: () => void;
}

/** The green answer, and what is still to be typed. */
export function FoundView({ found, amount: first, take, askDay, back }: FoundViewParts) {
  const { words } = useSpeech();
  const [amount, setAmount] = useState(first);
  const needsAmount = found.kind === 'certificate' || found.coupon.needsBill;
  const fault = useFault(found, amount);
  const ready = !needsAmount || (amount > 0 && fault === null);
  const startsAt = useOtherDay(found);
  return (
    <form
      class="found"
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready) return;
        const used = needsAmount ? amount : 0;
        if (startsAt) askDay({ at: 'other-day', found, amount: used, startsAt });
        else take(found, used);
      }}
    >
      {found.kind === 'certificate' ? <Certificate {...found} /> : <Coupon {...found} />}
      <div class="entry">
        {needsAmount && (
          <AmountField
            label={found.kind === 'certificate' ? words.certificate.amount : words.coupon.bill}
            amount={amount}
            currency={currencyOf(found)}
            fault={amount > 0 ? fault : null}
            edit={setAmount}
          />
        )}
        {found.kind === 'certificate' ? (
          <button
            type="button"
            class="all"
            onMouseDown={keepCursor}
            onClick={() => setAmount(found.certificate.balance)}
          >
            {words.certificate.all}
          </button>
        ) : (
          ready && <Preview coupon={found.coupon} bill={amount} />
        )}
        <Take found={found} amount={amount} ready={ready} needsAmount={needsAmount} />
        <button type="button" class="plain" onClick={back}>
          {words.back}
        </button>
      </div>
    </form>
  );
}

const currencyOf = (found: Found): string =>
  found.kind === 'certificate' ? found.certificate.currency : found.coupon.currency;

/** When a ticket begins that is not of today, and so perhaps not meant to be used now. */
function useOtherDay(found: Found): string | null {
  const { isToday } = useSpeech();
  const startsAt = found.kind === 'coupon' && found.coupon.offer.kind === 'ticket' ? found.coupon.offer.startsAt : null;
  return startsAt !== null && !isToday(startsAt) ? startsAt : null;
}

function useFault(found: Found, typed: number): string | null {
  const { words, amount } = useSpeech();
  if (found.kind === 'certificate') {
    const { balance, currency } = found.certificate;
    return typed > balance ? words.certificate.more(amount(balance, currency)) : null;
  }
  const { leastSpend, currency } = found.coupon;
  const most = Number(mostBill[currency as Currency]);
  if (typed > most) return words.coupon.billTooLarge(amount(most, currency));
  return leastSpend !== null && typed < leastSpend ? words.coupon.belowLeast(amount(leastSpend, currency)) : null;
}

function Take({
  found,
  amount: typed,
  ready,
  needsAmount,
}: Pick<FoundViewParts, 'found' | 'amount'> & { ready: boolean; needsAmount: boolean }) {
  const { words, amount } = useSpeech();
  const label =
    found.kind === 'certificate' ? words.certificate.take(amount(typed, currencyOf(found))) : words.coupon.use;
  return (
    <button type="submit" class="strong" disabled={!ready} autofocus={!needsAmount}>
      {label}
    </button>
  );
}

function Certificate({ certificate }: { certificate: CertificateBody }) {
  const { words, amount, lastDay } = useSpeech();
  const { balance, issued, currency, buyerName, expiresAt } = certificate;
  return (
    <section class="verdict green" role="status">
      <Sign colour="green" />
      <h1>{words.good}</h1>
      <p class="large">{words.certificate.left(amount(balance, currency))}</p>
      <p>
        {words.certificate.of(amount(issued, currency))}, {words.certificate.from(buyerName)}
        {expiresAt && `, ${words.certificate.until(lastDay(expiresAt))}`}
      </p>
    </section>
  );
}

function Coupon({ coupon }: { coupon: CouponBody }) {
  const { words, amount, lastDay, moment, shop, language } = useSpeech();
  const { offer, currency, title, expiresAt, leastSpend, terms, serial } = coupon;
  return (
    <section class="verdict green" role="status">
      <Sign colour="green" />
      <h1>{words.good}</h1>
      <p class="large">{writtenOffer(toOffer(offer), currency as Currency, language)}</p>
      {offer.kind === 'ticket' && offer.startsAt && <p class="large">{moment(offer.startsAt)}</p>}
      {offer.kind === 'ticket' && offer.seat && <p class="large">{offer.seat}</p>}
      <p>
        {title}, {words.coupon.issuedBy(shop(coupon.shop))}, {words.coupon.until(lastDay(expiresAt))}
      </p>
      {leastSpend !== null && <p>{words.coupon.leastSpend(amount(leastSpend, currency))}</p>}
      {serial === null && <p>{words.coupon.withoutSerial}</p>}
      {terms !== '' && (
        <p class="terms">
          <span>{words.coupon.terms}:</span> {terms}
        </p>
      )}
    </section>
  );
}

/** What the clerk will have to do, while the bill is typed. */
function Preview({ coupon, bill }: { coupon: CouponBody; bill: number }) {
  const speech = useSpeech();
  const { words, amount } = speech;
  const { offer, currency } = coupon;
  const off = Number(moneyOff(toOffer(offer), BigInt(bill)));
  const lost = Number(lostOn(toOffer(offer), BigInt(bill)));
  const steps = [
    offer.kind === 'gift-item' && words.coupon.handOver(offer.item),
    offer.kind === 'ticket' && words.coupon.letIn(describeTicket(offer, speech)),
    off > 0 && off < bill && words.coupon.preview(amount(off, currency), amount(bill - off, currency)),
    off > 0 && off === bill && words.coupon.previewAll(amount(off, currency)),
  ].filter(Boolean);
  return (
    <>
      <p class="preview" role="status">
        {steps.join(' ')}
      </p>
      {lost > 0 && (
        <p class="note bad" role="alert">
          {words.coupon.lost(amount(lost, currency))}
        </p>
      )}
    </>
  );
}
