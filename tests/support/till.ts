import { randomUUID } from 'node:crypto';

export interface TillAnswer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a till reads JSON as it comes; each test says what it expects
  body: any;
  type: string;
}

/** A shop's till, by the API. */
export function openTill(appUrl: string, terminalKey: string) {
  const ask = async (method: string, path: string, body?: object, idempotencyKey?: string): Promise<TillAnswer> => {
    const response = await fetch(`${appUrl}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${terminalKey}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: response.status, body: await response.json(), type: response.headers.get('content-type') ?? '' };
  };
  return {
    validates: (code: string) => ask('POST', '/validations', { code }),
    redeems: (what: object, key: string = randomUUID()) => ask('POST', '/redemptions', what, key),
    rollsBack: (redemptionId: string, key: string = randomUUID()) =>
      ask('POST', `/redemptions/${redemptionId}/rollbacks`, {}, key),
    register: (after?: string) => ask('GET', `/register${after ? `?after=${after}` : ''}`),
  };
}

export type Till = ReturnType<typeof openTill>;
