import Stripe from 'stripe';
import type { Heard } from '../../core/payments/hold.ts';
import { type CardCompany, type Log, type RefundHeard, Unanswered } from '../../operations/ports.ts';
import { atMost } from '../at-most.ts';

/** Looking a hold up by its customer reads at most this many of the customer's newest payments. */
const mostLookedAt = 300;

/** Requests under way at once. At two seconds each this is over thirty a second; of a company that hangs it is enough. */
const mostAtOnce = 64;

/** The card company, asked so many questions at a time; one too many is unanswered at once, and due again soon. */
export function stripeCardCompany(stripe: Stripe, log: Log): CardCompany {
  const door = atMost(mostAtOnce);
  const orUnanswered = async <T>(work: () => Promise<T>): Promise<T> => {
    const entered = door.enter(work);
    if (entered === 'full') throw new Unanswered('too many requests to the card company are under way');
    return entered;
  };
  const company = askStripe(stripe, log);
  return {
    find: (ask) => orUnanswered(() => company.find(ask)),
    hold: (ask) => orUnanswered(() => company.hold(ask)),
    capture: (ask) => orUnanswered(() => company.capture(ask)),
    release: (ask) => orUnanswered(() => company.release(ask)),
    refund: (ask) => orUnanswered(() => company.refund(ask)),
  };
}

/** By Stripe's payment intents with manual capture. Source: docs.stripe.com, "Place a hold on a card". */
function askStripe(stripe: Stripe, log: Log): CardCompany {
  const { paymentIntents, refunds } = stripe;

  const find: CardCompany['find'] = async ({ holdId, gatewayId, customer }) => {
    if (gatewayId) return toHeard(await answer(paymentIntents.retrieve(gatewayId)));
    const ours = await answer(findByHold(stripe, customer, holdId));
    return ours ? toHeard(ours) : { kind: 'none' };
  };

  /** The state was another than we thought: what it is now is the answer. */
  const orAsItIs = async (gatewayId: string, asked: Promise<Stripe.PaymentIntent>): Promise<Heard> => {
    try {
      return toHeard(await answer(asked));
    } catch (error) {
      if (
        !(error instanceof Stripe.errors.StripeInvalidRequestError || error instanceof Stripe.errors.StripeCardError)
      ) {
        throw error;
      }
      return toHeard(await answer(paymentIntents.retrieve(gatewayId)));
    }
  };

  return {
    find,
    async hold({ holdId, customer, method, amount, description }) {
      const asked = paymentIntents.create(
        {
          amount: Number(amount.minor),
          currency: amount.currency.toLowerCase(),
          customer,
          payment_method: method,
          capture_method: 'manual',
          confirm: true,
          off_session: true,
          description,
          metadata: { hold: holdId },
        },
        { idempotencyKey: `hold:${holdId}` },
      );
      try {
        return toHeard(await answer(asked));
      } catch (error) {
        if (error instanceof Stripe.errors.StripeCardError) {
          return { kind: 'declined', gatewayId: error.payment_intent?.id ?? null };
        }
        if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
        // An answer as certain as a declined card: asking again would change nothing, and a caller is waiting.
        log.error({ code: error.code, param: error.param }, 'the card company does not take our request for a hold');
        return { kind: 'declined', gatewayId: null };
      }
    },
    // Stripe gives the same answer to the same key for a day, a fault of its own included. What is done once only, by the
    // payment's state, is therefore asked under a new key after each look-up that found it undone.
    capture: ({ holdId, gatewayId, tries }) =>
      orAsItIs(gatewayId, paymentIntents.capture(gatewayId, {}, { idempotencyKey: `capture:${holdId}:${tries}` })),
    release: ({ holdId, gatewayId, tries }) =>
      orAsItIs(gatewayId, paymentIntents.cancel(gatewayId, {}, { idempotencyKey: `release:${holdId}:${tries}` })),
    async refund({ refundId, gatewayId, amount, tries }): Promise<RefundHeard> {
      const earlier = await answer(refunds.list({ payment_intent: gatewayId, limit: 100 }));
      const ours = earlier.data.find((refund) => refund.metadata?.refund === refundId);
      if (ours) return toRefundHeard(ours);
      const asked = refunds.create(
        { payment_intent: gatewayId, amount: Number(amount.minor), metadata: { refund: refundId } },
        { idempotencyKey: `refund:${refundId}:${tries}` },
      );
      try {
        return toRefundHeard(await answer(asked));
      } catch (error) {
        if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
        return { kind: 'refused', reason: error.code ?? 'invalid request' };
      }
    },
  };
}

function toRefundHeard(refund: Stripe.Refund): RefundHeard {
  switch (refund.status) {
    case 'succeeded':
      return { kind: 'refunded', gatewayId: refund.id };
    case 'failed':
    case 'canceled':
      return { kind: 'refused', reason: refund.failure_reason ?? refund.status };
    default:
      throw new Unanswered('the card company is still returning the money');
  }
}

async function findByHold(stripe: Stripe, customer: string, holdId: string): Promise<Stripe.PaymentIntent | null> {
  let looked = 0;
  for await (const intent of stripe.paymentIntents.list({ customer, limit: 100 })) {
    if (intent.metadata.hold === holdId) return intent;
    if (++looked >= mostLookedAt) break;
  }
  return null;
}

/** Connection faults, Stripe's own faults and "too many requests" leave the outcome open; all else is an answer. */
async function answer<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    const { StripeConnectionError, StripeAPIError, StripeRateLimitError } = Stripe.errors;
    const open = [StripeConnectionError, StripeAPIError, StripeRateLimitError].some((kind) => error instanceof kind);
    // 409: another request with the same idempotency key is still being worked on.
    const busy = error instanceof Stripe.errors.StripeError && error.statusCode === 409;
    if (open || busy) throw new Unanswered('the card company did not answer', { cause: error });
    throw error;
  }
}

function toHeard(intent: Stripe.PaymentIntent): Heard {
  const gatewayId = intent.id;
  switch (intent.status) {
    case 'requires_capture':
      return { kind: 'held', gatewayId };
    case 'succeeded':
      return { kind: 'captured', gatewayId };
    case 'canceled':
      return { kind: 'released', gatewayId };
    case 'processing':
      throw new Unanswered('the card company is still working on it');
    default:
      // A buyer on the telephone cannot answer a card company's question (requires_action).
      return { kind: 'declined', gatewayId };
  }
}
