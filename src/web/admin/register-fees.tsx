import type { FastifyReply } from 'fastify';
import type { Currency } from '../../core/money.ts';
import type { FeeOperations, FeeRuleFault } from '../../operations/fees/fee-operations.ts';
import type { ApprovalOperations } from '../../operations/shops/approval-operations.ts';
import type { Marks } from '../forms/field.tsx';
import { fieldOf, type Typed } from '../forms/form.ts';
import { dayField, readAmount, readDay } from '../forms/read-field.ts';
import type { Office } from '../office/office.tsx';
import { paramOf, queryOf, type SignedIn } from '../office/visit.ts';
import type { AdminWords } from '../words/admin/admin-words.ts';
import { adminWords } from '../words/admin/in-language.ts';
import { FeesPage, type FeesParts, NewFeePage } from './fees-page.tsx';

export interface FeePages {
  operations: FeeOperations & Pick<ApprovalOperations, 'listedShops'>;
  currency: Currency;
  timeZone: string;
  now(): Date;
}

const asDone = (said: string): FeesParts['done'] =>
  said === 'added' || said === 'withdrawn' || said === 'inForceAlready' ? said : null;

/** RC-13. Dated rules: looked at once more before they are kept, and taken back as long as they have not begun. */
export function registerFees(office: Office, pages: FeePages): void {
  const { operations, now } = pages;

  const feesPage = async (visit: SignedIn, status: number, form: Typed, marks: Marks): Promise<FastifyReply> => {
    const by = visit.account.id;
    const [rules, listed] = await Promise.all([operations.feeRules(by), operations.listedShops(by)]);
    const done = visit.request.method === 'GET' ? asDone(queryOf(visit, 'done')) : null;
    const parts = { rules, listed, form, marks, done, at: now() };
    return visit.page(status, { title: adminWords(visit.language).feesTitle, wide: true }, <FeesPage {...parts} />);
  };

  office.operator('GET', '/admin/fees', (visit) => feesPage(visit, 200, {}, {}));

  office.operator('POST', '/admin/fees', async (visit) => {
    const { form } = visit;
    if (fieldOf(form, 'go') === 'change') return feesPage(visit, 200, form, {});
    const words = adminWords(visit.language);
    const by = visit.account.id;
    const { rule, unreadable } = readRule(form, pages);
    const checked = await operations.checkFeeRule({ by, ...rule });
    const marks = markRule(unreadable, checked.kind === 'faults' ? checked.faults : [], words);
    if (Object.keys(marks).length > 0) return feesPage(visit, 422, form, marks);
    if (fieldOf(form, 'confirmed') !== 'yes') {
      const shops = await operations.listedShops(by);
      const shop = shops.find(({ id }) => id === rule.shopId) ?? null;
      const minor = { minor: rule.minor, currency: pages.currency };
      const parts = { form, rule: { ...rule, minor, shop }, fromNow: rule.since <= now() };
      return visit.page(200, { title: words.confirmFee }, <NewFeePage {...parts} />);
    }
    const outcome = await operations.addFeeRule({ by, ...rule });
    if (outcome.kind === 'added') return visit.goTo('/admin/fees?done=added');
    return feesPage(visit, 422, form, markRule({}, outcome.faults, words));
  });

  office.operator('POST', '/admin/fees/:ruleId/withdraw', async (visit) => {
    const outcome = await operations.withdrawFeeRule({ by: visit.account.id, ruleId: paramOf(visit, 'ruleId') });
    // Unknown: taken back before, perhaps by the same press of a button.
    return visit.goTo(`/admin/fees?done=${outcome.kind === 'in-force' ? 'inForceAlready' : 'withdrawn'}`);
  });
}

type Rule = Omit<Parameters<FeeOperations['addFeeRule']>[0], 'by'>;
type RuleField = 'shopId' | 'amount' | 'percent' | 'since';
type Unreadable = Partial<Record<RuleField, 'nothing' | 'no-amount' | 'no-percent' | 'no-day'>>;

/** The rule that a form says, and what of it could not be read. */
function readRule(form: Typed, { currency, timeZone, now }: FeePages): { rule: Rule; unreadable: Unreadable } {
  const amount = readAmount(fieldOf(form, 'amount'), currency);
  const percent = readPercent(fieldOf(form, 'percent'));
  const day = readDay(fieldOf(form, 'since'), timeZone);
  const at = now();
  // Today means from now on.
  const later = day.kind === 'value' && dayField(day.value, timeZone) !== dayField(at, timeZone) ? day.value : at;
  const unreadable: Unreadable = {
    // No fee at all is said by a 0, not by saying nothing.
    ...(amount.kind === 'nothing' && percent === 'nothing' ? { amount: 'nothing' } : {}),
    ...(amount.kind === 'value' || amount.kind === 'nothing' ? {} : { amount: 'no-amount' }),
    ...(percent === 'unreadable' ? { percent: 'no-percent' } : {}),
    ...(day.kind === 'value' || day.kind === 'nothing' ? {} : { since: 'no-day' }),
  };
  const rule: Rule = {
    kind: fieldOf(form, 'kind') === 'listing' ? 'listing' : 'commission',
    shopId: fieldOf(form, 'shopId') || null,
    minor: amount.kind === 'value' ? amount.value : 0n,
    basisPoints: typeof percent === 'number' ? percent : 0,
    since: later,
  };
  return { rule, unreadable };
}

/** In hundredths of a percent. */
function readPercent(typed: string): number | 'nothing' | 'unreadable' {
  const text = typed.normalize('NFKC').trim().replace(/\s*%$/, '');
  if (text === '') return 'nothing';
  const [, whole, part = ''] = /^(\d{1,6})(?:\.(\d{1,2}))?$/.exec(text) ?? [];
  return whole === undefined ? 'unreadable' : Number(whole) * 100 + Number(part.padEnd(2, '0'));
}

const fieldOfFault: Record<FeeRuleFault, RuleField> = {
  'unknown-shop': 'shopId',
  'amount-too-high': 'amount',
  'percent-too-high': 'percent',
  'percent-of-nothing': 'percent',
  'in-the-past': 'since',
};

function markRule(unreadable: Unreadable, faults: readonly FeeRuleFault[], { feeFaults }: AdminWords): Marks {
  const marks: Record<string, string> = {};
  for (const [field, kind] of Object.entries(unreadable)) marks[field] = feeFaults[kind];
  for (const fault of faults) marks[fieldOfFault[fault]] ??= feeFaults[fault];
  return marks;
}
