import type { VNode } from 'preact';
import { isTrade } from '../../core/shops/trades.ts';
import type { CampaignOperations } from '../../operations/campaigns/campaign-operations.ts';
import type { ApprovalOperations } from '../../operations/shops/approval-operations.ts';
import { dateWriter } from '../../wording/written/dates.ts';
import { shopNameIn } from '../../wording/written/language.ts';
import { writtenPhone } from '../../wording/written/phones.ts';
import { tradeNames } from '../../wording/written/trades.ts';
import { Alarm, Done, FaultList, Select } from '../forms/field.tsx';
import { Form, useAround } from '../office/frame.tsx';
import { adminWords } from '../words/admin/in-language.ts';
import { officeWords } from '../words/office/in-language.ts';
import { AskedName } from './asked-name.tsx';
import { Decline, type Declining, marksOf, reasonOf } from './decline.tsx';
import { Namesakes } from './namesakes.tsx';

type Found<K extends 'shopsToApprove' | 'namesToApprove' | 'openWishes' | 'listedShops'> = Awaited<
  ReturnType<ApprovalOperations[K]>
>;
type Listed = Found<'listedShops'>;

export interface AdminParts {
  waiting: Found<'shopsToApprove'>;
  names: Found<'namesToApprove'>;
  wishes: Found<'openWishes'>;
  campaigns: Awaited<ReturnType<CampaignOperations['handedOver']>>;
  listed: Listed;
  done: 'approved' | 'declined' | 'answered' | 'nameApproved' | 'nameDeclined' | null;
  /** The names that were answered were no longer those that the shop wants. */
  nameChanged: boolean;
  /** A reason that was too long or missing, with the shop that it was for. */
  declining: Declining;
}

/** RC-03, RC-08. What waits for the operator. */
export function AdminPage(parts: AdminParts): VNode {
  const { declining } = parts;
  const { language } = useAround();
  const words = adminWords(language);
  return (
    <>
      <h1>{words.title}</h1>
      {parts.done && <Done text={words[parts.done]} />}
      {declining && (
        <FaultList
          title={officeWords(language).pleaseCheck(1)}
          marks={marksOf(declining, words)}
          labels={{ [reasonOf(declining.shopId)]: words.reason }}
        />
      )}
      {parts.nameChanged && <Alarm text={words.nameChanged} />}
      <div class="columns admin">
        <section aria-labelledby="waiting">
          <h2 id="waiting">
            {words.shops} <Count of={parts.waiting} />
          </h2>
          {parts.waiting.length === 0 && <p class="soft">{words.noShops}</p>}
          {parts.waiting.map((shop) => (
            <WaitingShop key={shop.id} shop={shop} listed={parts.listed} declining={parts.declining} />
          ))}
        </section>
        <div>
          {parts.names.length > 0 && (
            <section aria-labelledby="names">
              <h2 id="names">
                {words.names} <Count of={parts.names} />
              </h2>
              {parts.names.map((shop) => (
                <AskedName key={shop.id} shop={shop} listed={parts.listed} declining={parts.declining} />
              ))}
            </section>
          )}
          <section aria-labelledby="to-make">
            <h2 id="to-make">
              {words.campaigns} <Count of={parts.campaigns} />
            </h2>
            <ToMake campaigns={parts.campaigns} />
          </section>
          <section aria-labelledby="wishes">
            <h2 id="wishes">
              {words.wishes} <Count of={parts.wishes} />
            </h2>
            {parts.wishes.length === 0 && <p class="soft">{words.noWishes}</p>}
            {parts.wishes.map((wish) => (
              <Wish key={wish.id} wish={wish} listed={parts.listed} />
            ))}
          </section>
        </div>
      </div>
    </>
  );
}

const Count = ({ of }: { of: readonly unknown[] }): VNode | null =>
  of.length === 0 ? null : <span class="pill draft">{of.length}</span>;

