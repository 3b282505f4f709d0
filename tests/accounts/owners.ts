import { expect } from 'vitest';
import { Visitor } from '../support/visitor.ts';
import type { World } from '../support/world.ts';

type Fields = Record<string, string | string[]>;

/** A shop as the forms send it. */
export const entryOf = (name: string, change: Fields = {}): Fields => ({
  name,
  nameEn: '',
  trade: 'cafe',
  place: '',
  about: '',
  code: '',
  email: 'news@byeol.test',
  phone: '010-3000-0002',
  toldBy: ['email'],
  threshold: '20',
  ...change,
});

export const password = 'several words here';

/** Somebody who registers a shop at /shop/register; nobody has approved it yet. */
export async function registers(world: World, name: string, ownerEmail: string, from = '127.0.0.1') {
  const owner = new Visitor(world, from);
  await owner.opens('/shop/register');
  const you = { ownerName: '한별', ownerEmail, password };
  const registered = await owner.submits('/shop/register', { ...entryOf(name), ...you });
  expect(registered.status).toBe(303);
  const path = registered.to?.split('?')[0] ?? '';
  await owner.opens(path);
  return { owner, path, shopId: path.replace('/shop/', '') };
}

export async function operatorOf(world: World): Promise<Visitor> {
  const operator = new Visitor(world);
  await operator.signsIn('admin@giftline.example', 'demo-admin');
  return operator;
}

/** A coupon for everyone, with its title and its last day. Its path begins the paths of all its steps. */
export async function draftsCoupon(
  world: World,
  owner: Visitor,
  shopPath: string,
  title = '라떼 반값',
): Promise<string> {
  await owner.opens(shopPath);
  const made = await owner.submits(`${shopPath}/coupons`);
  const path = made.to?.replace('/offer', '') ?? '';
  await saysOffer(owner, path, title);
  const day = (days: number) => new Date(world.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
  const terms = { terms: '', leastSpend: '', validFrom: day(0), validUntil: day(30), validDays: '', stock: '' };
  const giving = { downloadsUntil: '', tracked: 'tracked', proof: 'light', audience: 'everyone' };
  const said = await owner.submits(`${path}/terms`, {
    version: await versionAt(owner, `${path}/terms`),
    ...terms,
    ...giving,
  });
  expect(said.status).toBe(303);
  return path;
}

export async function saysOffer(owner: Visitor, path: string, title: string): Promise<void> {
  const version = await versionAt(owner, `${path}/offer`);
  const said = await owner.submits(`${path}/offer`, {
    version,
    title,
    kind: 'percentage',
    percent: '50',
    mostMinor: '',
  });
  expect(said.status).toBe(303);
}

export const campaignIn = (path: string): string => path.replace('/shop/coupons/', '');

const versionAt = async (owner: Visitor, path: string): Promise<string> =>
  /name="version" value="(\d+)"/.exec((await owner.opens(path)).html)?.[1] ?? '';
