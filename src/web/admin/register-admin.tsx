import type { FastifyReply } from 'fastify';
import { parseWords } from '../../core/words.ts';
import type { CampaignOperations } from '../../operations/campaigns/campaign-operations.ts';
import type { FeeOperations } from '../../operations/fees/fee-operations.ts';
import type { ApprovalOperations } from '../../operations/shops/approval-operations.ts';
import { fieldOf } from '../forms/form.ts';
import type { Office } from '../office/office.tsx';
import { paramOf, queryOf, type SignedIn } from '../office/visit.ts';
import { adminWords } from '../words/admin/in-language.ts';
import { AdminPage, type AdminParts } from './admin-page.tsx';
import { type FeePages, registerFees } from './register-fees.tsx';

export interface AdminPages extends FeePages {
  operations: ApprovalOperations & FeeOperations & Pick<CampaignOperations, 'handedOver'>;
}

const mostReason = 300;
const donesOf = ['approved', 'declined', 'answered', 'nameApproved', 'nameDeclined'] as const;

const seenNames = (visit: SignedIn) => ({
  shopId: paramOf(visit, 'shopId'),
  asked: { name: fieldOf(visit.form, 'name'), nameEn: fieldOf(visit.form, 'nameEn') },
});

/** RC-03, RC-08, RC-13. The operator's pages; to everybody else there are none. */
export function registerAdmin(office: Office, pages: AdminPages): void {
  const { operations } = pages;

  const adminPage = async (
    visit: SignedIn,
    status: number,
    {
      done = null,
      declining = null,
      nameChanged = false,
    }: Partial<Pick<AdminParts, 'done' | 'declining' | 'nameChanged'>>,
  ): Promise<FastifyReply> => {
    const by = visit.account.id;
    const [waiting, names, wishes, campaigns, listed] = await Promise.all([
      operations.shopsToApprove(by),
      operations.namesToApprove(by),
      operations.openWishes(by),
      operations.handedOver(by),
      operations.listedShops(by),
    ]);
    const parts = { waiting, names, wishes, campaigns, listed, done, declining, nameChanged };
    return visit.page(status, { title: adminWords(visit.language).title, wide: true }, <AdminPage {...parts} />);
  };

  office.operator('GET', '/admin', (visit) => {
    const said = queryOf(visit, 'done');
    return adminPage(visit, 200, { done: donesOf.find((one) => one === said) ?? null });
  });

  office.operator('POST', '/admin/shops/:shopId/approve', async (visit) => {
    const shopId = paramOf(visit, 'shopId');
    const chainOf = fieldOf(visit.form, `chain-${shopId}`) || null;
    const outcome = await operations.approveShop({ by: visit.account.id, shopId, chainOf });
    return outcome.kind === 'approved' ? visit.goTo('/admin?done=approved') : visit.notFound();
  });

  office.operator('POST', '/admin/shops/:shopId/decline', async (visit) => {
    const shopId = paramOf(visit, 'shopId');
    const reason = fieldOf(visit.form, `reason-${shopId}`);
    if (parseWords(reason, mostReason).kind !== 'words') {
      return adminPage(visit, 422, { declining: { shopId, reason } });
    }
    const outcome = await operations.declineShop({ by: visit.account.id, shopId, reason });
    return outcome.kind === 'declined' ? visit.goTo('/admin?done=declined') : visit.notFound();
  });

  office.operator('POST', '/admin/shops/:shopId/name/approve', async (visit) => {
    const outcome = await operations.approveName({ by: visit.account.id, ...seenNames(visit) });
    if (outcome.kind === 'changed-meanwhile') return adminPage(visit, 409, { nameChanged: true });
    return outcome.kind === 'approved' ? visit.goTo('/admin?done=nameApproved') : visit.notFound();
  });
  office.operator('POST', '/admin/shops/:shopId/name/decline', async (visit) => {
    const seen = seenNames(visit);
    const reason = fieldOf(visit.form, `reason-${seen.shopId}`);
    if (parseWords(reason, mostReason).kind !== 'words') {
      return adminPage(visit, 422, { declining: { shopId: seen.shopId, reason } });
    }
    const outcome = await operations.declineName({ by: visit.account.id, ...seen, reason });
    if (outcome.kind === 'changed-meanwhile') return adminPage(visit, 409, { nameChanged: true });
    return outcome.kind === 'declined' ? visit.goTo('/admin?done=nameDeclined') : visit.notFound();
  });

  office.operator('POST', '/admin/wishes/:wishId/answer', async (visit) => {
    const wishId = paramOf(visit, 'wishId');
    const chosen = fieldOf(visit.form, `shop-${wishId}`);
    const listed = fieldOf(visit.form, 'answer') === 'listed';
    if (listed && chosen === '') return visit.goTo('/admin');
    const shopId = listed ? chosen : null;
    const outcome = await operations.answerWish({ by: visit.account.id, wishId, shopId });
    // Answered before, perhaps by the same press of a button.
    if (outcome.kind === 'unknown-wish') return visit.goTo('/admin');
    return outcome.kind === 'answered' ? visit.goTo('/admin?done=answered') : visit.notFound();
  });
  registerFees(office, pages);
}
