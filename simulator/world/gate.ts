import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Fault, FaultKind } from './faults.ts';
import { pauseMs } from './pause.ts';
import { reasonOf } from './reason.ts';
import type { RecordedRequest } from './requests.ts';
import type { World } from './world.ts';

export interface GateRefusal {
  status: number;
  body: object;
}

interface Visit {
  record: RecordedRequest;
  fault: Fault | null;
  afterAnswer: (() => void)[];
}

type GateParty = 'twilio' | 'stripe' | 'telegram';

/** What the gate plays by itself, on any request. */
const gateKinds: FaultKind[] = ['status-429', 'status-500', 'hang', 'late', 'lost-answer', 'lost-request'];

const visits = new WeakMap<FastifyRequest, Visit>();

/** The fault that the gate plays on this request, if any. */
export const faultOf = (request: FastifyRequest): Fault | null => visits.get(request)?.fault ?? null;

/** Runs `work` once the answer has left, or could not leave, or its delay is over. It counts as activity from now on. */
export function onceAnswered(world: World, request: FastifyRequest, work: () => Promise<unknown>): void {
  const end = world.activity.begin();
  const start = () => {
    work()
      .catch((error: unknown) => world.complain(`after ${request.url}: ${reasonOf(error)}`))
      .finally(end);
  };
  const visit = visits.get(request);
  if (visit) visit.afterAnswer.push(start);
  else start();
}

/** What is kept of a request. */
interface Sight {
  path: string;
  form: Record<string, unknown>;
}

const plainSight = (request: FastifyRequest): Sight => ({
  path: request.url.split('?')[0] ?? '',
  form: { ...((request.body as object | undefined) ?? {}) },
});

function record(world: World, party: GateParty, request: FastifyRequest, { path, form }: Sight): Visit {
  const key = request.headers['idempotency-key'];
  const fault = world.faults.strike(party, gateKinds, path, request.method);
  const visit: Visit = {
    fault,
    afterAnswer: [],
    record: world.requests.add({
      at: world.now().toISOString(),
      party,
      method: request.method,
      path,
      query: { ...(request.query as object) },
      form,
      idempotencyKey: typeof key === 'string' ? key : null,
      status: null,
      fault: fault?.kind ?? null,
    }),
  };
  visits.set(request, visit);
  return visit;
}

function dropConnection(request: FastifyRequest, reply: FastifyReply): void {
  reply.hijack();
  request.raw.socket.destroy();
}

/**
 * Puts a party's routes behind a gate: it checks who asks, keeps a record, and plays the faults.
 * The fault is chosen after the caller has proved who it is, so that a wrong key is never hidden by a fault.
 */
export function openGate(
  app: FastifyInstance,
  world: World,
  gate: {
    party: GateParty;
    refuseStranger: (request: FastifyRequest) => GateRefusal | null;
    refusal: (status: 429 | 500, fault: Fault) => object;
    /** Where an address holds a secret, or a body what is too large to keep. */
    sightOf?: (request: FastifyRequest) => Sight;
  },
): void {
  app.addHook('preHandler', async (request, reply) => {
    const stranger = gate.refuseStranger(request);
    if (stranger) return reply.code(stranger.status).send(stranger.body);
    const { fault } = record(world, gate.party, request, (gate.sightOf ?? plainSight)(request));
    if (fault?.retryAfterSeconds !== undefined) reply.header('retry-after', String(fault.retryAfterSeconds));
    if (fault?.kind === 'status-429') return reply.code(429).send(gate.refusal(429, fault));
    if (fault?.kind === 'status-500') return reply.code(500).send(gate.refusal(500, fault));
    if (fault?.kind === 'lost-request') return dropConnection(request, reply);
    if (fault?.kind === 'hang') {
      await pauseMs(2_147_483_647, world.faults.cleared, world.closing);
      return dropConnection(request, reply);
    }
    return undefined;
  });

  app.addHook('onSend', async (request, reply, payload) => {
    const visit = visits.get(request);
    if (!visit) return payload;
    if (visit.fault?.kind === 'late') {
      await pauseMs(visit.fault.delayMs ?? 1_000, world.faults.cleared, world.closing);
    }
    if (visit.fault?.kind === 'lost-answer') request.raw.socket.destroy();
    else visit.record.status = reply.statusCode;
    const leave = () => {
      for (const start of visit.afterAnswer.splice(0)) start();
    };
    // A client that gave up has closed the answer already; nothing would tell us again.
    if (reply.raw.closed || reply.raw.destroyed || request.raw.socket.destroyed) leave();
    else reply.raw.once('close', leave);
    return payload;
  });
}
