import type { z } from 'zod';
import type {
  Redemption,
  RegisterLine,
  RollbackAnswer,
  TillOperations,
  TillView,
} from '../../operations/tills/till-operations.ts';
import { wholeNumber } from '../plain-facts.ts';
import type { redemption, registerPage, rollback, validation } from './schemas.ts';

type Validated = Extract<Awaited<ReturnType<TillOperations['validateCode']>>, { kind: 'certificate' }>;
type RolledBack = Extract<RollbackAnswer, { kind: 'rolled-back' }>;

export function toValidation({ usable, pinNeeded, certificate }: Validated): z.output<typeof validation> {
  const above = typeof pinNeeded === 'object' ? pinNeeded.above : null;
  return {
    usable: usable.kind === 'usable',
    reason: usable.kind === 'usable' ? null : usable.kind,
    pinNeeded: typeof pinNeeded === 'object' ? 'above' : pinNeeded,
    pinAbove: above && wholeNumber(above.minor),
    certificate: toCertificate(certificate),
  };
}

const toCertificate = ({ issued, balance, expiresAt, ...rest }: TillView) => ({
  number: rest.number,
  state: rest.state,
  issued: wholeNumber(issued.minor),
  balance: wholeNumber(balance.minor),
  currency: balance.currency,
  buyerName: rest.buyerName,
  holderName: rest.holderName,
  expiresAt: expiresAt?.toISOString() ?? null,
});

export const toRedemption = ({ id, number, amount, balance, at }: Redemption): z.output<typeof redemption> => ({
  id,
  number,
  amount: wholeNumber(amount.minor),
  balance: wholeNumber(balance.minor),
  currency: balance.currency,
  at,
});

export const toRollback = ({ id, redemptionId, amount, balance, at }: RolledBack): z.output<typeof rollback> => ({
  id,
  redemptionId,
  amount: wholeNumber(amount.minor),
  balance: wholeNumber(balance.minor),
  currency: balance.currency,
  at,
});

export function toRegisterPage(found: RegisterLine[]): z.output<typeof registerPage> {
  const lines = found.map(({ amount, balance, at, ...rest }) => ({
    id: rest.id,
    kind: rest.kind,
    certificateNumber: rest.certificateNumber,
    amount: wholeNumber(amount.minor),
    balance: wholeNumber(balance.minor),
    currency: balance.currency,
    buyerName: rest.buyerName,
    memberNumber: rest.memberNumber,
    recipientName: rest.recipientName,
    terminalId: rest.terminalId,
    at: at.toISOString(),
  }));
  return { lines, next: lines.at(-1)?.id ?? null };
}
