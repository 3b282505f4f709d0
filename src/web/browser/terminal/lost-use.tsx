import { useState } from 'preact/hooks';
import type { Counter } from './counter.ts';
import { useSpeech } from './surroundings.ts';
import { Verdict } from './verdicts.tsx';

type Lost = Extract<Counter, { at: 'lost-use' }>;

interface LostUseParts {
  lost: Lost;
  currency: string;
  askAgain: (lost: Lost) => void;
  leave: () => void;
}

/** Nobody knows yet whether it was used: the sale waits. */
export function LostUse({ lost, currency, askAgain, leave }: LostUseParts) {
  const { words, amount } = useSpeech();
  const [leaving, setLeaving] = useState(false);
  const { pending, reloaded } = lost;
  return (
    <Verdict
      colour="amber"
      title={words.lost.title}
      text={reloaded ? words.lost.useAfterReload : words.lost.use}
      detail={pending.amount > 0 ? amount(pending.amount, currency) : ''}
    >
      <button type="button" class="strong" autofocus onClick={() => askAgain(lost)}>
        {words.lost.again}
      </button>
      {leaving && (
        <p class="note bad" role="alert">
          {words.lost.leaveSure}
        </p>
      )}
      <button type="button" class="plain" onClick={leaving ? leave : () => setLeaving(true)}>
        {words.lost.leave}
      </button>
    </Verdict>
  );
}
