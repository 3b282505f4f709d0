import type { Certificate, CertificateState } from '../../core/certificates/certificate.ts';
import { money, toCurrency } from '../../core/money.ts';

interface CertificateRow {
  id: string;
  shopId: string;
  state: string;
  currency: string;
  issued: bigint;
  balance: bigint;
  expiresAt: Date | null;
}

export function toCertificate(row: CertificateRow): Certificate {
  const currency = toCurrency(row.currency);
  return {
    id: row.id,
    shopId: row.shopId,
    state: row.state as CertificateState,
    issued: money(row.issued, currency),
    balance: money(row.balance, currency),
    expiresAt: row.expiresAt,
  };
}
