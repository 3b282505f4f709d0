import { isSame } from '../accounts/is-same.ts';
import type { Deps } from '../ports.ts';
import type { CustomerOperations } from './customer-operations.ts';
import { countWrongCode, forgetCodes, goodCode } from './link-codes.ts';
import { takeIn } from './take-in.ts';

export const finishLinking =
  (deps: Deps): CustomerOperations['finishLinking'] =>
  async ({ userId, code, attempt }) => {
    const outcome = await deps.store.transaction(async (tx) => {
      const good = await goodCode(tx, deps, userId);
      if (!good) return { kind: 'no-code' } as const;
      if (!isSame(code, deps.keys.linkCode(good.codeId))) {
        await countWrongCode(tx, deps, good.codeId, attempt);
        return { kind: 'wrong-code' } as const;
      }
      await forgetCodes(tx, userId);
      const member = await tx.member.findUniqueOrThrow({ where: { id: good.memberId } });
      const { customer } = await takeIn(tx, deps, { userId, phone: member.phone, name: member.name, byNumber: true });
      return { kind: 'linked', customer } as const;
    });
    if (outcome.kind === 'linked') deps.nudge();
    return outcome;
  };
