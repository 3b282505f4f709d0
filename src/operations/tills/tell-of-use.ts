import type { Money } from '../../core/money.ts';
import { maskedPhone } from '../../core/phone.ts';
import type { Tx } from '../../store/open-store.ts';
import { plainMoney } from '../messages/plain-amount.ts';
import { namesOf } from '../messages/shop-names.ts';
import { tell } from '../messages/tell.ts';
import type { Deps } from '../ports.ts';
import type { CertificateAtTill } from './find-certificate.ts';

interface Use {
  kind: 'certificate-used' | 'use-rolled-back';
  key: string;
  at: Date;
  amount: Money;
  balance: Money;
}

/** GC-15: the buyer hears when and where the gift is used, and what is left. */
export const tellOfUse = (tx: Tx, deps: Deps, row: CertificateAtTill, use: Use): Promise<void> =>
  tell(tx, deps, {
    key: use.key,
    recipient: row.purchase.member.phone,
    facts: {
      kind: use.kind,
      shop: namesOf(row.shop),
      recipient: row.holderName ?? maskedPhone(row.holderPhone),
      at: use.at.toISOString(),
      amount: plainMoney(use.amount),
      balance: plainMoney(use.balance),
    },
  });
