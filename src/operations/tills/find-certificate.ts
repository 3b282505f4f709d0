import { parseMobile } from '../../core/phone.ts';
import type { Tx } from '../../store/open-store.ts';
import type { Deps } from '../ports.ts';

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

/** A shop sees only its own: another shop's certificate is not found. */
export async function findByCode(tx: Tx, code: Code, shopId: string): Promise<CertificateAtTill | null> {
  const row = await tx.certificate.findFirst({ where: { ...code.where, shopId }, include: certificateAtTill });
  return row;
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
