import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { openGate } from '../world/gate.ts';
import type { World } from '../world/world.ts';
import { CallNetwork } from './calls/call-network.ts';
import { callRoutes } from './calls/call-routes.ts';
import { recordingRoutes } from './calls/recording-routes.ts';
import { lookupRoutes } from './lookup-routes.ts';
import { messageRoutes } from './message-routes.ts';
import { MessageBook } from './messages.ts';
import { notFound, restError, sendRestError } from './rest-error.ts';

export interface PhoneNetwork {
  calls: CallNetwork;
  messages: MessageBook;
}

function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function stranger(world: World, request: FastifyRequest) {
  const { accountSid, authToken } = world.settings.twilio;
  const expected = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
  if (!sameText(request.headers.authorization ?? '', expected)) {
    return { status: 401, body: restError(401, 20003, 'Authenticate') };
  }
  const { account } = request.params as { account?: string };
  return account === undefined || account === accountSid ? null : { status: 404, body: notFound(request.url) };
}

/** Mounts the phone network's REST API, as Twilio shows it. */
export async function mountPhoneNetwork(app: FastifyInstance, world: World): Promise<PhoneNetwork> {
  const network = { calls: new CallNetwork(world), messages: new MessageBook(world) };
  const gated = (room: FastifyInstance) => {
    openGate(room, world, {
      party: 'twilio',
      refuseStranger: (request) => stranger(world, request),
      refusal: (status) =>
        status === 429 ? restError(429, 20429, 'Too Many Requests') : restError(500, 20500, 'Internal Server Error'),
    });
    room.setNotFoundHandler(async (request, reply) => sendRestError(reply, notFound(request.url)));
  };
  await app.register(
    async (room) => {
      gated(room);
      messageRoutes(room, world, network.messages);
      callRoutes(room, world, network.calls);
      recordingRoutes(room, world, network.calls.recordings);
    },
    { prefix: '/2010-04-01/Accounts/:account' },
  );
  await app.register(
    async (room) => {
      gated(room);
      lookupRoutes(room, world);
    },
    { prefix: '/v2' },
  );
  return network;
}
