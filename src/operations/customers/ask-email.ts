import { parseEmail } from '../../core/email.ts';
import { wantMailAgain, wantsNoMail } from '../messages/stop-mail.ts';
import { tell } from '../messages/tell.ts';
import type { Deps } from '../ports.ts';
import type { CustomerOperations } from './customer-operations.ts';

const asked = 'email-link';
const dayMs = 86_400_000;
/** Anybody's address can be typed: nobody gets more mails from us than this because of one customer. */
const mostADay = 5;

export const askEmail =
  (deps: Deps): CustomerOperations['askEmail'] =>
  async (customerId, typed) => {
    const parsed = parseEmail(typed);
    if (parsed.kind !== 'email') return parsed;
    const { email } = parsed;
    const { now, newId, nudge, store } = deps;
    const outcome = await store.transaction(async (tx) => {
      await tx.lock(`mails of ${customerId}`);
      const since = new Date(now().getTime() - dayMs);
      const sent = await tx.attempt.count({ where: { kind: asked, subject: customerId, at: { gt: since } } });
      if (sent >= mostADay) return { kind: 'too-often', most: mostADay } as const;
      const key = newId();
      await tx.attempt.create({ data: { kind: asked, subject: customerId, key, at: now() } });
      const {
        locale,
        email: own,
        emailChanges: changes,
      } = await tx.customer.findUniqueOrThrow({
        where: { id: customerId },
        select: { locale: true, email: true, emailChanges: true },
      });
      // Its owner said no to our mail, and only its owner takes that back.
      if (own === email) await wantMailAgain(tx, email);
      else if (await wantsNoMail(tx, email)) return { kind: 'wants-no-mail' } as const;
      const facts = { kind: 'email-link', customerId, email, changes } as const;
      await tell(tx, deps, { key: `email-link:${key}`, channel: 'email', recipient: email, locale, facts });
      return { kind: 'link-sent' } as const;
    });
    if (outcome.kind === 'link-sent') nudge();
    return outcome;
  };
