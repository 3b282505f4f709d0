import { maskedPhone } from '../../core/phone.ts';
import { toPlain } from '../messages/plain-amount.ts';
import { namesOf } from '../messages/shop-names.ts';
import { tell } from '../messages/tell.ts';
import type { Deps } from '../ports.ts';
import type { CertificateOperations } from './certificate-operations.ts';
import { hasPin, tryHolderPin } from './holder-pin.ts';
import { takeBack } from './take-back.ts';

export const returnCertificate =
  (deps: Deps): CertificateOperations['returnCertificate'] =>
  async ({ pageToken, pin, attempt }) => {
    const outcome = await deps.store.transaction(async (tx) => {
      const row = await tx.certificate.findUnique({
        where: { pageHash: deps.keys.tokenHash(pageToken) },
        include: { shop: true, purchase: { include: { member: { select: { phone: true } } } } },
      });
      if (!row) return { kind: 'unknown-certificate' } as const;
      const guess = { shopId: row.shopId, holderPhone: row.holderPhone, pin, attempt };
      const tried = await tryHolderPin(tx, deps, guess, () => hasPin(deps, pin, row));
      if (tried.kind !== 'right') return tried;
      const taken = await takeBack(tx, deps, row, 'returned');
      if (taken.kind !== 'given-back') return taken;
      await tell(tx, deps, {
        key: `returned:${row.id}`,
        recipient: row.purchase.member.phone,
        facts: {
          kind: 'certificate-returned',
          shop: namesOf(row.shop),
          amount: toPlain({ amount: row.issued, currency: row.currency }),
          recipient: row.holderName ?? maskedPhone(row.holderPhone),
        },
      });
      return { kind: 'returned' } as const;
    });
    if (outcome.kind === 'returned') deps.nudge();
    return outcome;
  };
