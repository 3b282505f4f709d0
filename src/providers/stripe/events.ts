import type Stripe from 'stripe';

/** Which payment an event is about: enough to go and look, whatever its order. */
export interface PaymentNews {
  type: string;
  holdId: string | null;
  gatewayId: string | null;
}

export type ReadEvent = (body: string, signature: string) => PaymentNews | null;

/** The client throws plain errors at a signature that is empty or has other letters. */
const signatureForm = /^\w+=[\da-f]+(?:, ?\w+=[\da-f]+)*$/;

/** Verifies an event's signature by the real client. Null: it is not from the card company. */
export const stripeEvents =
  (stripe: Stripe, webhookSecret: string, now: () => Date): ReadEvent =>
  (body, signature) => {
    if (!signatureForm.test(signature)) return null;
    try {
      // Milliseconds, whatever the parameter's neighbours count in: the client divides by a thousand itself.
      const receivedAtMs = now().getTime();
      const event = stripe.webhooks.constructEvent(body, signature, webhookSecret, undefined, undefined, receivedAtMs);
      return newsIn(event);
    } catch (error) {
      if (error instanceof stripe.errors.StripeSignatureVerificationError) return null;
      throw error;
    }
  };

function newsIn({ type, data }: Stripe.Event): PaymentNews {
  const about = data.object as { id?: string; object?: string; payment_intent?: unknown; metadata?: unknown };
  const metadata = (about.metadata ?? {}) as Record<string, unknown>;
  const intent = about.object === 'payment_intent' ? about.id : about.payment_intent;
  return {
    type,
    holdId: typeof metadata.hold === 'string' ? metadata.hold : null,
    gatewayId: typeof intent === 'string' ? intent : null,
  };
}
