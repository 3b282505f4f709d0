import type { VNode } from 'preact';
import { isCurrency } from '../../core/money.ts';
import type { DemandView } from '../../operations/coupons/coupon-operations.ts';
import type { OwnedShop } from '../../operations/shops/keeping-operations.ts';
import { dateWriter } from '../../wording/written/dates.ts';
import { writtenWant } from '../../wording/written/offers.ts';
import { figure } from '../office/figure.ts';
import { useAround } from '../office/frame.tsx';
import { Plot } from '../office/plot.tsx';
import { officeWords } from '../words/office/in-language.ts';

interface DemandParts {
  shop: OwnedShop;
  demand: DemandView;
  days: { day: string; count: number }[];
  /** Null: plots are not drawn. */
  plot: string | null;
}

/** RC-07. How many ask, for what, in which words and since when: counts, never who. */
export function DemandSheet({ shop, demand, days, plot }: DemandParts): VNode {
  const { language } = useAround();
  const { shop: words } = officeWords(language);
  const { asking, threshold } = demand;
  return (
    <section class="sheet" aria-labelledby="demand">
      <h2 id="demand">{words.asking}</h2>
      <p class="amount">{words.of(figure(asking), figure(threshold))}</p>
      <meter min={0} max={Math.max(threshold, asking, 1)} value={asking} aria-labelledby="demand" />
      <p class="soft">{asking >= threshold ? words.reached : words.told(figure(threshold))}</p>
      {asking > 0 && plot ? (
        <>
          <Plot svg={plot} />
          <details>
            <summary>{words.wants}</summary>
            <Wants shop={shop} demand={demand} />
          </details>
        </>
      ) : (
        <>
          <h3>{words.wants}</h3>
          <Wants shop={shop} demand={demand} />
        </>
      )}
      <h3>{words.words}</h3>
      {demand.words.length === 0 ? (
        <p class="soft">{words.noWords}</p>
      ) : (
        <ul class="said">
          {demand.words.map((said, at) => (
            <li key={at} dir="auto">
              {said}
            </li>
          ))}
        </ul>
      )}
      <h3>{words.days}</h3>
      <Days days={days} />
    </section>
  );
}

function Wants({ shop, demand }: { shop: OwnedShop; demand: DemandView }): VNode {
  const { language } = useAround();
  const { shop: words } = officeWords(language);
  const currency = isCurrency(shop.currency) ? shop.currency : 'KRW';
  if (demand.wants.length === 0) return <p class="soft">{words.noDemand}</p>;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{words.want}</th>
          <th scope="col" class="figure">
            {words.people}
          </th>
        </tr>
      </thead>
      <tbody>
        {demand.wants.map(({ want, count: people }) => {
          const plain = want.kind === 'amount' ? { ...want, minor: String(want.minor) } : want;
          const said = writtenWant(plain, currency, language);
          return (
            <tr key={said}>
              <td dir="auto">{said}</td>
              <td class="figure">{words.persons(figure(people))}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Days({ days }: Pick<DemandParts, 'days'>): VNode {
  const { language, timeZone } = useAround();
  const { shop: words } = officeWords(language);
  const dates = dateWriter(language, timeZone);
  const some = days.filter(({ count: people }) => people > 0);
  if (some.length === 0) return <p class="soft">{words.noneLately}</p>;
  // One day is said once.
  const ends = new Set([some[0], some.at(-1)].map((end) => dates.day(`${end?.day}T12:00:00Z`)));
  return (
    <details>
      <summary>
        {words.persons(figure(some.reduce((sum, day) => sum + day.count, 0)))} · {[...ends].join(' – ')}
      </summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.day}</th>
            <th scope="col" class="figure">
              {words.people}
            </th>
          </tr>
        </thead>
        <tbody>
          {some.map(({ day, count: people }) => (
            <tr key={day}>
              <td>{dates.day(`${day}T12:00:00Z`)}</td>
              <td class="figure">{words.persons(figure(people))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
