import type { Channel } from '../../src/core/messages/address.ts';
import type { Stop } from './orders.ts';
import type { Scene } from './scene.ts';

/** How long a message belongs to the process that claimed it. */
const leaseMs = 60_000;

/** A scene in which the program dies while it sends; what was under way each time is remembered. */
export class Sending {
  readonly scene: Scene;
  /** Whose coupon was under way by chat, for each death: the numbers of their telephones. */
  readonly underWay: string[][] = [];
  #startedAt = new Date(0);

  constructor(scene: Scene) {
    this.scene = scene;
  }

  async starts(): Promise<void> {
    await this.scene.starts();
    // So that what this process claims can be told from what the one before had claimed.
    await this.scene.passes({ seconds: 1 });
    this.#startedAt = this.scene.now;
  }

  /** Time passes as providers take messages: in half a second each takes as many as may go at once. */
  async goesOn(rounds = 4): Promise<void> {
    for (let round = 0; round < rounds; round++) {
      await this.scene.passes({ seconds: 0.5 });
      await this.scene.settles();
    }
  }

  async leasesEnd(): Promise<void> {
    await this.scene.passes({ seconds: leaseMs / 1_000 + 1 });
  }

  /** Is killed there, in the deed or in what follows from it, and is started again. */
  async diesAt(stop: Stop, deed: () => Promise<unknown> = () => this.goesOn()): Promise<void> {
    await this.scene.isKilledAt(stop, deed);
    this.underWay.push(await this.claimed('chat'));
    await this.starts();
  }

  /** Whose coupon this process, or the one that ended last, has claimed on a channel and not done with. */
  claimed(channel: Channel): Promise<string[]> {
    const claimedUntil = { gte: new Date(this.#startedAt.getTime() + leaseMs) };
    return this.scene.looksInto(async ({ read }) => {
      const rows = await read.outboxMessage.findMany({
        where: { bulk: true, channel, state: 'sending', claimedUntil },
      });
      const customers = rows.map(({ key }) => key.split(':')[2] ?? '');
      return (await read.customer.findMany({ where: { id: { in: customers } } })).map(({ phone }) => phone);
    });
  }

  /** How many of those who asked have been answered. */
  answered(): Promise<number> {
    return this.scene.looksInto(async ({ read }) => (await read.publication.findFirstOrThrow()).answered);
  }

  /** How often the coupon was issued to the owner of each telephone. */
  async vouchers(): Promise<Map<string, number>> {
    const rows = await this.scene.looksInto(({ read }) => read.voucher.findMany({ include: { customer: true } }));
    const counts = new Map<string, number>();
    for (const { customer } of rows) counts.set(customer.phone, (counts.get(customer.phone) ?? 0) + 1);
    return counts;
  }
}
