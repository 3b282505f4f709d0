import { useEffect, useState } from 'preact/hooks';
import { shops } from '../cast.ts';
import { Icon } from '../icons.tsx';
import type { Live } from '../live.ts';
import { useLanguage, useWords } from '../words/words.ts';
import { writtenAmount } from '../written.ts';
import { ShowPicture } from './show-picture.tsx';
import { TakeAmount } from './take-amount.tsx';
import { type AtTill, useTill } from './use-till.ts';

interface VerdictParts {
  good: boolean;
  title: string;
  detail: string;
  buttons: [label: string, act: () => void][];
}

/** The answer, as large as the till. */
function Verdict({ good, title, detail, buttons }: VerdictParts) {
  return (
    <div class={`verdict ${good ? 'green' : 'red'}`} role="alert">
      <span class="sign">
        <Icon name={good ? 'tick' : 'cross'} />
      </span>
      <strong>{title}</strong>
      <p>{detail}</p>
      <div>
        {buttons.map(([label, act]) => (
          <button type="button" key={label} onClick={act}>
            {label}
          </button>
        ))}
      </div>
    </div>
  );
}

function AtCounter({ till, live }: { till: AtTill; live: Live }) {
  const { till: words } = useWords();
  const language = useLanguage();
  const { state } = till;
  switch (state.kind) {
    case 'ready':
      return <ShowPicture messages={live.messages} show={till.show} />;
    case 'reading':
    case 'asking':
      return (
        <p class="busy" role="status">
          {state.kind === 'reading' ? words.reading : words.asking}
        </p>
      );
    case 'certificate': {
      const { certificate } = state;
      return <TakeAmount certificate={certificate} take={(wish) => till.take(certificate, wish)} again={till.next} />;
    }
    case 'taken': {
      const { amount, balance, currency } = state.taken;
      const buttons: VerdictParts['buttons'] = [
        [words.next, till.next],
        [words.undo, () => void till.undo(state.taken)],
      ];
      const title = words.taken(writtenAmount(amount, currency, language));
      return (
        <Verdict good title={title} detail={words.rest(writtenAmount(balance, currency, language))} buttons={buttons} />
      );
    }
    case 'undone': {
      const { balance, currency } = state.taken;
      const detail = words.undoneRest(writtenAmount(balance, currency, language));
      return <Verdict good title={words.undone} detail={detail} buttons={[[words.next, till.next]]} />;
    }
    case 'refused': {
      const [title, detail] = words.refused[state.why] ?? words.refused.other ?? [state.why, ''];
      const buttons: VerdictParts['buttons'] = [
        [words.retry, till.retry],
        ...(state.certificate ? [[words.next, till.next] as [string, () => void]] : []),
      ];
      return <Verdict good={false} title={title} detail={detail} buttons={buttons} />;
    }
  }
}

interface TillParts {
  live: Live;
  /** A picture that somebody has carried over; each is taken once. */
  shown: { url: string } | null;
}

export function Till({ live, shown }: TillParts) {
  const { till: words } = useWords();
  const language = useLanguage();
  const [shop, setShop] = useState(shops[0].number);
  const till = useTill(shop);
  useEffect(() => {
    if (shown) void till.show(shown.url);
  }, [shown]);
  return (
    <div class="panel till">
      <label class="shop">
        {words.shop}
        <select value={shop} onChange={(event) => setShop(event.currentTarget.value)}>
          {shops.map(({ number, name }) => (
            <option key={number} value={number}>
              {number} {name[language]}
            </option>
          ))}
        </select>
      </label>
      <AtCounter till={till} live={live} />
    </div>
  );
}
