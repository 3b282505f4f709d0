import type { FastifyReply } from 'fastify';
import type { WordsRefusal } from '../../core/words.ts';
import { emptyDraft } from '../../operations/campaigns/empty-draft.ts';
import type { Marks } from '../forms/field.tsx';
import { fieldOf } from '../forms/form.ts';
import { readNumber } from '../forms/read-field.ts';
import type { Office } from '../office/office.tsx';
import { paramOf, queryOf, type SignedIn } from '../office/visit.ts';
import { makerWords } from '../words/maker/in-language.ts';
import { CampaignHead, type CampaignParts, CampaignSide } from './campaign-page.tsx';
import { HandedOverPage, HandOverPage } from './hand-over-page.tsx';
import { type MakerPages, makerOf, noMaker } from './maker-of.ts';
import type { MakerParts } from './maker-page.tsx';
import { markFaults } from './mark-draft.ts';
import { Statistics } from './statistics.tsx';

const base = '/shop/coupons/:campaignId';

/** Coupons from their beginning to their end, around the maker's steps. */
export function registerCampaigns(office: Office, pages: MakerPages): void {
  const { operations, pictures } = pages;

  office.signedIn('POST', '/shop/:shopId/coupons', async (visit) => {
    const by = visit.account.id;
    const shopId = paramOf(visit, 'shopId');
    // Pressed twice, or given up at once before: one untouched draft is enough.
    const campaigns = await operations.campaignsOf({ by, shopId });
    const untouched = campaigns.find(
      ({ state, version, title, maker }) => state === 'draft' && maker === 'shop' && version === 1 && title === '',
    );
    if (untouched) return visit.goTo(`/shop/coupons/${untouched.id}/offer`);
    const shop = await ownShopId(pages, visit);
    if (!shop) return visit.notFound();
    const { wants } = await operations.demandOf(shop);
    const draft = emptyDraft(shop, { now: pages.now, limits: { timeZone: pages.timeZone } }, wants);
    const drafted = await operations.draftCampaign({ by, shopId, draft });
    return drafted.kind === 'kept' ? visit.goTo(`/shop/coupons/${drafted.campaignId}/offer`) : visit.notFound();
  });

  office.signedIn('GET', base, async (visit) => {
    const maker = await makerOf(pages, visit);
    if (!maker) return noMaker(pages, visit);
    const { campaign, operator } = maker;
    if (campaign.state === 'draft') {
      const owners = campaign.maker === 'operator' && !operator;
      return visit.goTo(`/shop/coupons/${campaign.id}/${owners ? 'hand-over' : firstStep(maker)}`);
    }
    const said = queryOf(visit, 'done');
    const done = said === 'ended' || said === 'stock' ? said : null;
    return campaignPage(visit, 200, maker, { stock: stockField(maker), marks: {}, done });
  });

  const campaignPage = async (
    visit: SignedIn,
    status: number,
    maker: MakerParts,
    more: Pick<CampaignParts, 'stock' | 'marks' | 'done'>,
  ): Promise<FastifyReply> => {
    const { campaign, shop } = maker;
    const statistics = await operations.statisticsOf({ by: visit.account.id, campaignId: campaign.id });
    if (!statistics) return visit.notFound();
    const plot = pictures && (await pictures.campaignPlot({ shop, campaign, statistics }, visit.language));
    const parts: CampaignParts = { ...maker, ...more, statistics, plot };
    return visit.page(
      status,
      { title: campaign.title, wide: true },
      <>
        <CampaignHead {...parts} />
        <div class="columns">
          <Statistics tracked={campaign.tracked} statistics={statistics} plot={plot} />
          <CampaignSide {...parts} />
        </div>
      </>,
    );
  };

  office.signedIn('POST', `${base}/stock`, async (visit) => {
    const maker = await makerOf(pages, visit);
    if (!maker) return noMaker(pages, visit);
    const { campaign } = maker;
    const typed = fieldOf(visit.form, 'stock');
    const words = makerWords(visit.language);
    const again = (marks: Marks) => campaignPage(visit, 422, maker, { stock: typed, marks, done: null });
    const read = readNumber(typed);
    if (read.kind === 'fraction') return again({ stock: words.unreadable.fraction });
    if (read.kind === 'unreadable') return again({ stock: words.unreadable['no-number'] });
    const stock = read.kind === 'value' ? read.value : null;
    const outcome = await operations.changeStock({ by: visit.account.id, campaignId: campaign.id, stock });
    if (outcome.kind === 'unknown-campaign') return noMaker(pages, visit);
    if (outcome.kind === 'faults') return again(markFaults(outcome.faults, campaign, words));
    return visit.goTo(`/shop/coupons/${campaign.id}${outcome.kind === 'changed' ? '?done=stock' : ''}`);
  });

  office.signedIn('POST', `${base}/end`, async (visit) => {
    const campaignId = paramOf(visit, 'campaignId');
    const outcome = await operations.endCampaign({ by: visit.account.id, campaignId });
    if (outcome.kind === 'unknown-campaign') return noMaker(pages, visit);
    return visit.goTo(`/shop/coupons/${campaignId}${outcome.kind === 'ended' ? '?done=ended' : ''}`);
  });

  office.signedIn('POST', `${base}/remake`, async (visit) => {
    const campaignId = paramOf(visit, 'campaignId');
    const outcome = await operations.remakeCampaign({ by: visit.account.id, campaignId });
    switch (outcome.kind) {
      case 'kept':
        return visit.goTo(`/shop/coupons/${outcome.campaignId}/check`);
      case 'not-over':
        return visit.goTo(`/shop/coupons/${campaignId}`);
      case 'unknown-campaign':
        return visit.notFound();
    }
  });

  office.signedIn('GET', '/shop/:shopId/hand-over', async (visit) => {
    const shop = await ownShopId(pages, visit);
    return shop ? handOver(visit, 200, { shopId: shop, path: `/shop/${shop}`, wishes: '' }) : visit.notFound();
  });
  office.signedIn('POST', '/shop/:shopId/hand-over', async (visit) => {
    const shopId = await ownShopId(pages, visit);
    if (!shopId) return visit.notFound();
    const wishes = fieldOf(visit.form, 'wishes');
    // Sent twice, it is left to the operator once.
    const waiting = (await operations.campaignsOf({ by: visit.account.id, shopId })).find(
      (one) => one.state === 'draft' && one.maker === 'operator' && one.wishes === wishes.trim(),
    );
    if (waiting) return visit.goTo(`/shop/coupons/${waiting.id}`);
    return leave(visit, { shopId, path: `/shop/${shopId}`, campaignId: null, wishes });
  });
  office.signedIn('GET', `${base}/hand-over`, async (visit) => {
    const maker = await makerOf(pages, visit);
    if (!maker || maker.operator) return visit.notFound();
    const { campaign, shop } = maker;
    if (campaign.state !== 'draft') return visit.goTo(`/shop/coupons/${campaign.id}`);
    if (campaign.maker === 'shop') {
      return handOver(visit, 200, { shopId: shop.id, path: `/shop/coupons/${campaign.id}`, wishes: '' });
    }
    const { handedTitle: title } = makerWords(visit.language).handOver;
    return visit.page(200, { title }, <HandedOverPage {...handedOverParts(maker)} />);
  });
  office.signedIn('POST', `${base}/take-back`, async (visit) => {
    const campaignId = paramOf(visit, 'campaignId');
    const outcome = await operations.takeBack({ by: visit.account.id, campaignId });
    return outcome.kind === 'unknown-campaign' ? visit.notFound() : visit.goTo(`/shop/coupons/${campaignId}`);
  });
  office.signedIn('POST', `${base}/hand-over`, async (visit) => {
    const maker = await makerOf(pages, visit);
    if (!maker || maker.operator) return visit.notFound();
    const { campaign, shop } = maker;
    const wishes = fieldOf(visit.form, 'wishes');
    return leave(visit, { shopId: shop.id, path: `/shop/coupons/${campaign.id}`, campaignId: campaign.id, wishes });
  });

  interface Leaving {
    shopId: string;
    /** Of the shop or the draft that is left to the operator. */
    path: string;
    campaignId: string | null;
    wishes: string;
  }
  const leave = async (visit: SignedIn, { path, ...ask }: Leaving): Promise<FastifyReply> => {
    const outcome = await operations.handOver({ by: visit.account.id, ...ask });
    switch (outcome.kind) {
      case 'handed-over':
        return visit.goTo(`/shop/coupons/${outcome.campaignId}`);
      case 'words':
        return handOver(visit, 422, { ...ask, path }, outcome.because);
      case 'not-a-draft':
        return visit.goTo(path);
      case 'unknown-campaign':
        return visit.notFound();
    }
  };
}

const firstStep = ({ campaign, operator }: MakerParts): string =>
  campaign.version === 1 || operator ? 'offer' : 'check';

const stockField = ({ campaign }: MakerParts): string => (campaign.stock === null ? '' : String(campaign.stock));

const handedOverParts = ({ campaign, shop }: MakerParts) => ({
  action: `/shop/coupons/${campaign.id}/take-back`,
  back: `/shop/${shop.id}`,
  wishes: campaign.wishes,
});

async function ownShopId({ operations }: MakerPages, visit: SignedIn): Promise<string | null> {
  const shops = await operations.ownShops(visit.account.id);
  return shops.find(({ id }) => id === paramOf(visit, 'shopId'))?.id ?? null;
}

function handOver(
  visit: SignedIn,
  status: number,
  { shopId, path, wishes }: { shopId: string; path: string; wishes: string },
  because: WordsRefusal | null = null,
): FastifyReply {
  const { title, faults } = makerWords(visit.language).handOver;
  const fault = because && (because.kind === 'too-long' ? faults['too-long'](because.most) : faults[because.kind]);
  const parts = { action: `${path}/hand-over`, back: `/shop/${shopId}`, wishes, fault };
  return visit.page(status, { title }, <HandOverPage {...parts} />);
}
