import type { Currency } from '../../core/money.ts';
import type { Tx } from '../../store/open-store.ts';
import type { Deps } from '../ports.ts';
import { usualAmounts, usualValidDays } from '../shops/shop-rows.ts';

export interface DemoData {
  members: {
    number: string;
    pin: string;
    name: string;
    phone: string;
    locale: string;
    card: { brand: string; last4: string };
  }[];
  shops: {
    code: string;
    name: string;
    nameEn: string;
    trade: string;
    about: string;
    place: string;
    /** Monday first. */
    hours: (string | null)[];
    threshold: number;
    email: string | null;
    phone: string | null;
    terminalKey: string;
    members: { phone: string; name: string }[];
  }[];
  accounts: {
    email: string;
    password: string;
    role: string;
    name: string;
    shops: string[];
    member: string | null;
  }[];
}

type DemoDeps = Pick<Deps, 'store' | 'keys' | 'newId' | 'now'> & {
  currency: Currency;
  hashPassword: (password: string) => Promise<string>;
};

/** Puts the demo people into an empty database. One with members of its own is left alone. */
export async function loadDemoData(deps: DemoDeps, demo: DemoData): Promise<{ kind: 'loaded' | 'not-empty' }> {
  if ((await deps.store.read.member.count()) > 0) return { kind: 'not-empty' };
  const passwords = await Promise.all(demo.accounts.map(({ password }) => deps.hashPassword(password)));
  return deps.store.transaction(async (tx) => {
    await tx.lock('demo data');
    if ((await tx.member.count()) > 0) return { kind: 'not-empty' };
    const memberIds = new Map<string, string>();
    for (const member of demo.members) memberIds.set(member.number, await addMember(tx, deps, member));
    const shopIds = new Map<string, string>();
    for (const shop of demo.shops) shopIds.set(shop.code, await addShop(tx, deps, shop));
    for (const [i, { password: _, shops, member, ...facts }] of demo.accounts.entries()) {
      const id = deps.newId();
      const memberId = member && (memberIds.get(member) ?? null);
      await tx.account.create({
        data: { id, ...facts, passwordHash: passwords[i] ?? '', memberId, createdAt: deps.now() },
      });
      const own = shops.flatMap((code) => shopIds.get(code) ?? []);
      await tx.shop.updateMany({ where: { id: { in: own } }, data: { ownerId: id } });
    }
    return { kind: 'loaded' };
  });
}

async function addMember(tx: Tx, { keys, newId, now }: DemoDeps, member: DemoData['members'][number]): Promise<string> {
  const { pin, card, ...facts } = member;
  const id = newId();
  const pinSalt = keys.newSalt();
  await tx.member.create({
    data: {
      id,
      ...facts,
      pinSalt,
      pinHash: keys.pinHash(pin, pinSalt),
      // The names that the simulated card company knows them by.
      cardCustomer: `cus_demo${member.number}`,
      cardMethod: `pm_demo${member.number}`,
      cardBrand: card.brand,
      cardLast4: card.last4,
      createdAt: now(),
    },
  });
  return id;
}

async function addShop(
  tx: Tx,
  { keys, newId, now, currency }: DemoDeps,
  shop: DemoData['shops'][number],
): Promise<string> {
  const { terminalKey, members, hours, ...facts } = shop;
  const id = newId();
  await tx.shop.create({
    data: {
      id,
      ...facts,
      hours: JSON.stringify(hours),
      currency,
      presets: JSON.stringify(usualAmounts[currency].presets),
      leastAmount: usualAmounts[currency].least,
      mostAmount: usualAmounts[currency].most,
      pinPolicy: 'always',
      validDays: usualValidDays,
      createdAt: now(),
      approvedAt: now(),
    },
  });
  await tx.shopMember.createMany({ data: members.map((member) => ({ shopId: id, ...member })) });
  const keyHash = keys.tokenHash(terminalKey);
  await tx.terminal.create({ data: { id: newId(), shopId: id, name: `${shop.code}-1`, keyHash, createdAt: now() } });
  return id;
}
