import formbody from '@fastify/formbody';
import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import { onTestFinished } from 'vitest';
import { type SimulatorSettings, startSimulator } from '../../simulator/start.ts';
import { openDesk } from '../support/desk.ts';

export const account = { accountSid: `AC${'5'.repeat(8)}${'a'.repeat(24)}`, authToken: 'twilio-token-of-the-test' };
export const stripeKeys = { secretKey: 'sk_test_of_the_test', webhookSecret: 'whsec_of_the_test' };
export const botToken = '5880000001:AAGtoken-of-the-test_0123456789abcd';
export const line = '+8215880000';
export const jisu = '+821020000001';
export const yuna = '+821030000001';
export const hoon = '+821030000002';
export const stranger = '+821030000009';

export interface Arrived {
  path: string;
  url: string;
  form: Record<string, string>;
  headers: Record<string, string>;
  raw: string;
}

type Answer = string | ((arrived: Arrived, reply: FastifyReply) => unknown);

/** The app's side of the wire, as a test scripts it: an address (path, or path?step=…) and what it answers. */
export async function openWorlds(answers: Record<string, Answer> = {}, more: Partial<SimulatorSettings> = {}) {
  const arrived: Arrived[] = [];
  const app = Fastify({ forceCloseConnections: true });
  await app.register(formbody, {
    parser: (raw) => ({ raw, ...Object.fromEntries(new URLSearchParams(raw)) }),
  });
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) =>
    done(null, { raw: body }),
  );
  app.all('/*', async (request: FastifyRequest, reply) => {
    const path = request.url.split('?')[0] ?? '';
    const step = new URL(request.url, 'http://app').searchParams.get('step');
    const { raw = '', ...form } = (request.body ?? {}) as Record<string, string>;
    const one = { path, url: request.url, form, headers: request.headers as Record<string, string>, raw };
    arrived.push(one);
    const answer = answers[step === null ? path : `${path}?step=${step}`] ?? answers[path];
    if (typeof answer === 'function') return answer(one, reply);
    if (answer !== undefined) return reply.type('text/xml').send(answer);
    return reply.code(204).send();
  });
  const appUrl = await app.listen({ host: '127.0.0.1', port: 0 });
  const simulator = await startSimulator({
    port: 0,
    appUrl,
    lineNumber: line,
    messageNumber: line,
    twilio: account,
    stripe: stripeKeys,
    telegram: { token: botToken },
    ...more,
  });
  onTestFinished(async () => {
    await simulator.close();
    await app.close();
  });
  return {
    simulator,
    appUrl,
    desk: openDesk(simulator.url),
    arrived,
    at: (path: string) => arrived.filter((one) => one.path === path),
  };
}

export const response = (inner: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><Response>${inner}</Response>`;
