import type { Tx } from '../../store/open-store.ts';
import { newVoucher } from '../coupons/issue-voucher.ts';
import { type CampaignRow, campaignWithShop } from '../coupons/offer-view.ts';
import { returningTo } from '../coupons/returning-to.ts';
import { namesOf } from '../messages/shop-names.ts';
import { tellShop } from '../messages/tell-shop.ts';
import type { Deps } from '../ports.ts';
import { freeNumbers } from '../tills/free-numbers.ts';
import type { CampaignOperations } from './campaign-operations.ts';
import { type Asker, couponMessages, type IssuedVoucher } from './coupon-messages.ts';

const pagesARun = 10;

/** RC-10. A crash between two pages loses nothing: what was answered is no longer open, and the rest still is. */
export const runPublications =
  (deps: Deps): CampaignOperations['runPublications'] =>
  async () => {
    const { store } = deps;
    const running = await store.read.publication.findMany({
      where: { state: 'running' },
      orderBy: { createdAt: 'asc' },
    });
    let answered = 0;
    for (const { id } of running) {
      for (let page = 0; page < pagesARun; page++) {
        const outcome = await store.transaction((tx) => answerPage(tx, deps, id));
        deps.failpoint('publication.answered');
        answered += outcome.answered;
        if (!outcome.more) break;
      }
    }
    if (running.length > 0) deps.nudge();
    return answered;
  };

async function answerPage(tx: Tx, deps: Deps, id: string): Promise<{ answered: number; more: boolean }> {
  await tx.lock(`publication:${id}`);
  const publication = await tx.publication.findUniqueOrThrow({
    where: { id },
    include: { campaign: { include: campaignWithShop } },
  });
  if (publication.state !== 'running') return { answered: 0, more: false };
  const { campaign, total, upTo } = publication;
  const { answeredAtOnce } = deps.limits;
  const requests = await tx.couponRequest.findMany({
    where: { shopId: campaign.shopId, state: 'open', createdAt: { lte: upTo } },
    include: { customer: true },
    orderBy: { id: 'asc' },
    take: Math.min(answeredAtOnce, total - publication.answered),
  });
  if (requests.length > 0) await answer(tx, deps, campaign, requests);
  deps.failpoint('publication.answering');
  const answered = publication.answered + requests.length;
  const more = requests.length === answeredAtOnce && answered < total;
  await tx.publication.updateMany({
    where: { id },
    data: { answered, ...(more ? {} : { state: 'done', endedAt: deps.now() }) },
  });
  if (!more) await finish(tx, deps, campaign, { answered, total });
  return { answered: requests.length, more };
}

async function answer(
  tx: Tx,
  deps: Deps,
  campaign: CampaignRow,
  requests: { id: string; customer: Asker }[],
): Promise<void> {
  const askers = requests.map(({ customer }) => customer);
  const vouchers = campaign.tracked ? await issue(tx, deps, campaign, askers) : new Map<string, IssuedVoucher>();
  const messages = await couponMessages(tx, deps, campaign, askers, vouchers);
  await tx.outboxMessage.createMany({ data: messages });
  await tx.couponRequest.updateMany({
    where: { id: { in: requests.map(({ id }) => id) } },
    data: { state: 'answered', openKey: null, campaignId: campaign.id, endedAt: deps.now() },
  });
}

/** By customer. Who fetched one from the store meanwhile has it already, and what was kept for them is free again. */
async function issue(tx: Tx, deps: Deps, campaign: CampaignRow, askers: Asker[]): Promise<Map<string, IssuedVoucher>> {
  const customerIds = askers.map(({ id }) => id);
  const had = await tx.voucher.findMany({ where: { campaignId: campaign.id, customerId: { in: customerIds } } });
  const known = new Map(had.map((voucher) => [voucher.customerId, voucher]));
  const without = customerIds.filter((id) => !known.has(id));
  const returning = await returningTo(tx, campaign.shopId, without);
  const serials = await freeNumbers(tx, deps, without.length);
  const made = without.map((customerId, i) =>
    newVoucher(deps, {
      campaign,
      customerId,
      via: 'request',
      holderKind: returning.has(customerId) ? 'returning' : 'new',
      serial: serials[i] ?? '',
    }),
  );
  if (made.length > 0) await tx.voucher.createMany({ data: made });
  if (had.length > 0) {
    await tx.campaign.updateMany({ where: { id: campaign.id }, data: { taken: { decrement: had.length } } });
  }
  return new Map([...had, ...made].map((voucher) => [voucher.customerId, voucher]));
}

/** What was kept for requests that were withdrawn meanwhile is free again, and the shop's demand begins anew. */
async function finish(
  tx: Tx,
  deps: Deps,
  campaign: CampaignRow,
  { answered, total }: { answered: number; total: number },
): Promise<void> {
  if (campaign.tracked && answered < total) {
    await tx.campaign.updateMany({ where: { id: campaign.id }, data: { taken: { decrement: total - answered } } });
  }
  await tx.shop.updateMany({ where: { id: campaign.shopId }, data: { demandTold: 0 } });
  if (answered === 0) return;
  await tellShop(tx, deps, campaign.shop, {
    key: `campaign-sent:${campaign.id}`,
    facts: {
      kind: 'campaign-sent',
      campaignId: campaign.id,
      shop: namesOf(campaign.shop),
      title: campaign.title,
      total: answered,
    },
  });
}
