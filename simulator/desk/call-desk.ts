import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Call } from '../phone-network/calls/call.ts';
import { judgeNumber, withheldNumber } from '../phone-network/numbers.ts';
import type { Parties } from './parties.ts';
import { refuse } from './refuse.ts';

type Body = Record<string, unknown>;
type Ask = FastifyRequest<{ Params: { sid: string }; Body: Body | null }>;

/** What a person at a phone can do in a call: null when done, else why it cannot be. `dropped`: keys nobody took. */
type Deed = (call: Call, body: Body) => string | null | { dropped: string };

const deeds: Record<string, Deed> = {
  keys: (call, body) => {
    const { keys, typeAhead } = body;
    if (typeof keys !== 'string' || !/^[\d*#]{1,200}$/.test(keys)) return 'keys: 1 to 200 of 0-9 * #';
    const dropped = call.press(keys, typeAhead === true);
    return dropped === null ? 'nothing listens to keys now' : { dropped };
  },
  silence: (call) => {
    const rungOut = call.rings && call.endRing({ kind: 'no-answer' });
    return rungOut || call.silence() ? null : 'nothing waits for the person now';
  },
  recording: (call, body) => {
    const { seconds, key = '#' } = body;
    if (typeof seconds !== 'number' || !(seconds >= 0 && seconds <= 14_400)) return 'seconds: a number from 0 to 14400';
    if (typeof key !== 'string' || !/^([\d*#]|hangup)$/.test(key)) return 'key: one of 0-9 * #, or hangup';
    return call.speak(Math.round(seconds), key) ? null : 'nothing records now';
  },
  hangup: (call) => (call.end('caller') ? null : 'the call is over'),
  answer: (call, body) => {
    const as = body.as ?? 'human';
    if (as !== 'human' && as !== 'machine') return 'as: human or machine';
    return call.endRing({ kind: 'answered', as }) ? null : 'the phone does not ring';
  },
  decline: (call) => (call.endRing({ kind: 'declined' }) ? null : 'the phone does not ring'),
};

export function callDesk(app: FastifyInstance, { world, phoneNetwork: { calls } }: Parties): void {
  app.post<{ Body: Body | null }>('/desk/calls', async (request, reply) => {
    const { from, to = world.settings.lineNumber, clock = 'stopped' } = request.body ?? {};
    if (typeof from !== 'string' || (from !== withheldNumber && judgeNumber(from).kind !== 'served'))
      return refuse(reply, 400, 'from: a phone number');
    if (to !== world.settings.lineNumber) return refuse(reply, 404, `nobody answers at ${String(to)}`);
    if (clock !== 'stopped' && clock !== 'real') return refuse(reply, 400, 'clock: real or stopped');
    if (calls.full) return refuse(reply, 409, 'too many live calls');
    const call = await calls.receive({ from, to, clock });
    return reply.code(201).send(call.answer());
  });

  app.get<{ Params: { sid: string } }>('/desk/calls/:sid', async (request, reply) => {
    const call = calls.find(request.params.sid);
    return call ? call.record() : refuse(reply, 404, 'no such call');
  });

  for (const [name, deed] of Object.entries(deeds)) {
    app.post(`/desk/calls/:sid/${name}`, async (request: Ask, reply) => {
      const call = calls.find(request.params.sid);
      if (!call) return refuse(reply, 404, 'no such call');
      const done = deed(call, request.body ?? {});
      if (typeof done === 'string') return refuse(reply, done.includes(':') ? 400 : 409, done);
      await call.settled();
      return call.answer(done?.dropped);
    });
  }
}
