import type { Socket } from 'node:net';
import type { ConnectionError } from 'fastify';
import { NoticePage } from './pages/notice-page.tsx';
import { toHtml } from './pages/page.tsx';
import { contentPolicy } from './pages/style.ts';
import type { NoticeName } from './words/page-words.ts';

const longestAddress = 8 * 1024;

interface Refusal {
  status: string;
  notice: NoticeName;
}

const tooLong: Refusal = { status: '414 URI Too Long', notice: 'tooLong' };
const tooLarge: Refusal = { status: '431 Request Header Fields Too Large', notice: 'notUnderstood' };
const tooSlow: Refusal = { status: '408 Request Timeout', notice: 'notUnderstood' };
const unreadable: Refusal = { status: '400 Bad Request', notice: 'notUnderstood' };

/** What node could not read as a request at all. No language is known, so it is told in Korean. */
export function refuseUnreadable(error: ConnectionError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return void socket.destroy();
  const { status, notice } = refusalOf(error);
  const html = toHtml(<NoticePage language="ko" name={notice} />);
  const head = [
    `HTTP/1.1 ${status}`,
    'content-type: text/html; charset=utf-8',
    `content-length: ${Buffer.byteLength(html)}`,
    `content-security-policy: ${contentPolicy}`,
    'cache-control: no-store',
    'referrer-policy: no-referrer',
    'x-content-type-options: nosniff',
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${html}`);
}

function refusalOf({ code, rawPacket }: ConnectionError & { rawPacket?: unknown }): Refusal {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return tooSlow;
  if (code !== 'HPE_HEADER_OVERFLOW') return unreadable;
  const read = Buffer.isBuffer(rawPacket) ? rawPacket : Buffer.alloc(0);
  const lineEnd = read.indexOf('\r\n');
  return (lineEnd < 0 ? read.length : lineEnd) > longestAddress ? tooLong : tooLarge;
}
