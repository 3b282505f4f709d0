import type { Store } from '../../store/open-store.ts';
import { auditCertificates } from './certificates.ts';
import { auditCoupons } from './coupons.ts';
import { auditLedger } from './ledger.ts';
import { auditOutbox } from './outbox.ts';
import { auditPayments } from './payments.ts';
import { auditSecrets } from './secrets.ts';
import { auditShops } from './shops.ts';
import type { Violation } from './violation.ts';

/**
 * Reads the whole database and checks what must always hold. `at`: what counts as late is counted up to then; a
 * database at rest is audited as of its last sign of life.
 */
export async function audit(store: Store, at?: Date): Promise<Violation[]> {
  const asOf = at ?? (await lastSignOfLife(store));
  const found = [
    ...(await auditLedger(store)),
    ...(await auditCertificates(store)),
    ...(await auditPayments(store, asOf)),
    ...(await auditShops(store)),
    ...(await auditOutbox(store)),
    ...(await auditCoupons(store)),
    ...(await auditSecrets(store)),
  ];
  return found;
}

async function lastSignOfLife({ read }: Store): Promise<Date> {
  const newest = await Promise.all([
    read.hold.aggregate({ _max: { createdAt: true } }).then(({ _max }) => _max.createdAt),
    read.ledgerEntry.aggregate({ _max: { at: true } }).then(({ _max }) => _max.at),
    read.call.aggregate({ _max: { endedAt: true } }).then(({ _max }) => _max.endedAt),
    read.outboxMessage.aggregate({ _max: { sentAt: true } }).then(({ _max }) => _max.sentAt),
  ]);
  return new Date(Math.max(0, ...newest.map((at) => at?.getTime() ?? 0)));
}
