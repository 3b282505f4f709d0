import { usability } from '../../core/certificates/certificate.ts';
import { redeem } from '../../core/certificates/redeem.ts';
import { redemptionEntry } from '../../core/ledger/entry.ts';
import { money } from '../../core/money.ts';
import { needsPin, parsePinPolicy } from '../../core/shops/pin-policy.ts';
import { Stale, type Tx } from '../../store/open-store.ts';
import { toCertificate } from '../certificates/certificate-row.ts';
import { hasPin, tryHolderPin } from '../certificates/holder-pin.ts';
import { recordInShop } from '../certificates/shop-record.ts';
import { book } from '../ledger/book.ts';
import { ClosedDoors } from '../members/closed-doors.ts';
import type { WrongPin } from '../members/member-operations.ts';
import type { Deps } from '../ports.ts';
import { answerOnce, hashOfKey, isKept } from './answer-once.ts';
import {
  type CertificateAtTill,
  type Code,
  findByCode,
  findByPhone,
  otherShopOf,
  parseCode,
} from './find-certificate.ts';
import { redeemVoucher } from './redeem-voucher.ts';
import { tellOfUse } from './tell-of-use.ts';
import type { RedeemAnswer, TillOperations } from './till-operations.ts';

type Ask = Parameters<TillOperations['redeemCode']>[0];
type Refused = WrongPin | { kind: 'pin-needed' } | { kind: 'unknown-code' };

export const redeemCode = (deps: Deps): TillOperations['redeemCode'] => {
  const doors = new ClosedDoors();
  return async (ask) => {
    const door = doorOf(deps, ask);
    const until = door && doors.closedUntil(door, deps.now());
    // The first answer to a key is given again even so; what was sent away here is not kept, and asks anew later.
    if (until && !(await isKept(deps, ask)))
      return { kind: 'answer', replayed: false, answer: { kind: 'closed', until } };
    const answered = await deps.store.transaction((tx) => answerOnce(tx, deps, ask, () => redeemAt(tx, deps, ask)));
    if (answered.kind === 'answer' && (answered.answer.kind === 'redeemed' || answered.answer.kind === 'coupon-used')) {
      deps.failpoint('redemption.saved');
      deps.nudge();
    }
    if (door && answered.kind === 'answer' && answered.answer.kind === 'closed') {
      doors.remember(door, answered.answer.until);
    }
    return answered;
  };
};

/** The certificate or holder as named where that needs the PIN in any case; null where a token may do without. */
function doorOf(deps: Deps, { terminal, by }: Ask): string | null {
  if ('phone' in by) return `${terminal.shopId}|phone ${by.phone}`;
  if (by.pin === null) return null;
  const code = parseCode(deps, by.code);
  return 'number' in code.where ? `${terminal.shopId}|number ${code.where.number}` : null;
}

async function redeemAt(tx: Tx, deps: Deps, ask: Ask): Promise<RedeemAnswer> {
  const found = 'code' in ask.by ? await byCode(tx, deps, ask, ask.by) : await byPhone(tx, deps, ask, ask.by);
  if ('coupon' in found) {
    const { code, pin } = found.coupon;
    const attempt = attemptOf(deps, ask);
    const answer = await redeemVoucher(tx, deps, { terminal: ask.terminal, code, pin, bill: ask.amount, attempt });
    return answer.kind === 'unknown-code' ? ((await otherShopOf(tx, code, deps.now())) ?? answer) : answer;
  }
  if ('refused' in found) return found.refused;
  const outcome = redeem(toCertificate(found.row), ask.amount, deps.now());
  if (outcome.kind !== 'redeemed') return outcome;
  return save(tx, deps, ask, found.row, outcome);
}

type Found = { row: CertificateAtTill } | { refused: Refused } | { coupon: { code: Code; pin: string | null } };

