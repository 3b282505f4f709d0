import type { Counter, Found } from './counter.ts';
import { useSpeech } from './surroundings.ts';
import { Verdict } from './verdicts.tsx';

interface OtherDayViewParts extends Omit<Extract<Counter, { at: 'other-day' }>, 'at'> {
  take: (found: Found, amount: number) => void;
  next: () => void;
}

/** A ticket that does not begin today is used only by whoever says so once more. */
export function OtherDayView({ found, amount, startsAt, take, next }: OtherDayViewParts) {
  const { words, moment } = useSpeech();
  const { otherDay, otherDayText, otherDayYes, otherDayNo } = words.coupon;
  return (
    <Verdict colour="amber" title={otherDay(moment(startsAt))} text={otherDayText}>
      <button type="button" class="strong grave" onClick={() => take(found, amount)}>
        {otherDayYes}
      </button>
      <button type="button" class="plain" autofocus onClick={next}>
        {otherDayNo}
      </button>
    </Verdict>
  );
}
