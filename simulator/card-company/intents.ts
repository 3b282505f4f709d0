import { newStripeId } from '../world/ids.ts';
import type { CardBook } from './card-book.ts';
import { CardError } from './card-error.ts';
import { type Charge, type PaymentIntent, toCharge, toIntent } from './objects.ts';
import { amountOf, metadataOf, oneOf, type Params, refuseUnknown, required } from './params.ts';

export interface Happened {
  type: string;
  object: object;
}

/** What an operation answers, and the events it causes, in order. */
export interface Done {
  answer: object;
  events: Happened[];
}

const createParams = [
  'amount',
  'currency',
  'customer',
  'payment_method',
  'payment_method_types',
  'payment_method_options',
  'automatic_payment_methods',
  'capture_method',
  'confirm',
  'off_session',
  'setup_future_usage',
  'error_on_requires_action',
  'metadata',
  'description',
  'statement_descriptor_suffix',
  'receipt_email',
  'transfer_group',
  'expand',
];

const snapshot = <T extends object>(object: T): T => structuredClone(object);

const flag = (params: Params, name: string): boolean => oneOf(params, name, ['true', 'false'], 'false') === 'true';

/** `forcedDecline` is asked when a card is about to be charged: a fault may want a refusal, whatever the card. */
export function createIntent(book: CardBook, params: Params, forcedDecline: () => boolean): Done {
  refuseUnknown(params, createParams);
  const amount = amountOf(required(params, 'amount'), 'amount');
  const currency = required(params, 'currency').toLowerCase();
  if (!/^[a-z]{3}$/.test(currency)) throw CardError.invalid(`Invalid currency: ${currency}`, undefined, 'currency');
  const capture = oneOf(params, 'capture_method', ['automatic_async', 'automatic', 'manual'], 'automatic_async');
  const confirm = flag(params, 'confirm');
  const customer = params.get('customer') ?? null;
  const methodId = params.get('payment_method') ?? null;
  if (customer !== null) book.customer(customer, 'customer', 400);
  const method = methodId === null ? null : book.method(methodId, 'payment_method', 400);
  if (method && method.customer !== customer) {
    const message = `The provided PaymentMethod (${method.id}) does not belong to the Customer.`;
    throw CardError.invalid(message, undefined, 'payment_method');
  }
  if (confirm && !method) {
    const message = 'You cannot confirm this PaymentIntent because it is missing a payment method.';
    throw CardError.invalid(message, 'payment_intent_unexpected_state', 'payment_method');
  }
  const id = newStripeId('pi');
  const intent = book.intents.add(
    toIntent(
      {
        id,
        amount,
        capture_method: capture,
        created: book.seconds(),
        currency,
        customer,
        description: params.get('description') ?? null,
        metadata: metadataOf(params),
        payment_method: methodId,
        status: method ? 'requires_confirmation' : 'requires_payment_method',
      },
      `${id}_secret_${newStripeId('s')}`,
    ),
  );
  return confirm ? confirmed(book, intent, forcedDecline) : { answer: snapshot(intent), events: [] };
}

export function confirmIntent(book: CardBook, id: string, params: Params, forcedDecline: () => boolean): Done {
  refuseUnknown(params, ['payment_method', 'off_session', 'error_on_requires_action', 'expand']);
  const intent = book.intent(id, 'intent', 404);
  if (intent.status !== 'requires_confirmation' && intent.status !== 'requires_payment_method') {
    throw unexpected(intent, 'confirmed', 'requires_confirmation, requires_payment_method');
  }
  const method = params.get('payment_method');
  if (method !== undefined) intent.payment_method = book.method(method, 'payment_method', 400).id;
  return confirmed(book, intent, forcedDecline);
}

