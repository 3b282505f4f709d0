import type { FastifyReply } from 'fastify';
import type { Currency } from '../../core/money.ts';
import { parseWords } from '../../core/words.ts';
import type { OperatorOperations } from '../../operations/accounts/account-operations.ts';
import type { CampaignOperations } from '../../operations/campaigns/campaign-operations.ts';
import type { Marks } from '../forms/field.tsx';
import { fieldOf, type Typed } from '../forms/form.ts';
import { readAmount, readDay } from '../forms/read-field.ts';
import type { Office } from '../office/office.tsx';
import { paramOf, queryOf, type SignedIn } from '../office/visit.ts';
import type { AdminWords } from '../words/admin/admin-words.ts';
import { adminWords } from '../words/admin/in-language.ts';
import { AdminPage, type AdminParts } from './admin-page.tsx';
import { FeesPage } from './fees-page.tsx';

export interface AdminPages {
  operations: OperatorOperations & Pick<CampaignOperations, 'handedOver'>;
  currency: Currency;
  timeZone: string;
  now(): Date;
}

const mostReason = 300;
const donesOf = ['approved', 'declined', 'answered', 'nameApproved', 'nameDeclined'] as const;

const seenNames = (visit: SignedIn) => ({
  shopId: paramOf(visit, 'shopId'),
  asked: { name: fieldOf(visit.form, 'name'), nameEn: fieldOf(visit.form, 'nameEn') },
});

/** RC-03, RC-08, RC-13. The operator's pages; to everybody else there are none. */
export function registerAdmin(office: Office, pages: AdminPages): void {
  const { operations, now } = pages;

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

  const feesPage = async (visit: SignedIn, status: number, form: Typed, marks: Marks): Promise<FastifyReply> => {
    const by = visit.account.id;
    const [rules, listed] = await Promise.all([operations.feeRules(by), operations.listedShops(by)]);
    const added = status === 200 && queryOf(visit, 'done') === 'added';
    const parts = { rules, listed, form, marks, added, at: now() };
    return visit.page(status, { title: adminWords(visit.language).feesTitle, wide: true }, <FeesPage {...parts} />);
  };
  office.operator('GET', '/admin/fees', (visit) => feesPage(visit, 200, {}, {}));
  office.operator('POST', '/admin/fees', async (visit) => {
    const { form } = visit;
    const { feeFaults } = adminWords(visit.language);
    const read = readRule(form, pages, feeFaults);
    if (read.kind === 'marks') return feesPage(visit, 422, form, read.marks);
    const outcome = await operations.addFeeRule({ by: visit.account.id, ...read.rule });
    if (outcome.kind === 'added') return visit.goTo('/admin/fees?done=added');
    const input = { 'in-the-past': 'since', 'out-of-range': 'amount', 'unknown-shop': 'shopId' }[outcome.kind];
    return feesPage(visit, 422, form, { [input]: feeFaults[outcome.kind] });
  });
}

type Rule = Omit<Parameters<OperatorOperations['addFeeRule']>[0], 'by'>;

function readRule(
  form: Typed,
  { currency, timeZone, now }: AdminPages,
  faults: AdminWords['feeFaults'],
): { kind: 'rule'; rule: Rule } | { kind: 'marks'; marks: Marks } {
  const amount = readAmount(fieldOf(form, 'amount'), currency);
  const percent = fieldOf(form, 'percent').normalize('NFKC').replace(/%$/, '').trim();
  const [, whole = '0', part = ''] = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(percent === '' ? '0' : percent) ?? ['', ''];
  const since = readDay(fieldOf(form, 'since'), timeZone);
  const marks = {
    ...(amount.kind === 'unreadable' ? { amount: faults['no-amount'] } : {}),
    ...(whole === '' ? { percent: faults['no-percent'] } : {}),
    ...(since.kind === 'unreadable' ? { since: faults['no-day'] } : {}),
  };
  if (Object.keys(marks).length > 0) return { kind: 'marks', marks };
  const rule: Rule = {
    kind: fieldOf(form, 'kind') === 'listing' ? 'listing' : 'commission',
    shopId: fieldOf(form, 'shopId') || null,
    minor: amount.kind === 'value' ? amount.value : 0n,
    basisPoints: Number(whole) * 100 + Number(part.padEnd(2, '0')),
    since: since.kind === 'value' ? since.value : now(),
  };
  return { kind: 'rule', rule };
}
