import { useState } from 'preact/hooks';
import { useLanguage, useWords } from '../words/words.ts';
import { writtenAmount, writtenDay } from '../written.ts';
import type { Certificate } from './ask-till.ts';

const presets = [10_000, 20_000, 30_000];
const firstAmount = 20_000;

interface TakeAmountParts {
  certificate: Certificate;
  take: (wish: { pin: string; amount: number }) => void;
  again: () => void;
}

/** What the certificate is worth, and how much of it is taken. */
export function TakeAmount({ certificate, take, again }: TakeAmountParts) {
  const { till } = useWords();
  const language = useLanguage();
  const [pin, setPin] = useState('');
  const [amount, setAmount] = useState(String(Math.min(firstAmount, certificate.balance)));
  const written = (minor: number) => writtenAmount(minor, certificate.currency, language);
  const wish = Number(amount);
  const complete = Number.isSafeInteger(wish) && wish > 0 && (!certificate.needsPin(wish) || /^\d{4,6}$/.test(pin));
  const facts: [string, string | null][] = [
    [till.from, certificate.buyer],
    [till.holder, certificate.holder],
    [till.until, certificate.expiresAt && writtenDay(certificate.expiresAt, language)],
  ];
  return (
    <form
      class="take"
      onSubmit={(event) => {
        event.preventDefault();
        if (complete) take({ pin, amount: wish });
      }}
    >
      <div class="worth">
        <span>{till.left}</span>
        <strong>{written(certificate.balance)}</strong>
        <span>{till.of(written(certificate.issued))}</span>
        <dl>
          {facts.map(
            ([name, fact]) =>
              fact && (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{fact}</dd>
                </div>
              ),
          )}
        </dl>
      </div>
      <label>
        {till.amount}
        <input
          name="amount"
          inputMode="numeric"
          autocomplete="off"
          maxLength={9}
          value={amount}
          onInput={(event) => setAmount(event.currentTarget.value.replace(/\D/g, ''))}
        />
      </label>
      {certificate.needsPin(wish) && (
        <label>
          <span>
            {till.pin} <small>{till.pinHint}</small>
          </span>
          <input
            name="pin"
            type="password"
            inputMode="numeric"
            autocomplete="off"
            maxLength={6}
            value={pin}
            onInput={(event) => setPin(event.currentTarget.value.replace(/\D/g, ''))}
          />
        </label>
      )}
      <div class="presets">
        {presets
          .filter((preset) => preset < certificate.balance)
          .map((preset) => (
            <button type="button" key={preset} aria-pressed={wish === preset} onClick={() => setAmount(String(preset))}>
              {written(preset)}
            </button>
          ))}
        <button
          type="button"
          aria-pressed={wish === certificate.balance}
          onClick={() => setAmount(String(certificate.balance))}
        >
          {till.all}
        </button>
      </div>
      <button type="submit" class="strong wide" disabled={!complete}>
        {till.take}
      </button>
      <button type="button" class="plain wide" onClick={again}>
        {till.again}
      </button>
    </form>
  );
}