/** The number is printed for anyone to read, so it always needs the PIN; the token as the shop decides. */
async function byCode(tx: Tx, deps: Deps, ask: Ask, by: { code: string; pin: string | null }): Promise<Found> {
  const { shopId } = ask.terminal;
  const code = parseCode(deps, by.code);
  const named = await findByCode(tx, code, shopId);
  if (!named) return { coupon: { code, pin: by.pin } };
  await tx.lock(`certificate:${named.id}`);
  const policy = parsePinPolicy(named.shop.pinPolicy, named.shop.pinAbove);
  const { pin } = by;
  if (code.kind === 'number' || needsPin(policy, ask.amount)) {
    if (pin === null) return { refused: { kind: 'pin-needed' } };
    const guess = { shopId, holderPhone: named.holderPhone, pin, attempt: attemptOf(deps, ask) };
    const tried = await tryHolderPin(tx, deps, guess, () => hasPin(deps, pin, named));
    if (tried.kind !== 'right') return { refused: tried };
  }
  const row = await findByCode(tx, code, shopId);
  return row ? { row } : { refused: { kind: 'unknown-code' } };
}

/**
 * Of several certificates with this PIN: the one that ends first among those that cover the amount, else the first that
 * can be used; and when none can, the last one, which says why.
 */
async function byPhone(tx: Tx, deps: Deps, ask: Ask, { phone, pin }: { phone: string; pin: string }): Promise<Found> {
  const { shopId } = ask.terminal;
  const { holderPhone } = await findByPhone(tx, deps, phone, shopId);
  await tx.lock(`holder:${shopId}:${holderPhone}`);
  const { rows } = await findByPhone(tx, deps, phone, shopId);
  const own: CertificateAtTill[] = [];
  const guess = { shopId, holderPhone, pin, attempt: attemptOf(deps, ask) };
  const tried = await tryHolderPin(tx, deps, guess, () => {
    own.push(...rows.filter((row) => hasPin(deps, pin, row)));
    return own.length > 0;
  });
  if (tried.kind !== 'right') return { refused: tried };
  const usable = own.filter((row) => usability(toCertificate(row), deps.now()).kind === 'usable');
  const row = usable.find(({ balance }) => balance >= ask.amount) ?? usable[0] ?? own.at(-1);
  return row ? { row } : { refused: { kind: 'wrong-pin' } };
}

const attemptOf = (deps: Deps, { terminal, idempotencyKey, requestHash }: Ask): string =>
  `${terminal.id}:${hashOfKey(deps, idempotencyKey)}:${requestHash}`;

async function save(
  tx: Tx,
  deps: Deps,
  { terminal, amount }: Ask,
  row: CertificateAtTill,
  outcome: Extract<ReturnType<typeof redeem>, { kind: 'redeemed' }>,
): Promise<RedeemAnswer> {
  const at = deps.now();
  const left = outcome.balance.minor;
  const { count } = await tx.certificate.updateMany({
    where: { id: row.id, state: 'active', balance: row.balance },
    data: { balance: left, state: outcome.state, endedAt: outcome.state === 'redeemed' ? at : null },
  });
  if (count === 0) throw new Stale();
  const id = deps.newId();
  const taken = money(amount, outcome.balance.currency);
  const { shopId } = row;
  await tx.redemption.create({
    data: { id, certificateId: row.id, shopId, terminalId: terminal.id, amount, balanceAfter: left, at },
  });
  await book(tx, deps, redemptionEntry(id, row.id, shopId, taken));
  await recordInShop(tx, deps, row, { kind: 'used', amount, balance: left, terminalId: terminal.id });
  await tellOfUse(tx, deps, row, {
    kind: 'certificate-used',
    key: `used:${id}`,
    at,
    amount: taken,
    balance: outcome.balance,
  });
  deps.failpoint('redemption.saving');
  return { kind: 'redeemed', id, number: row.number, amount: taken, balance: outcome.balance, at: at.toISOString() };
}
