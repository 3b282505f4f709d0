import { money, toCurrency } from '../../core/money.ts';
import type { Store } from '../../store/open-store.ts';
import { namesOf } from '../messages/shop-names.ts';
import type { Deps } from '../ports.ts';
import type { CertificateInHand, CertificateOperations } from './certificate-operations.ts';

const mostShown = 50;
const mostUses = 100;
const withShop = { shop: true, purchase: { select: { greeting: true } } } as const;

/** What somebody's proved telephone number holds: what can be used first, the earliest end first. */
export const certificatesOf =
  (deps: Deps): CertificateOperations['certificatesOf'] =>
  async (phone) => {
    const accepted = { holderPhone: phone, expiresAt: { not: null } };
    const { certificate } = deps.store.read;
    const usable = await certificate.findMany({
      where: { ...accepted, state: 'active', expiresAt: { gt: deps.now() } },
      include: withShop,
      orderBy: { expiresAt: 'asc' },
      take: mostShown,
    });
    const known = new Set(usable.map(({ id }) => id));
    const newest = await certificate.findMany({
      where: accepted,
      include: withShop,
      orderBy: { createdAt: 'desc' },
      take: mostShown,
    });
    const all = [...usable, ...newest.filter(({ id }) => !known.has(id))].slice(0, mostShown);
    return all.map((row) => toHand(deps, row, []));
  };

export const certificateOf =
  (deps: Deps): CertificateOperations['certificateOf'] =>
  async (phone, id) => {
    const { read } = deps.store;
    const row = await read.certificate.findFirst({
      where: { id, holderPhone: phone, expiresAt: { not: null } },
      include: withShop,
    });
    if (!row) return null;
    const uses = await read.redemption.findMany({
      where: { certificateId: id },
      orderBy: { at: 'desc' },
      take: mostUses,
    });
    return toHand(deps, row, uses);
  };

const findOne = (read: Store['read']) => read.certificate.findFirstOrThrow({ include: withShop });
type Row = Awaited<ReturnType<typeof findOne>>;
type Use = { at: Date; amount: bigint; rolledBackAt: Date | null };

function toHand({ keys, now }: Deps, row: Row, uses: Use[]): CertificateInHand {
  if (!row.expiresAt) throw new Error("a certificate that nobody accepted is in nobody's hands");
  const currency = toCurrency(row.currency);
  const ranOut = row.state === 'active' && row.expiresAt <= now();
  return {
    id: row.id,
    cardVersion: row.cardVersion,
    number: row.number,
    state: ranOut ? 'expired' : (row.state as CertificateInHand['state']),
    shop: namesOf(row.shop),
    issued: money(row.issued, currency),
    balance: money(row.balance, currency),
    buyerName: row.buyerName,
    expiresAt: row.expiresAt,
    hasGreeting: row.purchase.greeting !== null,
    uses: uses.map(({ at, amount, rolledBackAt }) => ({ at, amount: money(amount, currency), rolledBackAt })),
    pageToken: keys.pageToken(row.id, row.cardVersion),
  };
}
