import { passwordFault } from '../../core/accounts/password.ts';
import { parseEmail } from '../../core/email.ts';
import { checkShopEntry, type EntryFault } from '../../core/shops/shop-entry.ts';
import { parseWords } from '../../core/words.ts';
import type { Tx } from '../../store/open-store.ts';
import { tellOperators } from '../messages/tell-operators.ts';
import type { Deps } from '../ports.ts';
import { takeCode } from '../shops/shop-codes.ts';
import { createShop } from '../shops/shop-rows.ts';
import type { AccountOperations } from './account-operations.ts';
import { isDemoAccount, toAccountFacts } from './account-row.ts';
import { devicesAfter } from './known-device.ts';
import { openSession } from './open-session.ts';
import { callerSubject, spendAttempt } from './sign-in-budget.ts';

const mostName = 60;

type Ask = Parameters<AccountOperations['registerOwner']>[0];
type Registered = Awaited<ReturnType<AccountOperations['registerOwner']>>;

export const registerOwner =
  (deps: Deps): AccountOperations['registerOwner'] =>
  async (ask) => {
    const { limits, newId, passwords, store } = deps;
    const owner = checkOwner(ask, limits.refuseDemoKeys);
    const { faults } = owner;
    const shop = checkShopEntry(ask.shop, limits.homeCountry);
    if (shop.kind === 'faults') faults.push(...shop.faults);
    if (faults.length > 0 || shop.kind === 'faults') return { kind: 'faults', faults };
    const subject = callerSubject(deps, ask.from);
    const budget = { kind: 'registration', subject, ...limits.registrationsPerCaller };
    const tried = await store.transaction((tx) => spendAttempt(tx, deps, [budget], newId()));
    if (tried.kind === 'closed') return tried;
    const passwordHash = await passwords.hash(ask.password);
    const registered = await store.transaction((tx) =>
      register(tx, deps, { ask, owner, passwordHash, entry: shop.entry }),
    );
    deps.nudge();
    return registered;
  };

async function register(
  tx: Tx,
  deps: Deps,
  { ask, owner, passwordHash, entry }: { ask: Ask; owner: Owner; passwordHash: string; entry: Ask['shop'] },
): Promise<Registered> {
  const { now, newId } = deps;
  const { name, email } = owner;
  await tx.lock(`account ${email}`);
  const known = await tx.account.findUnique({ where: { email }, select: { id: true } });
  const code = await takeCode(tx, deps, entry.code, null);
  const faults: EntryFault[] = [
    ...(known ? [{ field: 'ownerEmail', kind: 'taken' } as const] : []),
    ...(typeof code === 'string' ? [] : [code]),
  ];
  if (faults.length > 0 || typeof code !== 'string') return { kind: 'faults', faults };
  const facts = { id: newId(), email, name, role: 'shop-owner' as const, locale: ask.locale };
  await tx.account.create({ data: { ...facts, passwordHash, createdAt: now() } });
  const shopId = await createShop(tx, deps, { entry, code, ownerId: facts.id });
  await tellOperators(tx, deps, { key: `shop:${shopId}`, what: 'shop', name: entry.name });
  return {
    kind: 'registered',
    token: await openSession(tx, deps, facts.id),
    devices: devicesAfter(deps, ask.devices, { id: facts.id, passwordHash }),
    account: toAccountFacts(facts),
  };
}

interface Owner {
  /** As they are kept; '' where they are at fault. */
  name: string;
  email: string;
}

function checkOwner({ name, email, password }: Ask, refuseDemo: boolean): Owner & { faults: EntryFault[] } {
  const faults: EntryFault[] = [];
  const parsed = parseWords(name, mostName);
  if (parsed.kind === 'empty') faults.push({ field: 'ownerName', kind: 'missing' });
  if (parsed.kind === 'too-long') faults.push({ field: 'ownerName', kind: 'too-long', most: mostName });
  if (parsed.kind === 'card-number') faults.push({ field: 'ownerName', kind: 'card-number' });
  const address = parseEmail(email);
  if (email.trim() === '') faults.push({ field: 'ownerEmail', kind: 'missing' });
  else if (address.kind === 'card-number') faults.push({ field: 'ownerEmail', kind: 'card-number' });
  else if (address.kind !== 'email' || (refuseDemo && isDemoAccount(address))) {
    faults.push({ field: 'ownerEmail', kind: 'not-an-address' });
  }
  const weak = passwordFault(password, email);
  if (weak) faults.push({ field: 'password', ...weak });
  return {
    name: parsed.kind === 'words' ? parsed.words.replace(/\s+/g, ' ') : '',
    email: address.kind === 'email' ? address.email : '',
    faults,
  };
}
