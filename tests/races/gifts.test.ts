import { expect, test } from 'vitest';
import { type House, inBothHouses } from './house.ts';
import { atOnce, holderPin, type Offered, sells, sellsAndAccepts, tally, texts, tillAt } from './sold.ts';

const rounds = 5;

inBothHouses((house) => {
  test('a gift accepted by text and by page at once has the one PIN that came first', async () => {
    const pins = { text: '2468', page: '8642' };
    for (let round = 0; round < rounds; round++) {
      const offered = await sells(house());
      const [status, page] = await Promise.all([
        texts(house(), house().branch(round), offered.recipient, pins.text),
        house()
          .branch(round + 1)
          .does('acceptGift', { token: offered.giftToken, pin: pins.page }),
      ]);
      expect(status).toBe(200);
      const [right, wrong] = page.kind === 'accepted' ? [pins.page, pins.text] : [pins.text, pins.page];
      const till = tillAt(house(), round);
      expect((await till.redeems({ code: offered.number, pin: wrong, amount: 1_000 })).status).toBe(403);
      expect((await till.redeems({ code: offered.number, pin: right, amount: 1_000 })).status).toBe(201);
    }
    await house().isSound();
  });

  test('ten people who know the link choose ten PINs at once: one is taken, the card is sent once', async () => {
    const { giftToken: token, giftId, certificateId } = await sells(house());
    const outcomes = await atOnce(10, (turn) =>
      house()
        .branch(turn)
        .does('acceptGift', { token, pin: `100${turn}` }),
    );
    expect(tally(outcomes.map(({ kind }) => kind))).toEqual({ accepted: 1, 'closed-gift': 9 });
    expect(await messages(house(), [`card:${certificateId}:1`, `accepted:${giftId}`])).toBe(2);
    await house().isSound();
  });

  test('a gift accepted and refused at once is one of the two, and only a refused one is paid back', async () => {
    for (let round = 0; round < rounds; round++) {
      const offered = await sells(house());
      const { giftToken: token } = offered;
      const [accepted, ...refused] = await Promise.all([
        house().branch(round).does('acceptGift', { token, pin: holderPin }),
        ...[1, 2, 3].map((turn) =>
          house()
            .branch(round + turn)
            .does('refuseGift', { token }),
        ),
      ]);
      const winners = [accepted, ...refused].filter(({ kind }) => kind === 'accepted' || kind === 'refused');
      expect(winners).toHaveLength(1);
      await comesToRest(house(), offered, accepted.kind === 'accepted' ? 'active' : 'cancelled');
    }
    await house().isSound();
  });

  test('a gift accepted while it lapses, where two clocks differ, is one of the two', async () => {
    const { others, world } = house();
    const afterwards = new Date(world.now().getTime() + 31 * 86_400_000);
    for (let round = 0; round < rounds; round++) {
      const offered = await sells(house());
      for (const other of others) await other.isAt(afterwards);
      const [accepted, lapsed, again] = await Promise.all([
        house().branch(2).does('acceptGift', { token: offered.giftToken, pin: holderPin }),
        others[0].does('lapseGifts'),
        others[1].does('lapseGifts'),
      ]);
      expect(Number(accepted.kind === 'accepted') + lapsed + again).toBe(1);
      await comesToRest(house(), offered, accepted.kind === 'accepted' ? 'active' : 'cancelled');
      for (const other of others) await other.isAt(world.now());
    }
    await house().passes({ days: 31 });
    await house().isSound();
  });

  test('a certificate given back while it is used: its money goes to the buyer or to the shop, never to both', async () => {
    for (let round = 0; round < rounds; round++) {
      const held = await sellsAndAccepts(house());
      const [returned, used] = await Promise.all([
        house()
          .branch(round)
          .does('returnCertificate', {
            pageToken: held.pageToken,
            pin: holderPin,
            attempt: `return ${held.certificateId}`,
          }),
        tillAt(house(), round + 1).redeems({ code: held.number, pin: holderPin, amount: 50_000 }),
      ]);
      expect([
        ['returned', 409],
        ['already-used', 201],
        ['not-refundable', 201],
      ]).toContainEqual([returned.kind, used.status]);
      await comesToRest(house(), held, returned.kind === 'returned' ? 'cancelled' : 'redeemed');
    }
    await house().isSound();
  });

  test('a gift refused ten times at once is paid back once', async () => {
    const offered = await sells(house());
    const outcomes = await atOnce(10, (turn) => house().branch(turn).does('refuseGift', { token: offered.giftToken }));
    expect(tally(outcomes.map(({ kind }) => kind))).toEqual({ refused: 1, 'closed-gift': 9 });
    await comesToRest(house(), offered, 'cancelled');
    await house().isSound();
  });
});

/** The certificate is as said, and so is the card company's book. */
async function comesToRest(
  { world }: House,
  offered: Offered,
  state: 'active' | 'redeemed' | 'cancelled',
): Promise<void> {
  const { read } = world.app.store;
  expect(await read.certificate.findUnique({ where: { id: offered.certificateId } })).toMatchObject({ state });
  expect(await read.refund.count({ where: { holdId: offered.holdId } })).toBe(state === 'cancelled' ? 1 : 0);
}

const messages = ({ world }: House, keys: string[]): Promise<number> =>
  world.app.store.read.outboxMessage.count({ where: { key: { in: keys } } });
