import type { Person } from '../cast.ts';
import { wholePurchase } from '../suggest-keys.ts';
import { useWords } from '../words/words.ts';

/** What to do, for somebody who has never been here. */
export function FirstTime({ me }: { me: Person }) {
  const { phone } = useWords();
  const keys = wholePurchase(me);
  if (keys.length === 0) return <p class="first-time">{phone.receiveLead}</p>;
  return (
    <section class="first-time">
      <h3>{phone.firstTime}</h3>
      <p>{phone.firstTimeLead}</p>
      <ol>
        {keys.map((entry, index) => (
          <li key={index}>
            <kbd>{entry}</kbd>
          </li>
        ))}
      </ol>
      <p>{phone.firstTimeEnd}</p>
    </section>
  );
}
