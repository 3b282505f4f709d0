import { cardCustomers } from '../people.ts';
import { Newest } from '../world/newest.ts';
import type { World } from '../world/world.ts';
import { CardError } from './card-error.ts';
import {
  type Charge,
  type Customer,
  type PaymentIntent,
  type PaymentMethod,
  type Refund,
  toCustomer,
  toPaymentMethod,
} from './objects.ts';

const intentLimit = 20_000;
const customerLimit = 10_000;

/** Everything that the card company keeps. */
export class CardBook {
  readonly world: World;
  readonly customers = new Map<string, Customer>();
  readonly methods = new Map<string, PaymentMethod>();
  readonly intents = new Newest<PaymentIntent>(intentLimit);
  readonly charges = new Newest<Charge>(intentLimit);
  readonly refunds = new Newest<Refund>(intentLimit);

  constructor(world: World) {
    this.world = world;
    const created = this.seconds();
    for (const person of cardCustomers) {
      const { customer: id, name, phone } = person;
      this.customers.set(id, toCustomer({ id, name, phone, email: null, description: null, metadata: {}, created }));
      this.methods.set(person.paymentMethod, toPaymentMethod(person, created));
    }
  }

  seconds(): number {
    return Math.floor(this.world.now().getTime() / 1_000);
  }

  addCustomer(customer: Customer): Customer {
    if (this.customers.size >= customerLimit) throw CardError.invalid('Too many customers', undefined, undefined);
    this.customers.set(customer.id, customer);
    return customer;
  }

  /** Stripe's decline code for this card, or null when it pays. */
  declineOf(method: PaymentMethod): string | null {
    return cardCustomers.find((person) => person.paymentMethod === method.id)?.declines ?? null;
  }

  customer(id: string, param: string, status: 400 | 404): Customer {
    const found = this.customers.get(id);
    if (!found) throw CardError.missing('customer', id, param, status);
    return found;
  }

  method(id: string, param: string, status: 400 | 404): PaymentMethod {
    const found = this.methods.get(id);
    if (!found) throw CardError.missing('PaymentMethod', id, param, status);
    return found;
  }

  intent(id: string, param: string, status: 400 | 404): PaymentIntent {
    const found = this.intents.all().findLast((intent) => intent.id === id);
    if (!found) throw CardError.missing('payment_intent', id, param, status);
    return found;
  }

  charge(id: string, param: string, status: 400 | 404): Charge {
    const found = this.charges.all().findLast((charge) => charge.id === id);
    if (!found) throw CardError.missing('charge', id, param, status);
    return found;
  }
}
