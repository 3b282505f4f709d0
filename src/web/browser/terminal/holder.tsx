import { useState } from 'preact/hooks';
import type { Currency } from '../../../core/money.ts';
import { writtenOffer } from '../../../wording/written/offers.ts';
import type { Holdings } from './ask-till.ts';
import { toOffer } from './offer.ts';
import { isWholePin, PinField } from './pin-step.tsx';
import { useSpeech } from './surroundings.ts';
import { Verdict } from './verdicts.tsx';

/** GC-12: who has no smartphone types telephone number and PIN. Neither is kept. */
export function HolderForm({ show, back }: { show: (phone: string, pin: string) => void; back: () => void }) {
  const { words } = useSpeech();
  const [phone, setPhone] = useState('');
  const [pin, setPin] = useState('');
  const whole = /\d{7,}/.test(phone.replace(/\D/g, '')) && isWholePin(pin);
  return (
    <form
      class="step"
      onSubmit={(event) => {
        event.preventDefault();
        if (whole) show(phone.normalize('NFKC').trim(), pin);
      }}
    >
      <h1>{words.phone.title}</h1>
      <p class="lead">{words.phone.hint}</p>
      <label for="phone">{words.phone.label}</label>
      <input
        id="phone"
        type="tel"
        inputMode="tel"
        autocomplete="off"
        autofocus
        maxLength={24}
        value={phone}
        onInput={(event) => setPhone(event.currentTarget.value)}
      />
      <PinField pin={pin} edit={setPin} />
      <button type="submit" class="strong" disabled={!whole}>
        {words.phone.check}
      </button>
      <button type="button" class="plain" onClick={back}>
        {words.back}
      </button>
    </form>
  );
}

interface HoldingsListParts {
  holdings: Holdings;
  pin: string;
  choose: (of: Holdings['certificates'][number] | Holdings['coupons'][number], pin: string) => void;
  back: () => void;
}

export function HoldingsList({ holdings, pin, choose, back }: HoldingsListParts) {
  const { words, amount, lastDay, shop, language } = useSpeech();
  const { certificates, coupons } = holdings;
  if (certificates.length + coupons.length === 0) {
    return (
      <Verdict colour="red" {...words.phone.none}>
        <button type="button" class="strong" autofocus onClick={back}>
          {words.done.next}
        </button>
      </Verdict>
    );
  }
  return (
    <section class="step">
      <h1>{words.phone.choose}</h1>
      <ul class="holdings">
        {certificates.map((one) => (
          <li key={one.number}>
            <button type="button" onClick={() => choose(one, pin)}>
              <strong>{words.certificate.left(amount(one.balance, one.currency))}</strong>
              <span>{words.certificate.of(amount(one.issued, one.currency))}</span>
              {one.expiresAt && <span>{words.certificate.until(lastDay(one.expiresAt))}</span>}
            </button>
          </li>
        ))}
        {coupons.map((one) => (
          <li key={one.serial}>
            <button type="button" onClick={() => choose(one, pin)}>
              <strong>{writtenOffer(toOffer(one.offer), one.currency as Currency, language)}</strong>
              <span>{one.title}</span>
              <span>
                {shop(one.shop)} · {words.coupon.until(lastDay(one.expiresAt))}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" class="plain" onClick={back}>
        {words.back}
      </button>
    </section>
  );
}
