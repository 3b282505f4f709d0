import type { FastifyReply } from 'fastify';
import { type CampaignDraft, checkDraft, type DraftFault } from '../../core/coupons/campaign-draft.ts';
import type { CampaignOperations } from '../../operations/campaigns/campaign-operations.ts';
import type { CouponOperations } from '../../operations/coupons/coupon-operations.ts';
import type { KeepingOperations, OwnedShop } from '../../operations/shops/keeping-operations.ts';
import type { Typed } from '../forms/form.ts';
import type { OfficePictures } from '../office/pictures.ts';
import { paramOf, type SignedIn } from '../office/visit.ts';
import type { Unreadable } from '../words/maker/maker-words.ts';
import { currencyOf } from './currency-of.ts';
import { formOf, type Place } from './draft-form.ts';
import { draftOf } from './draft-of.ts';
import { keptTyping } from './kept-typing.ts';
import type { MakerParts } from './maker-page.tsx';
import { readStep } from './read-step.ts';
import { type TypedStep, typedSteps } from './steps.ts';

export interface MakerPages {
  operations: CampaignOperations &
    Pick<KeepingOperations, 'shopOfCampaign' | 'ownShops'> &
    Pick<CouponOperations, 'demandOf' | 'askingWithoutPin'>;
  pictures: OfficePictures | null;
  timeZone: string;
  now(): Date;
}

/** What a page of the maker knows of its coupon; null where this visitor has none of that name. */
export async function makerOf(pages: MakerPages, visit: SignedIn): Promise<MakerParts | null> {
  const { operations, pictures } = pages;
  const ask = { by: visit.account.id, campaignId: paramOf(visit, 'campaignId') };
  const [campaign, shop] = await Promise.all([operations.showCampaign(ask), operations.shopOfCampaign(ask)]);
  if (!campaign || !shop) return null;
  const demand = await operations.demandOf(shop.id);
  const operator = visit.account.role === 'operator';
  return { shop, campaign, demand, drawn: pictures !== null, operator, kept: keptTyping(visit) };
}

/** What whoever asked for a coupon meets that `makerOf` does not know. */
export async function noMaker({ operations }: MakerPages, visit: SignedIn): Promise<FastifyReply> {
  const ask = { by: visit.account.id, campaignId: paramOf(visit, 'campaignId') };
  return (await operations.wasTakenBack(ask)) ? visit.notice(409, 'takenBack') : visit.notFound();
}

export const placeOf = (shop: OwnedShop, { timeZone }: Pick<MakerPages, 'timeZone'>): Place => ({
  currency: currencyOf(shop),
  timeZone,
  shopId: shop.id,
});

/** What keeps a draft from being sent, as of now. */
export const faultsIn = (
  { campaign, shop, demand }: Pick<MakerParts, 'campaign' | 'shop' | 'demand'>,
  at: Date,
  draft: CampaignDraft = campaign,
): DraftFault[] =>
  checkDraft(draft, {
    at,
    taken: campaign.taken,
    asking: demand.asking,
    chainShopIds: [shop.id, ...shop.siblings.map(({ id }) => id)],
  });

/** A step as whoever makes the coupon left it: stored, and typed beyond what could be stored. */
export function leftAt({ campaign, kept }: MakerParts, step: TypedStep, place: Place): Typed {
  return { ...formOf[step](campaign, place), ...kept[step] };
}

export type Unread = { step: TypedStep; input: string; kind: Unreadable['kind'] };

/** What was typed at any step and could not be read. */
export const unreadIn = (maker: MakerParts, place: Place): Unread[] =>
  typedSteps.flatMap((step) => {
    if (!maker.kept[step]) return [];
    const { unreadable } = readStep[step](leftAt(maker, step, place), draftOf(maker.campaign), place);
    return Object.entries(unreadable).map(([input, kind]) => ({ step, input, kind }));
  });
