import { newStripeId } from '../world/ids.ts';
import type { CardBook } from './card-book.ts';
import { CardError } from './card-error.ts';
import type { Done } from './intents.ts';
import { toRefund } from './objects.ts';
import { amountOf, metadataOf, oneOf, type Params, refuseUnknown, required } from './params.ts';

const reasons = ['duplicate', 'fraudulent', 'requested_by_customer'] as const;

/** Gives captured money back, whole or in part. Refused when nothing was captured, or less is left than asked. */
export function createRefund(book: CardBook, params: Params): Done {
  refuseUnknown(params, ['payment_intent', 'amount', 'metadata', 'reason', 'expand']);
  const intent = book.intent(required(params, 'payment_intent'), 'payment_intent', 400);
  const charge = intent.latest_charge === null ? null : book.charge(intent.latest_charge, 'charge', 400);
  if (intent.status !== 'succeeded' || !charge) {
    const message = `This PaymentIntent (${intent.id}) does not have a successful charge to refund.`;
    throw CardError.invalid(message, 'payment_intent_unexpected_state', 'payment_intent');
  }
  const left = charge.amount_captured - charge.amount_refunded;
  const asked = params.get('amount');
  const amount = asked === undefined ? left : amountOf(asked, 'amount');
  if (left === 0 || amount > left) {
    const message =
      left === 0
        ? `Charge ${charge.id} has already been refunded.`
        : `Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`;
    throw CardError.invalid(message, 'charge_already_refunded', 'amount');
  }
  const reason = params.has('reason') ? oneOf(params, 'reason', reasons, 'requested_by_customer') : null;
  charge.amount_refunded += amount;
  charge.refunded = charge.amount_refunded === charge.amount_captured;
  const refund = book.refunds.add(
    toRefund({
      id: newStripeId('re'),
      amount,
      charge: charge.id,
      created: book.seconds(),
      currency: intent.currency,
      metadata: metadataOf(params),
      payment_intent: intent.id,
      reason,
    }),
  );
  return {
    answer: structuredClone(refund),
    events: [
      { type: 'refund.created', object: structuredClone(refund) },
      { type: 'charge.refunded', object: structuredClone(charge) },
    ],
  };
}
