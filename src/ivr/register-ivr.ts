import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { parseE164 } from '../core/phone.ts';
import type { Heard } from '../dialogue/understand.ts';
import { formOf, readFormsOnly, type WebhookForm, type WebhookGuard } from '../web/twilio-signature.ts';
import { advanceCall, apologise, beginCall, openState } from './answer-call.ts';
import { anonymous, type CallDuties } from './call-context.ts';
import type { CallState } from './call-state.ts';
import type { StateSealer } from './seal-state.ts';
import { type Turn, toTwiml } from './to-twiml.ts';

export interface Ivr {
  operations: CallDuties;
  sealer: StateSealer;
  /** Lets through only what the telephone provider signed. */
  verify: WebhookGuard;
  now: () => Date;
}

/** How a call can be over. Source: https://www.twilio.com/docs/voice/api/call-resource#call-status-values */
const overStatuses = new Set(['completed', 'busy', 'failed', 'no-answer', 'canceled']);
const longestKeys = 64;

/** The telephone channel: a call comes in, each later turn, and the end of the line. */
export function registerIvr(app: FastifyInstance, ivr: Ivr): void {
  app.register(async (scope) => {
    readFormsOnly(scope);
    scope.addHook('preValidation', ivr.verify);
    scope.post('/ivr/incoming', (request, reply) => incoming(ivr, request, reply));
    scope.post('/ivr/turn', (request, reply) => turn(ivr, request, reply));
    scope.post('/ivr/status', (request, reply) => status(ivr, request, reply));
  });
}

async function incoming(ivr: Ivr, request: FastifyRequest, reply: FastifyReply) {
  const form = formOf(request);
  const call = callOf(ivr, form);
  if (!call) return refuse(reply, 400, 'No CallSid.');
  return answer(reply, await kindly(request, call, null, () => beginCall(call)));
}

async function turn(ivr: Ivr, request: FastifyRequest, reply: FastifyReply) {
  const form = formOf(request);
  const call = callOf(ivr, form);
  if (!call) return refuse(reply, 400, 'No CallSid.');
  const { step, state: sealed } = request.query as Record<string, string | undefined>;
  const state = openState(call, sealed ?? '');
  if (!state || state.position.step !== step) return refuse(reply, 403, 'This state does not belong to this call.');
  return answer(reply, await kindly(request, call, state, () => advanceCall(call, state, heardIn(form))));
}

async function status(ivr: Ivr, request: FastifyRequest, reply: FastifyReply) {
  const form = formOf(request);
  const call = callOf(ivr, form);
  if (!call) return refuse(reply, 400, 'No CallSid.');
  if (!overStatuses.has(form.CallStatus ?? '')) return reply.code(204).send();
  try {
    await ivr.operations.endCall(call.sid);
    return reply.code(204).send();
  } catch (err) {
    request.log.error({ err, step: 'status', outcome: 'outage' }, 'call status');
    return reply.code(503).send();
  }
}

type Call = NonNullable<ReturnType<typeof callOf>>;

function callOf({ operations, sealer, now }: Ivr, form: WebhookForm) {
  const sid = form.CallSid ?? '';
  if (!/^\w{2,64}$/.test(sid)) return null;
  return { operations, sealer, now, sid, caller: callerIn(form.From ?? ''), called: form.To ?? '' };
}

/** A withheld number as Twilio writes it: the word it got from the network, on a keypad (ANONYMOUS, RESTRICTED, …). */
const withheld = new Set(['+266696687', '+7378742833', '+2562533', '+8656696', '+86282452253', '+7748283']);

const callerIn = (from: string): string => (withheld.has(from) ? anonymous : (parseE164(from) ?? anonymous));

/** A caller never hears the provider's "application error": an outage is apologised for. */
async function kindly(
  request: FastifyRequest,
  call: Call,
  state: CallState | null,
  answering: () => Promise<Turn>,
): Promise<Turn> {
  const step = state?.position.step ?? 'incoming';
  try {
    const turn = await answering();
    request.log.info({ step, outcome: turn.kind }, 'call turn');
    return turn;
  } catch (err) {
    request.log.error({ err, step, outcome: 'outage' }, 'call turn');
    return apologise(call, state);
  }
}

function heardIn({ RecordingSid, RecordingDuration, Digits }: WebhookForm): Heard {
  // The key that ended a recording comes with it; `*` means that it is not wanted.
  if (RecordingSid !== undefined && Digits === '*') return { kind: 'digits', digits: Digits };
  if (RecordingSid !== undefined && /^\w{2,64}$/.test(RecordingSid) && RecordingDuration !== '0') {
    return { kind: 'recording', id: RecordingSid };
  }
  return Digits === undefined ? { kind: 'nothing' } : { kind: 'digits', digits: Digits.slice(0, longestKeys) };
}

const answer = (reply: FastifyReply, turn: Turn) => reply.type('text/xml; charset=utf-8').send(toTwiml(turn));

const refuse = (reply: FastifyReply, code: 400 | 403, why: string) => reply.code(code).type('text/plain').send(why);
