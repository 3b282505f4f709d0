import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server';
import type { FaultKind } from '../world/faults.ts';
import { pauseMs } from '../world/pause.ts';
import type { World } from '../world/world.ts';
import { complaintsAbout, refusalOf } from './judge-mail.ts';
import type { MailBook } from './mail-book.ts';
import { readMail } from './read-mail.ts';
import { SmtpRefusal } from './smtp-refusal.ts';

/** What can befall a mail whose sender and recipients were accepted. */
const mailFaults: FaultKind[] = ['late', 'hang', 'lost-answer', 'lost-request', 'duplicate'];
const lateMs = 1_000;
const longestMs = 2_147_483_647;

/** The line of the server's answer; null when the connection drops without one. */
export type Taken = string | null;

/** All of it, or null when it is larger than the server takes: then it is read to its end, and not kept. */
async function readAll(stream: SMTPServerDataStream, limitBytes: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= limitBytes) chunks.push(chunk);
  }
  return bytes > limitBytes ? null : Buffer.concat(chunks);
}

/** Puts a mail into every recipient's mailbox, unless a fault or a refusal (SmtpRefusal) keeps it out. */
export async function takeMail(
  world: World,
  book: MailBook,
  stream: SMTPServerDataStream,
  { envelope }: SMTPServerSession,
  limitBytes: number,
): Promise<Taken> {
  const recipients = envelope.rcptTo.map(({ address }) => address.toLowerCase());
  const raw = await readAll(stream, limitBytes);
  const fault = raw && world.faults.strike('smtp', mailFaults, recipients.join(' '), 'DATA');
  const record = world.requests.add({
    at: world.now().toISOString(),
    party: 'smtp',
    method: 'DATA',
    path: recipients.join(', '),
    query: {},
    form: {},
    idempotencyKey: null,
    status: null,
    fault: fault?.kind ?? null,
  });
  const refuse = (code: number, message: string) => {
    record.status = code;
    return new SmtpRefusal(code, message);
  };
  if (raw === null) throw refuse(552, 'message too large');
  if (fault?.kind === 'lost-request') return null;
  if (fault?.kind === 'hang') {
    await pauseMs(longestMs, world.faults.cleared, world.closing);
    return null;
  }
  const ids = await world.activity.during(async () => {
    const content = await readMail(raw);
    const refusal = refusalOf(content);
    if (refusal !== null) throw refuse(554, refusal);
    for (const complaint of complaintsAbout(content)) world.complain(`mail “${content.subject}”: ${complaint}`);
    const copies = fault?.kind === 'duplicate' ? [...recipients, ...recipients] : recipients;
    return copies.map((recipient) => book.add(recipient, raw.length, content).id);
  });
  if (fault?.kind === 'late') await pauseMs(fault.delayMs ?? lateMs, world.faults.cleared, world.closing);
  if (fault?.kind === 'lost-answer') return null;
  record.status = 250;
  return `OK: kept as ${ids.join(' ')}`;
}
