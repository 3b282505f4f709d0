import { usability } from '../../core/certificates/certificate.ts';
import { parseMobile } from '../../core/phone.ts';
import type { Store, Tx } from '../../store/open-store.ts';
import { toCertificate } from '../certificates/certificate-row.ts';
import { namesOf } from '../messages/shop-names.ts';
import type { Deps } from '../ports.ts';
import type { OtherShop } from './till-operations.ts';

export const certificateAtTill = {
  shop: true,
  purchase: { include: { member: { select: { phone: true } } } },
} as const;

const findOne = (tx: Tx) => tx.certificate.findFirstOrThrow({ include: certificateAtTill });

export type CertificateAtTill = Awaited<ReturnType<typeof findOne>>;

const isNumber = (code: string): boolean => /^\d{12}$/.test(code);

export type Code = { kind: 'token' | 'number'; where: { tokenHash: string } | { number: string } };

/** What a clerk scans or types: the token of the QR, or the twelve digits, with or without spaces. */
export function parseCode({ keys }: Deps, code: string): Code {
  const compact = code.replace(/[\s-]/g, '');
  if (isNumber(compact)) return { kind: 'number', where: { number: compact } };
  return { kind: 'token', where: { tokenHash: keys.tokenHash(compact.toUpperCase()) } };
}

/** A shop sees only its own. */
export async function findByCode(tx: Tx, code: Code, shopId: string): Promise<CertificateAtTill | null> {
  const row = await tx.certificate.findFirst({ where: { ...code.where, shopId }, include: certificateAtTill });
  return row;
}

/**
 * Who shows the QR of a good certificate at the wrong shop is told which one is the right one. A number that was only
 * typed tells nothing of what it belongs to.
 */
export async function otherShopOf(
  from: Pick<Tx, 'certificate'> | Store['read'],
  code: Code,
  at: Date,
): Promise<OtherShop | null> {
  if (code.kind !== 'token') return null;
  const row = await from.certificate.findFirst({ where: code.where, include: { shop: true } });
  const isGood = row !== null && usability(toCertificate(row), at).kind === 'usable';
  return isGood ? { kind: 'other-shop', shop: namesOf(row.shop) } : null;
}

const mostOfOneHolder = 50;

/** The holder's certificates at this shop, used up and expired ones too, the earliest expiry first. */
export async function findByPhone(tx: Tx, deps: Deps, typed: string, shopId: string) {
  const number = parseMobile(typed, deps.limits.homeCountry);
  const holderPhone = number.kind === 'mobile' ? number.phone : `not a mobile number`;
  const rows = await tx.certificate.findMany({
    where: { holderPhone, shopId, pinHash: { not: null } },
    include: certificateAtTill,
    // Of very many the newest count; an accepted certificate always has its expiry.
    orderBy: [{ expiresAt: 'desc' }, { id: 'desc' }],
    take: mostOfOneHolder,
  });
  return { holderPhone, rows: rows.reverse() };
}