const choicesOf = (listed: Listed, language: ReturnType<typeof useAround>['language']) =>
  listed.map((shop) => ({ value: shop.id, label: `${shop.code} ${shopNameIn(language, shop)}` }));

interface WaitingParts extends Pick<AdminParts, 'listed' | 'declining'> {
  shop: AdminParts['waiting'][number];
}

function WaitingShop({ shop, listed, declining }: WaitingParts): VNode {
  const { language } = useAround();
  const words = adminWords(language);
  const office = officeWords(language);
  const said = (text: string) => text || words.none;
  const trade = isTrade(shop.trade) ? tradeNames[language][shop.trade] : shop.trade;
  const phone = shop.phone && writtenPhone(shop.phone, shop.phone);
  return (
    <article class="sheet">
      <h3 dir="auto">
        {shop.name}
        {shop.nameEn !== shop.name && <span class="soft"> · {shop.nameEn}</span>}
      </h3>
      <p class="soft">
        {trade} · {office.shop.code(shop.code)}
      </p>
      <Namesakes shopId={shop.id} names={shop} listed={listed} />
      <dl>
        <div>
          <dt>{words.owner}</dt>
          <dd dir="auto">{shop.owner ? `${shop.owner.name} (${shop.owner.email})` : words.none}</dd>
        </div>
        <div>
          <dt>{words.reach}</dt>
          <dd>{said([shop.email, phone].filter(Boolean).join(', '))}</dd>
        </div>
        <div>
          <dt>{office.entry.place}</dt>
          <dd dir="auto">{said(shop.place)}</dd>
        </div>
        <div>
          <dt>{office.entry.about}</dt>
          <dd dir="auto" class="kept">
            {said(shop.about)}
          </dd>
        </div>
      </dl>
      <Form action={`/admin/shops/${shop.id}/approve`}>
        <Select
          name={`chain-${shop.id}`}
          label={words.chainOf}
          nothing={words.noChain}
          value=""
          marks={{}}
          choices={choicesOf(listed, language)}
        />
        <button class="button" type="submit">
          {words.approve}
        </button>
      </Form>
      <Decline shopId={shop.id} action={`/admin/shops/${shop.id}/decline`} declining={declining} />
    </article>
  );
}

function ToMake({ campaigns }: Pick<AdminParts, 'campaigns'>): VNode {
  const { language, timeZone } = useAround();
  const words = adminWords(language);
  const dates = dateWriter(language, timeZone);
  if (campaigns.length === 0) return <p class="soft">{words.noCampaigns}</p>;
  return (
    <ul class="cards">
      {campaigns.map(({ id, shop, wishes, createdAt }) => (
        <li key={id}>
          <a href={`/shop/coupons/${id}`}>
            <strong dir="auto">
              {shop.code} {shopNameIn(language, shop)}
            </strong>
            <span class="pill draft">{words.make}</span>
            <span class="soft kept" dir="auto">
              {dates.moment(createdAt)} · {wishes}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function Wish({ wish, listed }: { wish: AdminParts['wishes'][number]; listed: Listed }): VNode {
  const { language, timeZone } = useAround();
  const words = adminWords(language);
  const dates = dateWriter(language, timeZone);
  return (
    <article class="sheet">
      <h3 dir="auto">{wish.name}</h3>
      <p class="soft" dir="auto">
        {[wish.place, words.wishers(String(wish.wishers)), dates.day(wish.at)].filter(Boolean).join(' · ')}
      </p>
      <Form action={`/admin/wishes/${wish.id}/answer`}>
        <Select
          name={`shop-${wish.id}`}
          label={words.listedAs}
          nothing={words.chooseShop}
          value=""
          marks={{}}
          choices={choicesOf(listed, language)}
        />
        <div class="way">
          <button class="button" type="submit" name="answer" value="listed">
            {words.listed}
          </button>
          <button class="button light" type="submit" name="answer" value="declined">
            {words.notListed}
          </button>
        </div>
      </Form>
    </article>
  );
}
