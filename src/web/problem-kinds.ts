import type { RedeemAnswer, Repeatable, RollbackAnswer } from '../operations/tills/till-operations.ts';

/** Every refusal of an operation that a till may meet. */
type Refused =
  | Exclude<RedeemAnswer['kind'], 'redeemed' | 'coupon-used'>
  | Exclude<RollbackAnswer['kind'], 'rolled-back' | 'coupon-rolled-back'>
  | Exclude<Repeatable<unknown>['kind'], 'answer'>;

/** What may be wrong with a request before an operation sees it, or with us. */
type Unheard =
  | 'bad-request'
  | 'no-idempotency-key'
  | 'no-terminal-key'
  | 'not-found'
  | 'not-mobile'
  | 'method-not-allowed'
  | 'body-too-large'
  | 'unsupported-media-type'
  | 'too-many-requests'
  | 'unavailable'
  | 'internal';

export type ProblemKind = Refused | Unheard;

interface ProblemWords {
  status: number;
  title: string;
  /** What to do about it. */
  detail: string;
}

/** RFC 9457. The compiler asks for each kind; `urn:giftline:problem:<kind>` is its type. */
export const problemKinds: Record<ProblemKind, ProblemWords> = {
  'unknown-code': {
    status: 404,
    title: 'No such certificate or coupon',
    detail: 'No certificate of this shop, and no coupon that it takes, has this code, number or telephone.',
  },
  'unknown-redemption': {
    status: 404,
    title: 'No such redemption',
    detail: 'This shop has no redemption with this id.',
  },
  'not-accepted-yet': {
    status: 409,
    title: 'Not accepted yet',
    detail: 'The recipient has to accept the gift before it can be used.',
  },
  'already-redeemed': { status: 409, title: 'Used up', detail: 'Nothing is left on this certificate.' },
  'already-used': { status: 409, title: 'Used before', detail: 'A coupon is good once, and this one has been used.' },
  withdrawn: { status: 409, title: 'Withdrawn', detail: 'The shop took this coupon back; it is good for nothing.' },
  'not-valid-yet': { status: 409, title: 'Not valid yet', detail: 'The coupon can be used from the time given.' },
  'below-least-spend': {
    status: 409,
    title: 'Bill too small',
    detail: 'The coupon asks for a larger bill than this one.',
  },
  'not-taken-here': { status: 409, title: 'Not taken here', detail: 'The coupon is good at the shop given, not here.' },
  'other-shop': {
    status: 409,
    title: "Another shop's",
    detail: 'The certificate is good at the shop given, not here.',
  },
  'bill-too-large': {
    status: 422,
    title: 'Bill too large',
    detail: 'The bill may be at most the amount given; a barcode may have been typed as an amount.',
  },
  expired: { status: 409, title: 'Expired', detail: 'It is past its validity.' },
  cancelled: { status: 409, title: 'Cancelled', detail: 'The certificate was given back and cannot be used.' },
  'insufficient-balance': {
    status: 409,
    title: 'Not enough left',
    detail: 'Ask for at most the balance and take the rest in another way.',
  },
  'already-rolled-back': {
    status: 409,
    title: 'Rolled back before',
    detail: 'This redemption has been rolled back already.',
  },
  'amount-not-positive': { status: 422, title: 'Amount too small', detail: 'The amount must be at least 1.' },
  'pin-needed': {
    status: 403,
    title: 'PIN needed',
    detail: "The shop's policy asks for the holder's PIN with this request.",
  },
  'no-pin-yet': {
    status: 409,
    title: 'No PIN yet',
    detail:
      'The coupon needs its holder’s PIN, and its holder has none: to be made in the chat, under Settings. No PIN was counted as wrong.',
  },
  'wrong-pin': { status: 403, title: 'Wrong PIN', detail: 'The PIN is not that of the certificate.' },
  closed: { status: 429, title: 'Too many wrong PINs', detail: 'PINs are not taken for a while.' },
  'key-used-for-another-request': {
    status: 422,
    title: 'Idempotency-Key used before',
    detail: 'This key came with another request. Take a new key for a new request.',
  },
  'bad-request': { status: 400, title: 'Bad request', detail: 'The request does not have the documented form.' },
  'no-idempotency-key': {
    status: 400,
    title: 'Idempotency-Key missing',
    detail: 'Send an Idempotency-Key of 1 to 255 printable characters, a new one for each new request.',
  },
  'no-terminal-key': { status: 401, title: 'Not signed in', detail: "Send the terminal's key as a bearer token." },
  'not-mobile': {
    status: 422,
    title: 'Not a mobile number',
    detail: 'Give a mobile number, in national digits or with + and the country.',
  },
  'not-found': { status: 404, title: 'Not found', detail: 'There is nothing at this address.' },
  'method-not-allowed': { status: 405, title: 'Method not allowed', detail: 'This address does not take this method.' },
  'body-too-large': { status: 413, title: 'Too large', detail: 'The request is larger than is taken here.' },
  'unsupported-media-type': {
    status: 415,
    title: 'Unsupported media type',
    detail: 'This address takes another content type.',
  },
  'too-many-requests': { status: 429, title: 'Too many requests', detail: 'Come again a little later.' },
  unavailable: {
    status: 503,
    title: 'Not available now',
    detail: 'Nothing was changed. Send the same request again in a moment.',
  },
  internal: {
    status: 500,
    title: 'Our mistake',
    detail: 'Something went wrong here. With an Idempotency-Key the same request may be sent again.',
  },
};
