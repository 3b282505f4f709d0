export interface FetchedBody {
  status: number;
  contentType: string;
  body: Buffer;
}

export class BodyTooLarge extends Error {
  constructor(limitBytes: number) {
    super(`the body is larger than ${limitBytes} bytes`);
    this.name = 'BodyTooLarge';
  }
}

/** Reads at most `limitBytes`; more is refused as BodyTooLarge. Network trouble and time-outs throw as `fetch` does. */
export async function fetchLimited(
  url: string,
  init: RequestInit,
  limits: { timeoutMs: number; limitBytes: number; stop: AbortSignal },
): Promise<FetchedBody> {
  const signal = AbortSignal.any([AbortSignal.timeout(limits.timeoutMs), limits.stop]);
  const response = await fetch(url, { ...init, signal });
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    bytes += part.value.byteLength;
    if (bytes > limits.limitBytes) {
      await reader?.cancel();
      throw new BodyTooLarge(limits.limitBytes);
    }
    chunks.push(part.value);
  }
  return {
    status: response.status,
    contentType: response.headers.get('content-type') ?? '',
    body: Buffer.concat(chunks),
  };
}
