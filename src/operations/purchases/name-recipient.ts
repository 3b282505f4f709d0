import { startOfDay } from '../../core/calendar.ts';
import { type Phone, parseMobile } from '../../core/phone.ts';
import { withinBudget } from '../../core/recipients/look-up-budget.ts';
import { maskedName, partialName } from '../../core/recipients/partial-name.ts';
import type { Deps } from '../ports.ts';
import type { PurchaseOperations, RecipientOutcome } from './purchase-operations.ts';

type Ask = Parameters<PurchaseOperations['nameRecipient']>[0];

export const nameRecipient =
  (deps: Deps): PurchaseOperations['nameRecipient'] =>
  async (ask) => {
    const number = parseMobile(ask.typed, deps.limits.homeCountry);
    if (number.kind !== 'mobile') return number;
    const { phone } = number;
    if (!(await spendLookUp(deps, ask))) return { kind: 'unnamed', phone };
    const found = await findName(deps, ask, phone);
    return found ? toOutcome(phone, found) : { kind: 'unnamed', phone };
  };

interface Found {
  name: string;
  full: boolean;
}

const toOutcome = (phone: Phone, { name, full }: Found): RecipientOutcome => ({
  kind: 'named',
  phone,
  name: partialName(name),
  shown: full ? name : maskedName(name),
  full,
});

/** GC-06: first the shop's own members, then ours, then the carrier. */
async function findName({ store, ownerOf }: Deps, ask: Ask, phone: Phone): Promise<Found | null> {
  const ours = await store.read.member.findUnique({ where: { phone }, select: { name: true, showsName: true } });
  const buyer = await store.read.member.findUnique({ where: { id: ask.memberId }, select: { showsName: true } });
  const full = ours?.showsName === true && buyer?.showsName === true;
  const shops = await store.read.shopMember.findUnique({ where: { shopId_phone: { shopId: ask.shopId, phone } } });
  if (shops) return { name: shops.name, full };
  if (ours) return { name: ours.name, full };
  const owner = await ownerOf(phone);
  return owner === null ? null : { name: owner, full: false };
}

const kinds = { member: 'look-up-by-member', caller: 'look-up-by-caller' } as const;

/** Counts the look-up for member and caller; a redelivered one counts once. False when the day's budget is spent. */
const spendLookUp = ({ store, limits, now }: Deps, { memberId, caller, attempt }: Ask): Promise<boolean> =>
  store.transaction(async (tx) => {
    await tx.lock(`look-ups:${memberId}`);
    await tx.lock(`look-ups:${caller}`);
    const at = now();
    const since = startOfDay(at, limits.timeZone);
    const byMember = { kind: kinds.member, subject: memberId };
    const byCaller = { kind: kinds.caller, subject: caller };
    const key = { ...byMember, key: attempt };
    if (await tx.attempt.findUnique({ where: { kind_subject_key: key } })) return true;
    const used = {
      byMember: await tx.attempt.count({ where: { ...byMember, at: { gte: since } } }),
      byCaller: await tx.attempt.count({ where: { ...byCaller, at: { gte: since } } }),
    };
    const a = { perMember: limits.lookUpsPerMemberADay, perCaller: limits.lookUpsPerCallerADay };
    if (!withinBudget(used, a)) return false;
    await tx.attempt.createMany({
      data: [
        { ...byMember, key: attempt, at },
        { ...byCaller, key: attempt, at },
      ],
    });
    return true;
  });
