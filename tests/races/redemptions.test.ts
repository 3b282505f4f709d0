import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { TillAnswer } from '../support/till.ts';
import { type House, inBothHouses } from './house.ts';
import { atOnce, holderPin, newRecipient, sellsAndAccepts, tally, tillAt } from './sold.ts';

const crowd = 50;
const kindOf = ({ status, body }: TillAnswer) => `${status} ${body.type?.split(':').at(-1) ?? 'redeemed'}`;

inBothHouses((house) => {
  test('fifty tills take 3,000 of 50,000 won at once: sixteen get it, and 2,000 are left', async () => {
    const { number, certificateId } = await sellsAndAccepts(house());
    const ask = { code: number, pin: holderPin, amount: 3_000 };
    const answers = await atOnce(crowd, (turn) => tillAt(house(), turn).redeems(ask));
    expect(tally(answers.map(kindOf))).toEqual({ '201 redeemed': 16, '409 insufficient-balance': 34 });
    const left = answers.filter(({ status }) => status === 201).map(({ body }) => body.balance);
    expect(left.sort((one, other) => one - other)).toEqual(Array.from({ length: 16 }, (_, i) => 2_000 + i * 3_000));
    expect(await certificate(house(), certificateId)).toMatchObject({ state: 'active', balance: 2_000n });
    await house().isSound();
  });

  test('fifty tills take the whole at once: one gets it', async () => {
    const { number, certificateId } = await sellsAndAccepts(house());
    const ask = { code: number, pin: holderPin, amount: 50_000 };
    const answers = await atOnce(crowd, (turn) => tillAt(house(), turn).redeems(ask));
    expect(tally(answers.map(kindOf))).toEqual({ '201 redeemed': 1, '409 already-redeemed': 49 });
    expect(await certificate(house(), certificateId)).toMatchObject({ state: 'redeemed', balance: 0n });
    await house().isSound();
  });

  test('twenty tills take by telephone and PIN at once: no more than both certificates hold', async () => {
    const recipient = newRecipient();
    await sellsAndAccepts(house(), recipient);
    await sellsAndAccepts(house(), recipient);
    const ask = { phone: recipient, pin: holderPin, amount: 20_000 };
    const answers = await atOnce(20, (turn) => tillAt(house(), turn).redeems(ask));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(4);
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    await house().isSound();
  });

  test('one redemption is rolled back by ten tills at once: it comes back once', async () => {
    const { number, certificateId } = await sellsAndAccepts(house());
    const till = tillAt(house(), 0);
    const used = await till.redeems({ code: number, pin: holderPin, amount: 30_000 });
    const answers = await atOnce(10, (turn) => tillAt(house(), turn).rollsBack(used.body.id));
    expect(tally(answers.map(({ status }) => String(status)))).toEqual({ 201: 1, 409: 9 });
    expect(await certificate(house(), certificateId)).toMatchObject({ state: 'active', balance: 50_000n });
    await house().isSound();
  });

  test('one request sent fifty times at once has one effect, and fifty equal answers', async () => {
    const { number, certificateId } = await sellsAndAccepts(house());
    const key = randomUUID();
    const ask = { code: number, pin: holderPin, amount: 20_000 };
    const answers = await atOnce(crowd, (turn) => tillAt(house(), turn).redeems(ask, key));
    expect(answers[0]).toMatchObject({ status: 201, body: { balance: 30_000 } });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await certificate(house(), certificateId)).toMatchObject({ balance: 30_000n });
    await house().isSound();
  });

  test('one key with two requests at once: one of them has its effect, the other is refused', async () => {
    const { number, certificateId } = await sellsAndAccepts(house());
    const key = randomUUID();
    const amounts = [7_000, 9_000];
    const answers = await atOnce(20, async (turn) => {
      const amount = amounts[turn % 2] ?? 0;
      const answer = await tillAt(house(), turn).redeems({ code: number, pin: holderPin, amount }, key);
      return { amount, kind: kindOf(answer), id: answer.body.id as string | undefined };
    });
    const taken = answers.find(({ id }) => id !== undefined);
    expect(tally(answers.map(({ kind }) => kind))).toEqual({
      '201 redeemed': 10,
      '422 key-used-for-another-request': 10,
    });
    expect(new Set(answers.map(({ id }) => id).filter(Boolean)).size).toBe(1);
    expect(await certificate(house(), certificateId)).toMatchObject({ balance: 50_000n - BigInt(taken?.amount ?? 0) });
    await house().isSound();
  });
});

const certificate = ({ world }: House, id: string) =>
  world.app.store.read.certificate.findUniqueOrThrow({ where: { id } });
