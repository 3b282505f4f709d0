import { Stale, type Store, type Tx } from '../../store/open-store.ts';
import type { Deps } from '../ports.ts';
import type { CustomerOperations } from './customer-operations.ts';

const goodForMs = 3 * 86_400_000;

type Proof =
  | { kind: 'asking' | 'confirmed'; customerId: string; email: string; changes: number; locale: string }
  | { kind: 'unknown-link' };

/** What a link is good for now: nothing any more once another address was confirmed since it was asked for. */
async function proofIn(from: Pick<Tx, 'customer'> | Store['read'], deps: Deps, token: string): Promise<Proof> {
  const proved = deps.keys.openEmailToken(token);
  if (!proved || deps.now().getTime() - proved.askedAt.getTime() > goodForMs) return { kind: 'unknown-link' };
  const { customerId, email, changes } = proved;
  const customer = await from.customer.findUnique({
    where: { id: customerId },
    select: { locale: true, email: true, emailChanges: true },
  });
  if (!customer) return { kind: 'unknown-link' };
  const { locale } = customer;
  if (customer.email === email) return { kind: 'confirmed', customerId, email, changes, locale };
  if (customer.emailChanges !== changes) return { kind: 'unknown-link' };
  return { kind: 'asking', customerId, email, changes, locale };
}

export const showEmailProof =
  (deps: Deps): CustomerOperations['showEmailProof'] =>
  async (token) => {
    const proof = await proofIn(deps.store.read, deps, token);
    return proof.kind === 'unknown-link' ? proof : { kind: proof.kind, email: proof.email, locale: proof.locale };
  };

/** An address belongs to whoever opened its mail last. */
export const confirmEmail =
  (deps: Deps): CustomerOperations['confirmEmail'] =>
  (token) =>
    deps.store.transaction(async (tx) => {
      const address = deps.keys.openEmailToken(token)?.email;
      if (address === undefined) return { kind: 'unknown-link' } as const;
      await tx.lock(`address:${address}`);
      const proof = await proofIn(tx, deps, token);
      if (proof.kind === 'unknown-link') return proof;
      const { customerId: id, email, changes, locale } = proof;
      if (proof.kind === 'asking') {
        const others = { email, id: { not: id } };
        await tx.customer.updateMany({ where: { ...others, newsBy: 'email' }, data: { newsBy: 'chat' } });
        await tx.customer.updateMany({ where: others, data: { email: null, emailChanges: { increment: 1 } } });
        const data = { email, emailChanges: { increment: 1 } };
        const { count } = await tx.customer.updateMany({ where: { id, emailChanges: changes }, data });
        if (count === 0) throw new Stale();
      }
      return { kind: 'confirmed', email, locale } as const;
    });
