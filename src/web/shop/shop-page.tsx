import type { VNode } from 'preact';
import { isCurrency } from '../../core/money.ts';
import { isTrade } from '../../core/shops/trades.ts';
import type { CampaignView } from '../../operations/campaigns/campaign-operations.ts';
import type { DemandView } from '../../operations/coupons/coupon-operations.ts';
import type { OwnedShop } from '../../operations/shops/keeping-operations.ts';
import { writtenAmount } from '../../wording/written/amounts.ts';
import { dateWriter } from '../../wording/written/dates.ts';
import { shopNameIn } from '../../wording/written/language.ts';
import { writtenOffer } from '../../wording/written/offers.ts';
import { tradeNames } from '../../wording/written/trades.ts';
import { Done } from '../forms/field.tsx';
import { figure } from '../office/figure.ts';
import { Form, useAround } from '../office/frame.tsx';
import { ScannersSheet } from '../scanners/scanners-page.tsx';
import { officeWords } from '../words/office/in-language.ts';
import type { OfficeWords } from '../words/office/office-words.ts';
import { DemandSheet } from './demand-sheet.tsx';
import { AskedName, DeclinedName, Waiting } from './waiting.tsx';

/** What was just done, as the address says. */
export const shopDone = ['saved', 'added', 'registered', 'password'] as const;
type ShopDone = (typeof shopDone)[number];

export interface ShopPageParts {
  shop: OwnedShop;
  demand: DemandView;
  days: { day: string; count: number }[];
  campaigns: CampaignView[];
  /** Null: plots are not drawn. */
  plot: string | null;
  chat: boolean;
  done: ShopDone | null;
}

/** RC-07. What is asked of a shop, and what it answers. */
export function ShopPage(parts: ShopPageParts): VNode {
  const { shop, done } = parts;
  const { language } = useAround();
  const words = officeWords(language);
  return (
    <>
      <div class="headline">
        <div>
          <h1 dir="auto">{shopNameIn(language, shop)}</h1>
          <p class="soft">
            {isTrade(shop.trade) && tradeNames[language][shop.trade]} · {words.shop.code(shop.code)}
            {shop.chain && <> · {words.shop.chain(shopNameIn(language, shop.chain))}</>}
          </p>
        </div>
        <a class="button light" href={`/shop/${shop.id}/edit`}>
          {words.shop.edit}
        </a>
      </div>
      {done && <Done text={done === 'password' ? words.forgotten.changed : words.shop[done]} />}
      {!shop.approved && <Waiting shop={shop} />}
      {shop.asked && <AskedName asked={shop.asked} />}
      {shop.declinedNames && <DeclinedName declined={shop.declinedNames} />}
      <div class="columns">
        <DemandSheet {...parts} />
        <div>
          <CouponSheet {...parts} />
          <ScannersSheet shop={shop} />
          {parts.chat && <ChatSheet shop={shop} />}
          <FeeSheet shop={shop} />
        </div>
      </div>
      <ChangePassword />
    </>
  );
}

function CouponSheet({ shop, campaigns }: ShopPageParts): VNode {
  const { language } = useAround();
  const { shop: words } = officeWords(language);
  return (
    <section class="sheet" aria-labelledby="coupons">
      <h2 id="coupons">{words.coupons}</h2>
      <Form action={`/shop/${shop.id}/coupons`} data-once="">
        <button class="button" type="submit">
          {words.make}
        </button>
      </Form>
      <p class="hint">{words.makeHint}</p>
      <p>
        <a href={`/shop/${shop.id}/hand-over`}>{words.handOver}</a>
      </p>
      {campaigns.length === 0 ? (
        <p class="soft">{words.noCoupons}</p>
      ) : (
        <ul class="cards">
          {campaigns.map((campaign) => (
            <CampaignLine key={campaign.id} campaign={campaign} />
          ))}
        </ul>
      )}
    </section>
  );
}

