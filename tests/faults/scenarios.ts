import type { FailpointName } from '../../src/operations/ports.ts';
import { publishes, wantsACoupon } from './coupon-crowd.ts';
import {
  accepts,
  buys,
  buysAndAccepts,
  pays,
  pressesTheAmount,
  pressesToPay,
  redeems,
  refuses,
  rollsBack,
} from './deeds.ts';
import type { Conditions } from './orders.ts';
import type { Leaves } from './right-end.ts';
import type { Scene } from './scene.ts';

export interface Scenario {
  /** What happens to a person. */
  says: string;
  conditions?: Partial<Conditions>;
  /** Done before, without trouble. */
  before?: (scene: Scene) => Promise<unknown>;
  /** In this, or in the work that follows from it, the program dies. */
  deed: (scene: Scene) => Promise<unknown>;
  /** What the person does as soon as the program is there again. */
  after?: (scene: Scene) => Promise<unknown>;
  leaves: Leaves;
}

const bought: Leaves = { certificates: ['pending'], told: { jisu: ['receipt'], yuna: ['gift-offered'] } };
const accepted: Leaves = {
  certificates: ['active'],
  told: { jisu: ['receipt', 'gift-accepted'], yuna: ['gift-offered', 'card'] },
};
const refused: Leaves = {
  certificates: ['cancelled'],
  told: { jisu: ['receipt', 'gift-refused'], yuna: ['gift-offered', 'reply-refused'] },
};
const lapsed: Leaves = {
  certificates: ['cancelled'],
  told: { jisu: ['receipt', 'gift-lapsed'], yuna: ['gift-offered'] },
};
const and = (leaves: Leaves, ...news: string[]): Leaves => ({
  ...leaves,
  told: { ...leaves.told, jisu: [...leaves.told.jisu, ...news] },
});

const amount = { deed: pressesTheAmount, after: buys, leaves: bought };
const payment = { deed: pressesToPay, leaves: bought };
const texting = { deed: pays, leaves: bought };
const acceptance = { before: buys, deed: accepts, leaves: accepted };
const refusal = { before: buys, deed: refuses, leaves: refused };
const lapse = { before: buys, deed: (scene: Scene) => scene.passes({ days: 31 }), leaves: lapsed };
const redemption = { before: buysAndAccepts, deed: redeems, after: redeems, leaves: and(accepted, 'certificate-used') };
const rollback = {
  before: async (scene: Scene) => {
    await buysAndAccepts(scene);
    await redeems(scene);
    await scene.settles();
  },
  deed: rollsBack,
  after: rollsBack,
  leaves: and(accepted, 'certificate-used', 'use-rolled-back'),
};

const publication = {
  conditions: { chats: true },
  before: wantsACoupon,
  deed: publishes,
  leaves: { certificates: [], told: { jisu: [], yuna: ['coupon'] } },
};

/** Each failpoint, and the stories that lead to it. A new failpoint does not compile without one. */
export const scenarios: Record<FailpointName, readonly [Scenario, ...Scenario[]]> = {
  'hold.asked': [{ says: 'a buyer cut off before the card company was asked buys in a second call', ...amount }],
  'hold.answered': [{ says: 'a buyer cut off as the card company answered buys in a second call', ...amount }],
  'hold.opened': [{ says: 'a buyer cut off when the money was held buys in a second call', ...amount }],
  'purchase.confirming': [
    { says: 'a buyer cut off before the yes was written down calls again and pays once', ...payment, after: buys },
  ],
  'purchase.confirmed': [{ says: 'a buyer who said yes has bought, though the line broke', ...payment }],
  'purchase.captured': [{ says: 'a buyer whose money was taken has bought, though the line broke', ...payment }],
  'purchase.completing': [{ says: 'a buyer cut off while the certificate was written has bought', ...payment }],
  'purchase.completed': [{ says: 'a buyer cut off after all was written has bought', ...payment }],
  'message.claimed': [
    { says: 'texts that were about to be sent are sent', ...texting },
    { says: 'a card that was about to be sent is sent', ...acceptance },
  ],
  'message.answered': [
    { says: 'texts that were sent, but not noted, are not sent twice', ...texting },
    { says: 'a card whose picture could not be fetched comes all the same', ...acceptance },
  ],
  'message.recorded': [{ says: 'texts that were sent and noted are not sent twice', ...texting }],
  'publication.answering': [{ says: 'who asked gets the coupon whose sending was not written down', ...publication }],
  'publication.answered': [{ says: 'who asked gets the coupon once that was about to be sent', ...publication }],
  'acceptance.saving': [
    { says: 'a recipient whose PIN was lost texts it again and gets the card', ...acceptance, after: accepts },
  ],
  'acceptance.saved': [{ says: 'a recipient whose PIN was taken gets the card', ...acceptance }],
  'redemption.saving': [{ says: 'a till that got no answer asks again and takes the money once', ...redemption }],
  'redemption.saved': [{ says: 'a till whose answer was lost asks again and takes the money once', ...redemption }],
  'rollback.saving': [{ says: 'a till that got no answer asks again and rolls back once', ...rollback }],
  'rollback.saved': [{ says: 'a till whose answer was lost asks again and rolls back once', ...rollback }],
  'refusal.saving': [
    {
      says: 'a recipient whose refusal was lost refuses again, and the buyer gets the money',
      ...refusal,
      after: refuses,
    },
  ],
  'refusal.saved': [{ says: 'a recipient has refused, and the buyer gets the money', ...refusal }],
  'lapse.saving': [{ says: 'a gift that was about to lapse lapses, and the buyer gets the money', ...lapse }],
  'lapse.saved': [{ says: 'a gift that has lapsed is paid back', ...lapse }],
  'refund.answered': [
    { says: 'a refused gift that was paid back, but not noted, is not paid back twice', ...refusal },
    { says: 'a lapsed gift that was paid back, but not noted, is not paid back twice', ...lapse },
  ],
  'refund.recorded': [{ says: 'a refused gift that was paid back is not paid back twice', ...refusal }],
};
