import type { Socket } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import type { FaultKind } from '../world/faults.ts';
import { reasonOf } from '../world/reason.ts';
import type { World } from '../world/world.ts';
import type { MailBook } from './mail-book.ts';
import { SmtpRefusal } from './smtp-refusal.ts';
import { takeMail } from './take-mail.ts';

/** Postfix's own limit (message_size_limit), and so that of many servers. */
const mailLimitBytes = 10_240_000;
/** The fewest that RFC 5321, 4.5.3.1.8, lets a server take. */
const recipientLimit = 100;
const clientLimit = 100;

const recipientFaults: FaultKind[] = ['refused-for-now', 'mailbox-unknown'];
/** A client that leaves, or whose machine fell over, is the client's business. */
const clientLeft = ['ECONNRESET', 'EPIPE', 'ETIMEDOUT'];

function judgeRecipient(world: World, recipient: string): SmtpRefusal | null {
  const address = recipient.toLowerCase();
  const fault = world.faults.strike('smtp', recipientFaults, address, 'RCPT');
  if (fault === null) return null;
  const refusal =
    fault.kind === 'mailbox-unknown'
      ? new SmtpRefusal(550, `${address}: no such mailbox`)
      : new SmtpRefusal(451, 'try again later');
  world.requests.add({
    at: world.now().toISOString(),
    party: 'smtp',
    method: 'RCPT',
    path: address,
    query: {},
    form: {},
    idempotencyKey: null,
    status: refusal.responseCode,
    fault: fault.kind,
  });
  return refusal;
}

export interface Smtp {
  server: SMTPServer;
  /** Drops every connection, as a machine does that is switched off. */
  dropAll(): void;
}

/** A mail server that takes mail for everybody. It speaks no TLS: it is on the loopback address only. */
export function openSmtp(world: World, book: MailBook): Smtp {
  const sockets = new Map<number, Socket>();
  const drop = ({ remotePort }: SMTPServerSession) => sockets.get(remotePort)?.destroy();
  const account = world.settings.smtpAccount;
  const server = new SMTPServer({
    name: 'mailbox.giftline.example',
    banner: 'simulated: nothing leaves this machine',
    size: mailLimitBytes,
    rejectOversized: true,
    maxRecipients: recipientLimit,
    maxClients: clientLimit,
    disableReverseLookup: true,
    hideENHANCEDSTATUSCODES: false,
    disabledCommands: account === undefined ? ['STARTTLS', 'AUTH'] : ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth({ username, password }, _session, answer) {
      if (username === account?.user && password === account?.password) answer(null, { user: username });
      else answer(new SmtpRefusal(535, 'wrong name or password'));
    },
    onRcptTo: ({ address }, _session, answer) => answer(judgeRecipient(world, address)),
    onData(stream, session, answer) {
      takeMail(world, book, stream, session, mailLimitBytes).then(
        (line) => {
          if (line === null) drop(session);
          answer(null, line ?? '');
        },
        (error: unknown) => {
          // A connection that broke in the middle of a mail ends here too; then nobody reads the answer.
          answer(error instanceof SmtpRefusal ? error : new SmtpRefusal(451, reasonOf(error)));
        },
      );
    },
  });
  server.on('error', (error: NodeJS.ErrnoException) => {
    if (!clientLeft.includes(error.code ?? '')) world.complain(`mail connection: ${reasonOf(error)}`);
  });
  server.server.on('connection', (socket: Socket) => {
    const { remotePort } = socket;
    if (remotePort === undefined) return;
    sockets.set(remotePort, socket);
    socket.once('close', () => sockets.delete(remotePort));
  });
  return {
    server,
    dropAll: () => {
      for (const socket of sockets.values()) socket.destroy();
    },
  };
}
