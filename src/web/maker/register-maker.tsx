import type { FastifyReply } from 'fastify';
import { type CampaignDraft, checkDraft, type DraftFault } from '../../core/coupons/campaign-draft.ts';
import type { AccountOperations, OwnedShop } from '../../operations/accounts/account-operations.ts';
import type { CampaignOperations } from '../../operations/campaigns/campaign-operations.ts';
import type { CouponOperations } from '../../operations/coupons/coupon-operations.ts';
import type { Marks } from '../forms/field.tsx';
import { fieldOf, type Typed } from '../forms/form.ts';
import type { Office } from '../office/office.tsx';
import type { OfficePictures } from '../office/pictures.ts';
import { paramOf, queryOf, type SignedIn } from '../office/visit.ts';
import { makerWords } from '../words/maker/in-language.ts';
import { CheckPage, type CheckParts } from './check-page.tsx';
import { currencyOf } from './currency-of.ts';
import { formOf, type Place } from './draft-form.ts';
import { draftOf } from './draft-of.ts';
import { ChangedMeanwhile } from './draft-summary.tsx';
import { type MakerParts, StepPage } from './maker-page.tsx';
import { markFaults, markUnreadable } from './mark-draft.ts';
import { readStep } from './read-step.ts';
import { isStep, stepAfter, stepOfField, type TypedStep } from './steps.ts';

export interface MakerPages {
  operations: CampaignOperations &
    Pick<AccountOperations, 'shopOfCampaign' | 'ownShops'> &
    Pick<CouponOperations, 'demandOf'>;
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
  return { shop, campaign, demand, drawn: pictures !== null, operator };
}

const base = '/shop/coupons/:campaignId';

/** RC-08. The maker's steps: each keeps what was typed before it leads on. */
export function registerMaker(office: Office, pages: MakerPages): void {
  const { operations, pictures } = pages;

  for (const step of ['offer', 'terms', 'look'] as const) {
    office.signedIn('GET', `${base}/${step}`, async (visit) => {
      const maker = await makerOf(pages, visit);
      if (!maker) return visit.notFound();
      if (maker.campaign.state !== 'draft') return visit.goTo(`/shop/coupons/${maker.campaign.id}`);
      const form = formOf[step](maker.campaign, placeOf(maker.shop, pages));
      // An untouched draft is not scolded for what nobody could have typed yet.
      const touched = maker.campaign.version > 1;
      const marks = touched ? marksOf(visit, maker, step, faultsIn(maker, pages.now())) : {};
      return stepPage(visit, 200, { ...maker, step, form, marks, saved: queryOf(visit, 'saved') !== '' });
    });
    office.signedIn('POST', `${base}/${step}`, async (visit) => {
      const maker = await makerOf(pages, visit);
      return maker ? keepStep(pages, visit, maker, step) : visit.notFound();
    });
  }

  office.signedIn('GET', `${base}/check`, async (visit) => {
    const maker = await makerOf(pages, visit);
    if (!maker) return visit.notFound();
    if (maker.campaign.state !== 'draft') return visit.goTo(`/shop/coupons/${maker.campaign.id}`);
    return checkPage(pages, visit, 200, maker, null);
  });

  office.signedIn('GET', `${base}/card`, async (visit) => {
    const maker = pictures && (await makerOf(pages, visit));
    return maker ? sendCard(visit, maker.shop, maker.campaign) : visit.notFound();
  });
  office.signedIn('POST', `${base}/preview`, async (visit) => {
    const maker = pictures && (await makerOf(pages, visit));
    if (!maker) return visit.notFound();
    const step = fieldOf(visit.form, 'step');
    if (!isStep(step) || step === 'check') return sendCard(visit, maker.shop, maker.campaign);
    const { draft } = readStep[step](visit.form, draftOf(maker.campaign), placeOf(maker.shop, pages));
    return sendCard(visit, maker.shop, draft);
  });

  const sendCard = async (visit: SignedIn, shop: OwnedShop, draft: CampaignDraft): Promise<FastifyReply> => {
    if (!pictures) return visit.notFound();
    const { picture, contentType } = await pictures.draftCard({ shop, draft }, visit.language);
    return visit.reply.headers({ 'content-type': contentType, 'cache-control': 'private, no-store' }).send(picture);
  };

  office.signedIn('POST', `${base}/discard`, async (visit) => {
    const maker = await makerOf(pages, visit);
    if (!maker) return visit.notFound();
    const outcome = await operations.discardDraft({ by: visit.account.id, campaignId: maker.campaign.id });
    if (outcome.kind === 'not-a-draft') return visit.goTo(`/shop/coupons/${maker.campaign.id}`);
    return visit.goTo(maker.operator ? '/admin' : `/shop/${maker.shop.id}`);
  });
}

