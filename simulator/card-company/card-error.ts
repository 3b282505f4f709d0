export interface StripeErrorBody {
  type: 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error';
  message: string;
  code?: string;
  decline_code?: string;
  param?: string;
  charge?: string;
  payment_intent?: object;
  payment_method?: object;
  doc_url?: string;
}

/** A refusal of the card company, to be answered as `{error: …}`. */
export class CardError extends Error {
  constructor(
    readonly status: number,
    readonly body: StripeErrorBody,
  ) {
    super(body.message);
    this.name = 'CardError';
  }

  static invalid(message: string, code: string | undefined, param: string | undefined, more: object = {}): CardError {
    return new CardError(400, {
      type: 'invalid_request_error',
      ...(code === undefined
        ? {}
        : { code, doc_url: `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}` }),
      message,
      ...(param === undefined ? {} : { param }),
      ...more,
    });
  }

  /** 404 when the address names it, 400 when a parameter does. */
  static missing(kind: string, id: string, param: string, status: 400 | 404): CardError {
    const { body } = CardError.invalid(`No such ${kind}: '${id}'`, 'resource_missing', param);
    return new CardError(status, body);
  }
}
