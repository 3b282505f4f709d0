import { type House, openHouse } from './house.ts';
import { type KindName, kinds } from './kinds.ts';
import { rawPostgresql } from './raw-postgresql.ts';
import { rateInLanes } from './rounds.ts';
import type { Write } from './same-rows.ts';

// One of several processes on a PostgreSQL database: does works of ours, or the baseline's, when it is told to.

export const lanes = 10;

export type Order =
  | { kind: 'open'; url: string; rawUrl: string; secret: string }
  | { kind: 'ours'; what: KindName; prepared: string[] }
  | { kind: 'raw'; works: Write[][] }
  | { kind: 'close' };

let house: House | undefined;
let raw: ReturnType<typeof rawPostgresql> | undefined;

async function obey(order: Order): Promise<string[]> {
  switch (order.kind) {
    case 'open':
      house = await openHouse(order.url, Buffer.from(order.secret, 'base64'), lanes);
      raw = rawPostgresql(order.rawUrl, lanes);
      return [];
    case 'ours': {
      const done: string[] = [];
      const { prepared, what } = order;
      await rateInLanes(prepared.length, lanes, async (index) => {
        if (house) done.push(await kinds[what].does(house, prepared[index] ?? ''));
      });
      return done;
    }
    case 'raw':
      await raw?.rate(order.works);
      return [];
    case 'close':
      await house?.close();
      await raw?.close();
      process.disconnect();
      return [];
  }
}

process.on('message', (order: Order) => {
  obey(order).then(
    (done) => process.connected && process.send?.({ done }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