const placeOf = (shop: OwnedShop, { timeZone }: MakerPages): Place => ({
  currency: currencyOf(shop),
  timeZone,
  shopId: shop.id,
});

/** What keeps the stored draft from being sent, as of now. */
export const faultsIn = ({ campaign, shop, demand }: MakerParts, at: Date): DraftFault[] =>
  checkDraft(campaign, {
    at,
    taken: campaign.taken,
    asking: demand.asking,
    chainShopIds: [shop.id, ...shop.siblings.map(({ id }) => id)],
  });

const marksOf = (
  { language }: SignedIn,
  { campaign }: { campaign: CampaignDraft },
  step: TypedStep,
  faults: readonly DraftFault[],
): Marks =>
  markFaults(
    faults.filter(({ field }) => stepOfField[field] === step),
    campaign,
    makerWords(language),
  );

const stepPage = (visit: SignedIn, status: number, parts: Parameters<typeof StepPage>[0]): FastifyReply => {
  const words = makerWords(visit.language);
  const title = `${words.title}: ${words.steps[parts.step]}`;
  return visit.page(status, { title, wide: true }, <StepPage {...parts} />);
};

export function checkPage(
  pages: MakerPages,
  visit: SignedIn,
  status: number,
  maker: MakerParts,
  said: CheckParts['said'],
): FastifyReply {
  const words = makerWords(visit.language);
  const faults = faultsIn(maker, pages.now());
  const title = `${words.title}: ${words.steps.check}`;
  return visit.page(status, { title, wide: true }, <CheckPage {...maker} faults={faults} said={said} />);
}

async function keepStep(pages: MakerPages, visit: SignedIn, maker: MakerParts, step: TypedStep): Promise<FastifyReply> {
  const { campaign, shop } = maker;
  const { form } = visit;
  const home = `/shop/coupons/${campaign.id}`;
  if (campaign.state !== 'draft') return visit.goTo(home);
  const words = makerWords(visit.language);
  const place = placeOf(shop, pages);
  const read = readStep[step](form, draftOf(campaign), place);
  const again = (status: number, marks: Marks, more: { changed?: ReturnType<typeof ChangedMeanwhile> } = {}) =>
    stepPage(visit, status, { ...maker, step, form, marks, ...more });
  const unreadable = markUnreadable(read.unreadable, words);
  if (Object.keys(unreadable).length > 0) return again(422, unreadable);

  const asked = fieldOf(form, 'go');
  const go = isStep(asked) ? asked : stepAfter(step);
  // Sent twice, it is kept once.
  if (sameForm(formOf[step](campaign, place), formOf[step](read.draft, place))) {
    const faults = marksOf(visit, maker, step, faultsIn(maker, pages.now()));
    const stays = go === stepAfter(step) && Object.keys(faults).length > 0;
    return stays ? again(422, faults) : visit.goTo(`${home}/${go}`);
  }
  const outcome = await pages.operations.changeDraft({
    by: visit.account.id,
    campaignId: campaign.id,
    version: versionIn(form),
    draft: read.draft,
  });
  switch (outcome.kind) {
    case 'unknown-campaign':
      return visit.notFound();
    case 'not-a-draft':
      return visit.goTo(home);
    case 'faults':
      return again(422, markFaults(outcome.faults, read.draft, words));
    case 'changed-meanwhile': {
      const now = await makerOf(pages, visit);
      if (!now) return visit.notFound();
      const stored = { draft: now.campaign, shop, step, path: `${home}/${step}` };
      return stepPage(visit, 409, { ...now, step, form, marks: {}, changed: <ChangedMeanwhile {...stored} /> });
    }
    case 'kept': {
      const marks = marksOf(visit, { campaign: { ...campaign, ...read.draft } }, step, outcome.faults);
      if (go !== stepAfter(step) || Object.keys(marks).length === 0) return visit.goTo(`${home}/${go}`);
      const kept = { ...maker, campaign: { ...campaign, ...read.draft, version: outcome.version, tested: false } };
      return stepPage(visit, 422, { ...kept, step, form, marks });
    }
  }
}

export const versionIn = (form: Typed): number => {
  const text = fieldOf(form, 'version');
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
};

const sameForm = (one: Typed, other: Typed): boolean => JSON.stringify(one) === JSON.stringify(other);
