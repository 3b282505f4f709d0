import { usability } from '../../core/certificates/certificate.ts';
import { money } from '../../core/money.ts';
import { parsePinPolicy } from '../../core/shops/pin-policy.ts';
import { toCertificate } from '../certificates/certificate-row.ts';
import type { Deps } from '../ports.ts';
import { parseCode } from './find-certificate.ts';
import type { TillOperations } from './till-operations.ts';

export const validateCode =
  (deps: Deps): TillOperations['validateCode'] =>
  async ({ terminal, code }) => {
    const parsed = parseCode(deps, code);
    const row = await deps.store.read.certificate.findFirst({
      where: { ...parsed.where, shopId: terminal.shopId },
      include: { shop: true },
    });
    if (!row) return { kind: 'unknown-code' };
    const held = toCertificate(row);
    const policy = parsePinPolicy(row.shop.pinPolicy, row.shop.pinAbove);
    const byPolicy = policy.kind === 'above' ? { above: money(policy.amount, held.issued.currency) } : policy.kind;
    return {
      kind: 'certificate',
      usable: usability(held, deps.now()),
      pinNeeded: parsed.kind === 'number' ? 'always' : byPolicy,
      certificate: {
        number: row.number,
        state: row.state,
        issued: held.issued,
        balance: held.balance,
        buyerName: row.buyerName,
        holderName: row.holderName,
        expiresAt: row.expiresAt,
      },
    };
  };
