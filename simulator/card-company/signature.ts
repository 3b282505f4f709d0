import { createHmac } from 'node:crypto';

/** `Stripe-Signature`: HMAC-SHA256 over `${seconds}.${body}`. Source: Stripe, "Verify webhook signatures manually". */
export function stripeSignature(secret: string, seconds: number, body: string): string {
  const signature = createHmac('sha256', secret).update(`${seconds}.${body}`, 'utf8').digest('hex');
  return `t=${seconds},v1=${signature}`;
}
