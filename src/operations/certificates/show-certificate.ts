import { money, toCurrency } from '../../core/money.ts';
import type { Deps } from '../ports.ts';
import type { CertificateOperations, CertificatePage } from './certificate-operations.ts';

const mostUses = 100;

/** GC-11, GC-15: what the holder sees. */
export const showCertificate =
  ({ store, keys, now }: Deps): CertificateOperations['showCertificate'] =>
  async (pageToken) => {
    const row = await store.read.certificate.findUnique({
      where: { pageHash: keys.tokenHash(pageToken) },
      include: { shop: true, purchase: { select: { greeting: true } } },
    });
    if (!row?.expiresAt) return { kind: 'unknown-certificate' };
    const uses = await store.read.redemption.findMany({
      where: { certificateId: row.id },
      orderBy: { at: 'desc' },
      take: mostUses,
    });
    const currency = toCurrency(row.currency);
    const card = await store.read.outboxMessage.findUnique({ where: { key: `card:${row.id}:${row.cardVersion}` } });
    const ranOut = row.state === 'active' && row.expiresAt <= now();
    const certificate: CertificatePage = {
      id: row.id,
      cardVersion: row.cardVersion,
      number: row.number,
      state: ranOut ? 'expired' : (row.state as CertificatePage['state']),
      shop: { name: row.shop.name, nameEn: row.shop.nameEn },
      issued: money(row.issued, currency),
      balance: money(row.balance, currency),
      buyerName: row.buyerName,
      expiresAt: row.expiresAt,
      locale: card?.locale ?? 'ko',
      hasGreeting: row.purchase.greeting !== null,
      uses: uses.map(({ at, amount, rolledBackAt }) => ({
        at,
        amount: money(amount, currency),
        rolledBackAt,
      })),
    };
    return { kind: 'certificate', certificate };
  };

/** What the picture of the card shows. A voided version, or a certificate that nobody accepted, has no picture. */
export const cardFacts =
  ({ store, keys }: Deps): CertificateOperations['cardFacts'] =>
  async (id, cardVersion) => {
    const row = await store.read.certificate.findFirst({
      where: { id, cardVersion, tokenHash: { not: null } },
      include: { shop: true },
    });
    if (!row?.expiresAt) return null;
    const card = await store.read.outboxMessage.findUnique({ where: { key: `card:${id}:${cardVersion}` } });
    return {
      token: keys.cardToken(id, cardVersion),
      number: row.number,
      shop: { name: row.shop.name, nameEn: row.shop.nameEn },
      issued: money(row.issued, toCurrency(row.currency)),
      buyerName: row.buyerName,
      expiresAt: row.expiresAt,
      locale: card?.locale ?? 'ko',
    };
  };
