import { captureEntry } from '../../src/core/ledger/entry.ts';
import { money } from '../../src/core/money.ts';
import { openKeys } from '../../src/providers/keys.ts';
import { people, type World } from './world.ts';

export interface HeldCertificate {
  number: string;
  holderPhone: string;
}

const amount = money(50_000n, 'KRW');

/**
 * Certificates of shop 101 that their holders have accepted, each with the same PIN and a holder of its own, written as
 * purchases would have written them, all at once: bought one by one they would take a minute.
 */
export async function manyCertificates(world: World, count: number, pin: string): Promise<HeldCertificate[]> {
  const { store } = world.app;
  const keys = openKeys(world.accounts.secret);
  const at = world.now();
  const later = new Date(at.getTime() + 90 * 86_400_000);
  const member = await store.read.member.findUniqueOrThrow({ where: { phone: people.jisu } });
  const { id: shopId } = await store.read.shop.findUniqueOrThrow({ where: { code: '101' } });
  const rows = Array.from({ length: count }, (_, nth) => {
    const name = `many-${nth}`;
    const holderPhone = `+8210${60_000_000 + nth}`;
    const salt = keys.newSalt();
    const all = { currency: amount.currency, createdAt: at };
    const buyer = { memberId: member.id, shopId, callerPhone: people.jisu };
    const entry = captureEntry(name, name, amount);
    return {
      hold: {
        ...all,
        ...buyer,
        id: name,
        key: name,
        amount: amount.minor,
        state: 'captured',
        gatewayId: `pi_${name}`,
        expiresAt: at,
        settledAt: at,
      },
      purchase: {
        ...buyer,
        id: name,
        holdId: name,
        channel: 'phone',
        buyerName: member.name,
        memberNumber: member.number,
        recipientPhone: holderPhone,
        createdAt: at,
      },
      certificate: {
        ...all,
        id: name,
        number: String(100_000_000_000 + nth * 7_919),
        purchaseId: name,
        shopId,
        issued: amount.minor,
        balance: amount.minor,
        state: 'active',
        holderPhone,
        buyerName: member.name,
        pinSalt: salt,
        pinHash: keys.pinHash(pin, salt),
        tokenHash: keys.tokenHash(keys.cardToken(name, 1)),
        pageHash: keys.tokenHash(keys.pageToken(name, 1)),
        expiresAt: later,
        activatedAt: at,
      },
      gift: {
        id: name,
        certificateId: name,
        recipientPhone: holderPhone,
        number: 11,
        state: 'accepted',
        tokenHash: keys.tokenHash(keys.giftToken(name)),
        lapsesAt: later,
        createdAt: at,
        decidedAt: at,
      },
      entry: { id: name, key: entry.key, kind: entry.kind, currency: entry.currency, at },
      postings: entry.postings.map((posting, line) => ({ entryId: name, line, ...posting })),
    };
  });
  await store.transaction(async (tx) => {
    await tx.hold.createMany({ data: rows.map(({ hold }) => hold) });
    await tx.purchase.createMany({ data: rows.map(({ purchase }) => purchase) });
    await tx.certificate.createMany({ data: rows.map(({ certificate }) => certificate) });
    await tx.gift.createMany({ data: rows.map(({ gift }) => gift) });
    await tx.ledgerEntry.createMany({ data: rows.map(({ entry }) => entry) });
    await tx.posting.createMany({ data: rows.flatMap(({ postings }) => postings) });
  });
  return rows.map(({ certificate: { number, holderPhone } }) => ({ number, holderPhone }));
}
