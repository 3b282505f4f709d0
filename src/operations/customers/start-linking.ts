import { maskedPhone } from '../../core/phone.ts';
import { signIn } from '../members/sign-in.ts';
import { tell } from '../messages/tell.ts';
import type { Deps } from '../ports.ts';
import type { CustomerOperations } from './customer-operations.ts';
import { codesSpentUntil, keepCode } from './link-codes.ts';

/** Number and PIN show who knows them; the code shows who holds the member's telephone. */
export const startLinking =
  (deps: Deps): CustomerOperations['startLinking'] =>
  async ({ userId, memberNumber, pin, attempt }) => {
    const caller = `chat ${userId}`;
    const signed = await signIn(deps)({ member: { number: memberNumber }, caller, pin, attempt });
    if (signed.kind !== 'signed-in') return signed;
    const { member } = signed;
    const outcome = await deps.store.transaction(async (tx) => {
      const until = await codesSpentUntil(tx, deps, userId);
      if (until) return { kind: 'closed', until } as const;
      const codeId = deps.newId();
      await keepCode(tx, deps, userId, { memberId: member.id, codeId });
      const facts = { kind: 'link-code', codeId } as const;
      // In the language of the chat that it is to be written in.
      const { locale } = await tx.chatUser.findUniqueOrThrow({ where: { id: userId }, select: { locale: true } });
      await tell(tx, deps, { key: `link-code:${codeId}`, recipient: member.phone, channel: 'text', locale, facts });
      return { kind: 'code-sent', phone: maskedPhone(member.phone) } as const;
    });
    if (outcome.kind === 'code-sent') deps.nudge();
    return outcome;
  };
