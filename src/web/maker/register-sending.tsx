import type { FastifyReply } from 'fastify';
import type { Progress } from '../../operations/campaigns/campaign-operations.ts';
import { writtenAmount } from '../../wording/written/amounts.ts';
import { dateWriter } from '../../wording/written/dates.ts';
import type { Office } from '../office/office.tsx';
import { queryOf, type SignedIn } from '../office/visit.ts';
import { makerWords } from '../words/maker/in-language.ts';
import { isOffer, SendPage } from './check-page.tsx';
import { versionIn } from './keep-step.tsx';
import { faultsIn, type MakerPages, makerOf, noMaker, placeOf, unreadIn } from './maker-of.ts';
import type { MakerParts } from './maker-page.tsx';
import { isUnderWay, ProgressPage, progressLines, progressTitle } from './progress-page.tsx';
import { checkPage } from './register-maker.tsx';

const base = '/shop/coupons/:campaignId';
const reloadSeconds = 3;

/** RC-10. The test card, the sending to all who asked, how far it is, and the way back within ten minutes. */
export function registerSending(office: Office, pages: MakerPages): void {
  const { operations, now } = pages;
  const isUnread = (maker: MakerParts) => unreadIn(maker, placeOf(maker.shop, pages)).length > 0;

  office.signedIn('POST', `${base}/test`, async (visit) => {
    const maker = await makerOf(pages, visit);
    if (!maker) return noMaker(pages, visit);
    if (isUnread(maker)) return checkPage(pages, visit, 422, maker);
    const { check } = makerWords(visit.language);
    const outcome = await operations.sendTestCard({ by: visit.account.id, campaignId: maker.campaign.id });
    switch (outcome.kind) {
      case 'sent':
        return visit.goTo(`/shop/coupons/${maker.campaign.id}/check`);
      case 'not-approved':
        return checkPage(pages, visit, 409, maker, check.notApproved);
      case 'too-many':
      case 'too-many-numbers': {
        const until = dateWriter(visit.language, pages.timeZone).moment(outcome.until);
        const most = String(outcome.most);
        const say = outcome.kind === 'too-many' ? check.tooManyTests : check.tooManyNumbers;
        return checkPage(pages, visit, 429, maker, say(most, until));
      }
      case 'no-phone':
        return checkPage(pages, visit, 422, maker, check.noPhone);
      case 'faults':
        return checkPage(pages, visit, 422, maker);
      case 'not-a-draft':
        return visit.goTo(`/shop/coupons/${maker.campaign.id}`);
      case 'unknown-campaign':
        return noMaker(pages, visit);
    }
  });

  office.signedIn('GET', `${base}/send`, async (visit) => {
    const maker = await makerOf(pages, visit);
    if (!maker) return noMaker(pages, visit);
    const { campaign, shop } = maker;
    if (campaign.state !== 'draft') return visit.goTo(`/shop/coupons/${campaign.id}`);
    const ready = shop.approved && campaign.tested && !isUnread(maker) && faultsIn(maker, now()).length === 0;
    if (!ready) return visit.goTo(`/shop/coupons/${campaign.id}/check`);
    const rule = shop.fees.find(({ kind }) => kind === 'listing');
    const fee = rule && rule.minor.minor > 0n ? writtenAmount(rule.minor, visit.language) : null;
    const { send } = makerWords(visit.language);
    const title = isOffer(maker) ? send.offerTitle : send.title;
    return visit.page(200, { title }, <SendPage {...maker} fee={fee} />);
  });

  office.signedIn('POST', `${base}/send`, async (visit) => {
    const maker = await makerOf(pages, visit);
    if (!maker) return noMaker(pages, visit);
    if (maker.campaign.state === 'draft' && isUnread(maker)) return checkPage(pages, visit, 422, maker);
    const { id: campaignId } = maker.campaign;
    const { check, changed } = makerWords(visit.language);
    const ask = { by: visit.account.id, campaignId, version: versionIn(visit.form) };
    const outcome = await operations.publishCampaign(ask);
    switch (outcome.kind) {
      case 'published':
        return visit.goTo(`/shop/coupons/${campaignId}/progress`);
      // Sent already, perhaps by the same press of a button.
      case 'not-a-draft':
        return visit.goTo(`/shop/coupons/${campaignId}/progress`);
      case 'not-approved':
        return checkPage(pages, visit, 409, maker, check.notApproved);
      case 'changed-meanwhile':
        return checkPage(pages, visit, 409, maker, changed.title);
      case 'not-tested':
        return checkPage(pages, visit, 409, maker, check.sendFirst);
      case 'nobody-asked':
        return checkPage(pages, visit, 409, maker, check.nobody);
      case 'faults':
        return checkPage(pages, visit, 422, maker);
      case 'unknown-campaign':
        return noMaker(pages, visit);
    }
  });

  const progressed = async (visit: SignedIn): Promise<{ maker: MakerParts; progress: Progress } | null> => {
    const maker = await makerOf(pages, visit);
    const ask = maker && { by: visit.account.id, campaignId: maker.campaign.id };
    const progress = ask && (await operations.progressOf(ask));
    return maker && progress ? { maker, progress } : null;
  };
  const progressPage = (
    visit: SignedIn,
    { maker, progress }: { maker: MakerParts; progress: Progress },
  ): FastifyReply => {
    const said = queryOf(visit, 'done');
    const done = (['stopped', 'tooLate'] as const).find((one) => one === said) ?? null;
    const title = progressTitle(progress, visit.language);
    const sheet = { title, ...(isUnderWay(progress) ? { reloadSeconds } : {}) };
    const parts = { campaign: maker.campaign, progress, at: now(), done, operator: maker.operator };
    return visit.page(200, sheet, <ProgressPage {...parts} />);
  };

  office.signedIn('GET', `${base}/progress`, async (visit) => {
    const found = await progressed(visit);
    return found ? progressPage(visit, found) : noMaker(pages, visit);
  });
  office.signedIn('GET', `${base}/progress.json`, async (visit) => {
    const found = await progressed(visit);
    if (!found) return noMaker(pages, visit);
    const { progress } = found;
    return visit.reply.header('cache-control', 'no-store').send({
      underWay: isUnderWay(progress),
      done: progress.sent + progress.failed,
      total: progress.total,
      lines: progressLines(progress, visit.language, pages.timeZone),
    });
  });

  office.signedIn('POST', `${base}/stop`, async (visit) => {
    const found = await progressed(visit);
    if (!found) return noMaker(pages, visit);
    const { id: campaignId } = found.maker.campaign;
    const outcome = await operations.stopPublication({ by: visit.account.id, campaignId });
    const progress = `/shop/coupons/${campaignId}/progress`;
    switch (outcome.kind) {
      case 'stopped':
        return visit.goTo(`${progress}?done=stopped`);
      case 'too-late':
        return visit.goTo(`${progress}?done=tooLate`);
      case 'not-running':
        return visit.goTo(progress);
      case 'unknown-campaign':
        return noMaker(pages, visit);
    }
  });
}
