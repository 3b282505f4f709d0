import type { FastifyReply } from 'fastify';
import type { CampaignDraft } from '../../core/coupons/campaign-draft.ts';
import type { OwnedShop } from '../../operations/shops/keeping-operations.ts';
import { fieldOf } from '../forms/form.ts';
import type { Office } from '../office/office.tsx';
import type { SignedIn } from '../office/visit.ts';
import { makerWords } from '../words/maker/in-language.ts';
import { CheckPage } from './check-page.tsx';
import { draftOf } from './draft-of.ts';
import { keepStep, openStep } from './keep-step.tsx';
import { faultsIn, type MakerPages, makerOf, noMaker, placeOf, unreadIn } from './maker-of.ts';
import type { MakerParts } from './maker-page.tsx';
import { readStep } from './read-step.ts';
import { isStep, typedSteps } from './steps.ts';

const base = '/shop/coupons/:campaignId';

/** RC-08. The maker's steps: each keeps what was typed before it leads on. */
export function registerMaker(office: Office, pages: MakerPages): void {
  const { operations, pictures } = pages;

  for (const step of typedSteps) {
    office.signedIn('GET', `${base}/${step}`, (visit) => openStep(pages, visit, step));
    office.signedIn('POST', `${base}/${step}`, (visit) => keepStep(office, pages, visit, step));
  }

  office.signedIn('GET', `${base}/check`, async (visit) => {
    const maker = await makerOf(pages, visit);
    if (!maker) return noMaker(pages, visit);
    if (maker.campaign.state !== 'draft') return visit.goTo(`/shop/coupons/${maker.campaign.id}`);
    return checkPage(pages, visit, 200, maker);
  });

  office.signedIn('GET', `${base}/card`, async (visit) => {
    const maker = pictures && (await makerOf(pages, visit));
    return maker ? sendCard(visit, maker.shop, maker.campaign) : noMaker(pages, visit);
  });
  office.signedIn('POST', `${base}/preview`, async (visit) => {
    const maker = pictures && (await makerOf(pages, visit));
    if (!maker) return noMaker(pages, visit);
    const step = fieldOf(visit.form, 'step');
    if (!isStep(step) || step === 'check') return sendCard(visit, maker.shop, maker.campaign);
    const { draft } = readStep[step](visit.form, draftOf(maker.campaign), placeOf(maker.shop, pages));
    return sendCard(visit, maker.shop, draft);
  });

  const sendCard = async (visit: SignedIn, shop: OwnedShop, draft: CampaignDraft): Promise<FastifyReply> => {
    if (!pictures) return noMaker(pages, visit);
    const { picture, contentType } = await pictures.draftCard({ shop, draft }, visit.language);
    return visit.reply.headers({ 'content-type': contentType, 'cache-control': 'private, no-store' }).send(picture);
  };

  office.signedIn('POST', `${base}/discard`, async (visit) => {
    const maker = await makerOf(pages, visit);
    if (!maker) return noMaker(pages, visit);
    const outcome = await operations.discardDraft({ by: visit.account.id, campaignId: maker.campaign.id });
    if (outcome.kind === 'not-a-draft') return visit.goTo(`/shop/coupons/${maker.campaign.id}`);
    return visit.goTo(maker.operator ? '/admin' : `/shop/${maker.shop.id}`);
  });
}

/** The last step. `alarm`: what just went wrong. */
export async function checkPage(
  pages: MakerPages,
  visit: SignedIn,
  status: number,
  maker: MakerParts,
  alarm: string | null = null,
): Promise<FastifyReply> {
  const words = makerWords(visit.language);
  const faults = faultsIn(maker, pages.now());
  const unread = unreadIn(maker, placeOf(maker.shop, pages));
  const test = await pages.operations.testCardSent({ by: visit.account.id, campaignId: maker.campaign.id });
  const withPin = maker.campaign.proof === 'strict' && maker.campaign.tracked;
  const withoutPin = withPin ? await pages.operations.askingWithoutPin(maker.shop.id) : 0;
  const title = `${words.title}: ${words.steps.check}`;
  return visit.page(
    status,
    { title, wide: true },
    <CheckPage {...{ ...maker, faults, unread, test, alarm, withoutPin }} />,
  );
}
