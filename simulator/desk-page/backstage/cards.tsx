import { personAt } from '../cast.ts';
import type { Live } from '../live.ts';
import { useLanguage, useWords } from '../words/words.ts';
import { writtenAmount, writtenTime } from '../written.ts';

const shown = 40;

const tone: Record<string, string> = {
  requires_capture: 'amber',
  succeeded: 'good',
  canceled: 'quiet',
  requires_payment_method: 'bad',
};

interface Line {
  id: string;
  seq: number;
  holder: string | null;
  amount: number;
  currency: string;
  at: string;
  state: string;
  tone: string;
  refund: boolean;
}

function useLines({ payments, refunds }: Live): Line[] {
  const { cards } = useWords();
  const paid = payments.map((one) => ({
    ...one,
    state: cards.states[one.status] ?? one.status,
    tone: tone[one.status] ?? 'quiet',
    refund: false,
  }));
  const returned = refunds.map((one) => ({
    ...one,
    holder: payments.find(({ id }) => id === one.payment)?.holder ?? null,
    state: cards.refund,
    tone: 'plum',
    refund: true,
  }));
  return [...paid, ...returned].sort((one, other) => other.seq - one.seq).slice(0, shown);
}

const sum = (amounts: { amount: number }[]): number => amounts.reduce((total, { amount }) => total + amount, 0);

/** The demo is played in won; sums over several currencies would mean nothing. */
const currency = 'KRW';

export function Cards({ live }: { live: Live }) {
  const { cards } = useWords();
  const language = useLanguage();
  const lines = useLines(live);
  const inState = (state: string) => sum(live.payments.filter(({ status }) => status === state));
  const sums: [string, number][] = [
    [cards.held, inState('requires_capture')],
    [cards.captured, inState('succeeded')],
    [cards.refunded, sum(live.refunds)],
  ];
  return (
    <div class="panel">
      <h2>{cards.heading}</h2>
      <p class="soft">{cards.lead}</p>
      <dl class="sums">
        {sums.map(([name, amount]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{writtenAmount(amount, currency, language)}</dd>
          </div>
        ))}
      </dl>
      {lines.length === 0 && <p class="none">{cards.none}</p>}
      <ul class="ledger">
        {lines.map((line) => (
          <li key={line.id}>
            <span class="who">{(line.holder && personAt(line.holder)?.name[language]) ?? cards.unknownHolder}</span>
            <span class="sum">
              {line.refund && '−'}
              {writtenAmount(line.amount, line.currency, language)}
            </span>
            <time>{writtenTime(line.at, language)}</time>
            <span class={`pill ${line.tone}`}>{line.state}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