function CampaignLine({ campaign }: { campaign: CampaignView }): VNode {
  const { language, timeZone } = useAround();
  const { shop: words } = officeWords(language);
  const currency = isCurrency(campaign.currency) ? campaign.currency : 'KRW';
  const dates = dateWriter(language, timeZone);
  const state = campaign.state === 'draft' && campaign.maker === 'operator' ? 'handed-over' : campaign.state;
  // Nothing is said that nobody has: of what the operator is to make, the shop's own words; of a new draft nothing.
  const untouched = state === 'draft' && campaign.version === 1;
  const offer = untouched ? null : writtenOffer(campaign.offer, currency, language);
  const said = state === 'handed-over' ? campaign.wishes : offer;
  return (
    <li>
      <a href={`/shop/coupons/${campaign.id}`}>
        <strong dir="auto">{(state !== 'handed-over' && campaign.title) || words.unnamed}</strong>
        <span class={`pill ${state}`}>{words.states[state]}</span>
        <span class="soft" dir="auto">
          {[
            said,
            campaign.state !== 'draft' && happened(campaign, words),
            // Two of one title are told apart.
            dates.day(campaign.publishedAt ?? campaign.createdAt),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </a>
    </li>
  );
}

function happened({ tracked, taken, withdrawn, used }: CampaignView, words: OfficeWords['shop']): string {
  if (!tracked) return words.onlyUsed(figure(used));
  const out = words.fetchedUsed(figure(taken + withdrawn), figure(used));
  return withdrawn > 0 ? `${out}, ${words.withdrawn(figure(withdrawn))}` : out;
}

function ChatSheet({ shop }: { shop: OwnedShop }): VNode {
  const { shop: words } = officeWords(useAround().language);
  return (
    <section class="sheet" aria-labelledby="chat">
      <h2 id="chat">{words.chat}</h2>
      <p class="soft">{words.chatText}</p>
      <a class="button light" href={`/shop/${shop.id}/chat`}>
        {words.chatGo}
      </a>
    </section>
  );
}

/** RC-13. What a shop pays, as it stands. */
function FeeSheet({ shop }: { shop: OwnedShop }): VNode {
  const { language, timeZone } = useAround();
  const { shop: words } = officeWords(language);
  const dates = dateWriter(language, timeZone);
  return (
    <section class="sheet" aria-labelledby="fees">
      <h2 id="fees">{words.fees}</h2>
      {shop.fees.length === 0 ? (
        <p class="soft">{words.noFees}</p>
      ) : (
        <dl>
          {shop.fees.map(({ kind, minor, basisPoints, since }) => {
            const amount = writtenAmount(minor, language);
            const fixed = minor.minor > 0n || basisPoints === 0 ? amount : null;
            const part = basisPoints > 0 ? `${basisPoints / 100}%` : null;
            return (
              <div key={kind}>
                <dt>{words[kind]}</dt>
                <dd>
                  {kind === 'listing' ? words.perCampaign(amount) : words.perUse(fixed, part)}
                  <br />
                  <small class="soft">{words.since(dates.day(since))}</small>
                </dd>
              </div>
            );
          })}
        </dl>
      )}
    </section>
  );
}

function ChangePassword(): VNode {
  const { forgotten } = officeWords(useAround().language);
  return (
    <p class="after">
      <a href="/shop/forgotten">{forgotten.change}</a>
    </p>
  );
}

/** Whoever has several shops chooses one. */
export function ShopsPage({ shops, renewed }: { shops: OwnedShop[]; renewed: boolean }): VNode {
  const { language } = useAround();
  const { shop: words, frame, forgotten } = officeWords(language);
  return (
    <div class="narrow">
      <h1>{words.shopsTitle}</h1>
      {renewed && <Done text={forgotten.changed} />}
      <ul class="cards">
        {shops.map((shop) => (
          <li key={shop.id}>
            <a href={`/shop/${shop.id}`}>
              <strong dir="auto">{shopNameIn(language, shop)}</strong>
              {!shop.approved && (
                <span class="pill draft">{shop.declined ? words.declined.title : words.waiting.title}</span>
              )}
              <span class="soft">
                {words.code(shop.code)} · {words.asking}: {words.persons(figure(shop.asking))}
              </span>
            </a>
          </li>
        ))}
      </ul>
      <a class="button light" href="/shop/new">
        {frame.addShop}
      </a>
      <ChangePassword />
    </div>
  );
}
