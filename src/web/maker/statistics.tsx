import type { VNode } from 'preact';
import type { CampaignStatistics } from '../../operations/campaigns/campaign-operations.ts';
import { writtenAmount } from '../../wording/written/amounts.ts';
import { dateWriter } from '../../wording/written/dates.ts';
import { shopNameIn } from '../../wording/written/language.ts';
import { figure } from '../office/figure.ts';
import { useAround } from '../office/frame.tsx';
import { Plot } from '../office/plot.tsx';
import { makerWords } from '../words/maker/in-language.ts';
import { officeWords } from '../words/office/in-language.ts';

interface Parts {
  /** EC-11: of an untracked coupon only uses are known. */
  tracked: boolean;
  statistics: CampaignStatistics;
  plot: string | null;
}

/** EC-10. What happened, in figures and as a plot; never to whom. */
export function Statistics({ tracked, statistics, plot }: Parts): VNode {
  const { language } = useAround();
  const { campaign: words } = makerWords(language);
  const { fetched, withdrawn, used, billed, off } = statistics;
  const coupons = (count: number) => words.coupons(figure(count));
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{words.figures}</h2>
      <ul class="tiles">
        {tracked && <Tile label={words.fetched} value={coupons(fetched)} />}
        {withdrawn > 0 && <Tile label={words.withdrawn} value={coupons(withdrawn)} />}
        <Tile label={words.used} value={coupons(used)} />
        {fetched > 0 && <Tile label={words.share} value={`${Math.round((used * 100) / fetched)}%`} />}
        <Tile label={words.billed} value={writtenAmount(billed, language)} />
        <Tile label={words.off} value={writtenAmount(off, language)} />
      </ul>
      {plot && fetched + used > 0 && (
        <div class="sheet">
          <Plot svg={plot} />
        </div>
      )}
      {fetched === 0 && used === 0 ? (
        <p class="soft">{words.nothing}</p>
      ) : (
        <Tables tracked={tracked} statistics={statistics} />
      )}
      <p class="hint">{words.neverNames}</p>
    </section>
  );
}

const Tile = ({ label, value }: { label: string; value: string }): VNode => (
  <li>
    <span class="soft">{label}</span>
    <strong>{value}</strong>
  </li>
);

function Tables({ tracked, statistics }: Pick<Parts, 'tracked' | 'statistics'>): VNode {
  const { language, timeZone } = useAround();
  const { campaign: words } = makerWords(language);
  const { weekdays } = officeWords(language);
  const dates = dateWriter(language, timeZone);
  const { byDay, byHour, byShop, byHolder } = statistics;
  const coupons = (count: number) => words.coupons(figure(count));
  const busy = byHour.filter(({ used }) => used > 0).sort((one, other) => other.used - one.used);
  return (
    <div class="tables">
      <Table
        title={words.days}
        heads={[words.day, ...(tracked ? [words.fetched] : []), words.used]}
        rows={byDay
          .filter(({ fetched, used }) => fetched + used > 0)
          .map(({ day, fetched, used }) => [
            dates.day(`${day}T12:00:00Z`),
            ...(tracked ? [coupons(fetched)] : []),
            coupons(used),
          ])}
      />
      {tracked && (
        <Table
          title={words.holders}
          heads={['', words.fetched, words.used]}
          rows={byHolder.map(({ kind, fetched, used }) => [words.holderKinds[kind], coupons(fetched), coupons(used)])}
        />
      )}
      {busy.length === 0 ? (
        <p class="soft">{words.notUsed}</p>
      ) : (
        <>
          <Table
            title={words.hours}
            heads={[words.weekday, words.hour, words.used]}
            rows={busy.map(({ weekday, hour, used }) => [weekdays[weekday] ?? '', words.hourOf(hour), coupons(used)])}
          />
          <Table
            title={words.shops}
            heads={['', words.used]}
            rows={byShop.map((shop) => [shopNameIn(language, shop), coupons(shop.used)])}
          />
        </>
      )}
    </div>
  );
}

/** Few rows at once; a long campaign has many days. */
const mostOpen = 10;

function Table({ title, heads, rows }: { title: string; heads: string[]; rows: string[][] }): VNode {
  const { campaign: words } = makerWords(useAround().language);
  const table = (
    <table>
      <thead>
        <tr>
          {heads.map((head, at) =>
            head === '' ? (
              <td key="first" />
            ) : (
              <th key={head} scope="col" class={at === 0 ? undefined : 'figure'}>
                {head}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.join()}>
            {row.map((cell, at) =>
              at === 0 ? (
                <th key="first" scope="row" dir="auto">
                  {cell}
                </th>
              ) : (
                <td key={`${heads[at]}`} class="figure">
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
  return (
    <div class="sheet">
      <h3>{title}</h3>
      {rows.length <= mostOpen ? (
        table
      ) : (
        <details>
          <summary>{words.allRows(rows.length)}</summary>
          {table}
        </details>
      )}
    </div>
  );
}
