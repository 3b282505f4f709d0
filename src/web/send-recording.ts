import type { FastifyReply, FastifyRequest } from 'fastify';

export interface Recording {
  audio: Buffer;
  contentType: string;
}

/**
 * Sends a sound, or the part of it that a player asks for: Safari plays nothing that knows no ranges.
 * One range of bytes is understood (RFC 9110, 14.2); anything else gets the whole.
 */
export function sendRecording(
  request: FastifyRequest,
  reply: FastifyReply,
  { audio, contentType }: Recording,
): FastifyReply {
  reply.headers({
    'content-type': /^audio\/[\w.+-]+$/.test(contentType) ? contentType : 'audio/mpeg',
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
    'accept-ranges': 'bytes',
  });
  const range = parseRange(request.headers.range, audio.length);
  if (range === 'whole') return reply.send(audio);
  if (range === 'outside') return reply.code(416).header('content-range', `bytes */${audio.length}`).send();
  const [first, last] = range;
  return reply
    .code(206)
    .header('content-range', `bytes ${first}-${last}/${audio.length}`)
    .send(audio.subarray(first, last + 1));
}

function parseRange(header: string | undefined, length: number): [first: number, last: number] | 'whole' | 'outside' {
  const [, from = '', to = ''] = /^bytes=(\d{0,12})-(\d{0,12})$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return 'whole';
  const first = from === '' ? Math.max(0, length - Number(to)) : Number(from);
  const last = from === '' || to === '' ? length - 1 : Math.min(Number(to), length - 1);
  return first > last || first >= length ? 'outside' : [first, last];
}
