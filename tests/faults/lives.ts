import type { FailpointName } from '../../src/operations/ports.ts';
import { publishes, wantsACoupon } from './coupon-crowd.ts';
import { accepts, callsUpTo, pressesTheAmount, redeems, refuses, rollsBack } from './deeds.ts';
import type { Conditions } from './orders.ts';
import type { Leaves } from './right-end.ts';
import type { Scene } from './scene.ts';

type Deed = (scene: Scene) => Promise<unknown>;
/** In the deed, or in the work that follows from it, the program dies there. */
type Death = readonly [FailpointName, Deed];

/** A gift from the first key to its end, or a coupon from its asking, and where the program dies on the way, one death after the other. */
export interface Life {
  says: string;
  conditions?: Partial<Conditions>;
  deaths: readonly Death[];
  /** What is done at last, when nobody dies any more. */
  end: Deed;
  leaves: Leaves;
}

const pressesToPay: Deed = async (scene) => (await callsUpTo(scene, 'confirm')).presses('1');
/** Leases of payments take 20 seconds, those of messages 60. */
const aMinutePasses: Deed = (scene) => scene.passes({ seconds: 61 });
const goesOn: Deed = async () => {};
const aMonthPasses: Deed = (scene) => scene.passes({ days: 31 });

const buying: Death[] = [
  ['hold.asked', pressesTheAmount],
  ['hold.answered', pressesTheAmount],
  ['hold.opened', pressesTheAmount],
  ['purchase.confirming', pressesToPay],
  ['purchase.confirmed', pressesToPay],
  ['purchase.captured', aMinutePasses],
  ['purchase.completing', aMinutePasses],
  ['purchase.completed', aMinutePasses],
];
/** The first death comes by itself; what was claimed then is taken up after its lease. */
const telling: Death[] = [
  ['message.claimed', goesOn],
  ['message.answered', aMinutePasses],
  ['message.recorded', aMinutePasses],
];
/** Not when it is noted as sent: nobody could fetch its picture from the dead, and it would come as a link instead. */
const tellingOfACard: Death[] = [
  ['message.claimed', goesOn],
  ['message.answered', aMinutePasses],
  ['message.claimed', aMinutePasses],
];
/** What one death left behind is done before the next deed is possible. */
const afterAllIsDone =
  (deed: Deed): Deed =>
  async (scene) => {
    await scene.recovers();
    return deed(scene);
  };
const accepting: Death[] = [
  ['acceptance.saving', afterAllIsDone(accepts)],
  ['acceptance.saved', accepts],
  ...tellingOfACard,
];
const using: Death[] = [['redemption.saving', afterAllIsDone(redeems)], ['redemption.saved', redeems], ...telling];
const takingBack: Death[] = [['rollback.saving', afterAllIsDone(rollsBack)], ['rollback.saved', rollsBack], ...telling];
/** News are claimed at once; what the card company answers comes later. */
const returning: Death[] = [
  ['message.claimed', goesOn],
  ['refund.answered', aMinutePasses],
  ['refund.recorded', aMinutePasses],
];
const refusing: Death[] = [['refusal.saving', afterAllIsDone(refuses)], ['refusal.saved', refuses], ...returning];
const lapsing: Death[] = [['lapse.saving', afterAllIsDone(aMonthPasses)], ['lapse.saved', goesOn], ...returning];

const publishing: Death[] = [
  [
    'publication.answering',
    async (scene) => {
      await wantsACoupon(scene);
      await publishes(scene);
    },
  ],
  ['publication.answered', goesOn],
];

const everythingIsDone: Deed = (scene) => scene.recovers();

export const lives: readonly Life[] = [
  {
    says: 'a gift bought, accepted, used and put back',
    deaths: [...buying, ...telling, ...accepting, ...using, ...takingBack],
    end: async (scene) => {
      await rollsBack(scene);
      await everythingIsDone(scene);
    },
    leaves: {
      certificates: ['active'],
      told: {
        jisu: ['receipt', 'gift-accepted', 'certificate-used', 'use-rolled-back'],
        yuna: ['gift-offered', 'card'],
      },
    },
  },
  {
    says: 'a gift bought and refused',
    deaths: [...buying, ...telling, ...refusing],
    end: everythingIsDone,
    leaves: {
      certificates: ['cancelled'],
      told: { jisu: ['receipt', 'gift-refused'], yuna: ['gift-offered', 'reply-refused'] },
    },
  },
  {
    says: 'a gift bought and forgotten until it lapses',
    deaths: [...buying, ...telling, ...lapsing],
    end: everythingIsDone,
    leaves: { certificates: ['cancelled'], told: { jisu: ['receipt', 'gift-lapsed'], yuna: ['gift-offered'] } },
  },
  {
    says: 'a coupon asked for and sent',
    conditions: { chats: true },
    deaths: publishing,
    end: everythingIsDone,
    leaves: { certificates: [], told: { jisu: [], yuna: ['coupon'] } },
  },
];
