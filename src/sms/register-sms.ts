import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { parseE164 } from '../core/phone.ts';
import type { GiftOperations } from '../operations/gifts/gift-operations.ts';
import type { Log } from '../operations/ports.ts';
import { formOf, readFormsOnly, type WebhookForm, type WebhookGuard } from '../web/twilio-signature.ts';
import { parseText } from './parse-text.ts';

/** What the provider tells of a message of ours. */
export interface DeliveryReport {
  messageId: string | null;
  providerId: string;
  status: string;
  errorCode: string | null;
}

export interface SmsChannel {
  operations: Pick<GiftOperations, 'answerText'>;
  /** Keeps a delivery report. Reports of messages that are not ours change nothing. */
  recordDelivery(report: DeliveryReport): Promise<unknown>;
  /** Lets through only what the provider signed. */
  verify: WebhookGuard;
  /** Whether an error means that the database cannot be written now. */
  isOutage(error: unknown): boolean;
  log: Log;
}

const sidPattern = /^[A-Za-z0-9]{1,64}$/;
const idPattern = /^[\w-]{1,64}$/;

/**
 * POST /sms/incoming and POST /sms/status. A failed webhook is not repeated by the provider, but counts in its alarms
 * and goes to the fallback address: so 200 is only said for what was done.
 */
export function registerSms(app: FastifyInstance, channel: SmsChannel): void {
  app.register(async (scope) => {
    readFormsOnly(scope);
    const guarded = { preValidation: channel.verify };
    scope.post('/sms/incoming', guarded, (request, reply) => answered(channel, reply, () => receive(channel, request)));
    scope.post('/sms/status', guarded, (request, reply) => answered(channel, reply, () => report(channel, request)));
  });
}

/** The status of what was done; the answer carries no text, since replies go out by themselves. */
async function answered(
  channel: SmsChannel,
  reply: FastifyReply,
  work: () => Promise<200 | 400>,
): Promise<FastifyReply> {
  try {
    const status = await work();
    return reply.code(status).type('text/xml').send('<Response/>');
  } catch (error) {
    channel.log.error({ err: error }, 'a text webhook could not be handled');
    return reply
      .code(channel.isOutage(error) ? 503 : 500)
      .type('text/xml')
      .send('<Response/>');
  }
}

async function receive({ operations, log }: SmsChannel, request: FastifyRequest): Promise<200 | 400> {
  const form = formOf(request);
  const { MessageSid: sid = '', Body: body = '', OptOutType: optOutType } = form;
  if (!sidPattern.test(sid) || !form.From || !form.To) return 400;
  const from = parseE164(form.From);
  const to = parseE164(form.To);
  if (!from || !to) {
    // Short codes and names of senders: nobody to whom a gift could have been sent.
    log.info({ sid }, 'a text that comes from no telephone');
    return 200;
  }
  const answer = parseText(body, optOutType);
  const outcome = await operations.answerText({ sid, from, to, answer });
  log.info({ sid, read: answer.kind, outcome: outcome.kind }, 'a text was answered');
  return 200;
}

async function report({ recordDelivery }: SmsChannel, request: FastifyRequest): Promise<200 | 400> {
  const form = formOf(request);
  const providerId = form.MessageSid ?? '';
  const status = form.MessageStatus ?? '';
  const messageId = messageIdOf(request);
  if (!sidPattern.test(providerId) || !/^[a-z-]{1,32}$/.test(status) || messageId === undefined) return 400;
  await recordDelivery({ messageId, providerId, status, errorCode: errorCodeOf(form) });
  return 200;
}

/** Null: none given. Undefined: what is given is no id. */
function messageIdOf({ query }: FastifyRequest): string | null | undefined {
  const { message } = query as { message?: unknown };
  if (message === undefined) return null;
  return typeof message === 'string' && idPattern.test(message) ? message : undefined;
}

const errorCodeOf = ({ ErrorCode: code }: WebhookForm): string | null =>
  code && /^\d{1,10}$/.test(code) ? code : null;