function confirmed(book: CardBook, intent: PaymentIntent, forcedDecline: () => boolean): Done {
  const method = book.method(intent.payment_method ?? '', 'payment_method', 400);
  const declined = forcedDecline() ? 'generic_decline' : book.declineOf(method);
  const charge = toCharge(intent, method, { id: newStripeId('ch'), created: book.seconds(), declined });
  book.charges.add(charge);
  intent.latest_charge = charge.id;
  if (declined !== null) throw decline(intent, charge, method, declined);
  if (intent.capture_method === 'manual') {
    intent.status = 'requires_capture';
    intent.amount_capturable = intent.amount;
    return { answer: snapshot(intent), events: [happened('payment_intent.amount_capturable_updated', intent)] };
  }
  intent.status = 'succeeded';
  intent.amount_received = intent.amount;
  return {
    answer: snapshot(intent),
    events: [happened('payment_intent.succeeded', intent), happened('charge.succeeded', charge)],
  };
}

const happened = (type: string, object: object): Happened => ({ type, object: snapshot(object) });

/** A refused card: 402, with the intent inside; the intent stays and asks for another card. */
export class Declined extends CardError {
  readonly events: Happened[];

  constructor(body: CardError['body'], events: Happened[]) {
    super(402, body);
    this.events = events;
  }
}

function decline(intent: PaymentIntent, charge: Charge, method: object, code: string): Declined {
  const message = code === 'insufficient_funds' ? 'Your card has insufficient funds.' : 'Your card was declined.';
  const facts = {
    type: 'card_error' as const,
    code: 'card_declined',
    decline_code: code,
    message,
    charge: charge.id,
    doc_url: 'https://stripe.com/docs/error-codes/card-declined',
  };
  intent.status = 'requires_payment_method';
  intent.payment_method = null;
  intent.last_payment_error = { ...facts, payment_method: snapshot(method) };
  const body = { ...facts, payment_intent: snapshot(intent), payment_method: snapshot(method) };
  return new Declined(body, [happened('payment_intent.payment_failed', intent)]);
}

function unexpected(intent: PaymentIntent, done: string, allowed: string): CardError {
  const message =
    `This PaymentIntent could not be ${done} because it has a status of ${intent.status}. ` +
    `Only a PaymentIntent with one of the following statuses may be ${done}: ${allowed}.`;
  return CardError.invalid(message, 'payment_intent_unexpected_state', undefined, { payment_intent: snapshot(intent) });
}

/** Takes the held money, or a part of it; the rest is let go. */
export function captureIntent(book: CardBook, id: string, params: Params): Done {
  refuseUnknown(params, ['amount_to_capture', 'metadata', 'statement_descriptor_suffix', 'expand']);
  const intent = book.intent(id, 'intent', 404);
  if (intent.status !== 'requires_capture') throw unexpected(intent, 'captured', 'requires_capture');
  const asked = params.get('amount_to_capture');
  const amount = asked === undefined ? intent.amount_capturable : amountOf(asked, 'amount_to_capture');
  if (amount > intent.amount_capturable) {
    throw CardError.invalid(
      'The requested capture amount is greater than the authorized amount.',
      'amount_too_large',
      'amount_to_capture',
    );
  }
  const charge = book.charge(intent.latest_charge ?? '', 'charge', 400);
  Object.assign(intent.metadata, metadataOf(params));
  intent.status = 'succeeded';
  intent.amount_received = amount;
  intent.amount_capturable = 0;
  charge.captured = true;
  charge.amount_captured = amount;
  return {
    answer: snapshot(intent),
    events: [happened('charge.captured', charge), happened('payment_intent.succeeded', intent)],
  };
}

/** Lets the held money go. */
export function cancelIntent(book: CardBook, id: string, params: Params): Done {
  refuseUnknown(params, ['cancellation_reason', 'expand']);
  const reasons = ['duplicate', 'fraudulent', 'requested_by_customer', 'abandoned'] as const;
  const intent = book.intent(id, 'intent', 404);
  if (intent.status === 'succeeded' || intent.status === 'canceled') {
    const allowed = 'requires_payment_method, requires_capture, requires_confirmation, requires_action, processing';
    throw unexpected(intent, 'canceled', allowed);
  }
  const reason = params.get('cancellation_reason');
  if (reason !== undefined) oneOf(params, 'cancellation_reason', reasons, 'abandoned');
  intent.cancellation_reason = reason ?? null;
  intent.status = 'canceled';
  intent.canceled_at = book.seconds();
  intent.amount_capturable = 0;
  return { answer: snapshot(intent), events: [happened('payment_intent.canceled', intent)] };
}
