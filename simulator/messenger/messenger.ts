import { timingSafeEqual } from 'node:crypto';
import multipart from '@fastify/multipart';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { openGate } from '../world/gate.ts';
import { reasonOf } from '../world/reason.ts';
import type { World } from '../world/world.ts';
import { BotRefusal } from './bot-refusal.ts';
import { ChatBook } from './chat-book.ts';
import { callMethod } from './methods/methods.ts';
import { PhotoShelf } from './photo-shelf.ts';
import { Presses } from './presses.ts';
import type { Room } from './room.ts';
import { LimitedSending } from './sending-limits.ts';
import { UpdateQueue } from './update-queue.ts';

export type { Room as Messenger } from './room.ts';

/** core.telegram.org/bots/api#sending-files: 50 MB for files of other kinds; a larger body is not read to its end. */
const uploadLimitBytes = 50 * 1_024 * 1_024;

type Named = { Params: { token: string; method?: string; '*'?: string } };

function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

const fieldsOf = (request: FastifyRequest): Record<string, unknown> => ({
  ...(request.query as object),
  ...((request.body as object | undefined) ?? {}),
});

/** Without the token, which stands in the address, and without pictures. */
function sightOf(request: FastifyRequest): { path: string; form: Record<string, unknown> } {
  const { method, '*': file } = request.params as Named['Params'];
  const form = Object.entries((request.body as object | undefined) ?? {}).map(([name, value]: [string, unknown]) => [
    name,
    Buffer.isBuffer(value) ? `(${value.length} bytes)` : value,
  ]);
  return { path: `/${method ?? `file/${file}`}`, form: Object.fromEntries(form) };
}

function sendRefusal(reply: FastifyReply, refusal: BotRefusal) {
  const { code, parameters } = refusal;
  if (parameters) reply.header('retry-after', String(parameters.retry_after));
  return reply.code(code).send(refusal.toAnswer());
}

/** Whatever cannot be read at all: too large, no JSON, an upload that broke off. */
function toRefusal(error: FastifyError | BotRefusal): BotRefusal {
  if (error instanceof BotRefusal) return error;
  if (error.statusCode === 413) return new BotRefusal(413, 'Request Entity Too Large');
  if (error.statusCode !== undefined && error.statusCode < 500) return BotRefusal.bad(error.message);
  throw error;
}

function openRoom(world: World): Room {
  const room: Room = {
    world,
    book: new ChatBook(),
    photos: new PhotoShelf(),
    presses: new Presses(world.now),
    sending: new LimitedSending(world.settings.telegram.limits, world.now),
    updates: new UpdateQueue(world, async (reply) => {
      await callMethod(room, String(reply.method), reply).catch((error: unknown) => {
        world.complain(`messenger: answer to an update: ${reasonOf(error)}`);
      });
    }),
    profile: { commands: new Map(), menuButtons: new Map() },
  };
  return room;
}

/** Mounts the Bot API, as Telegram shows it. */
export async function mountMessenger(app: FastifyInstance, world: World): Promise<Room> {
  const room = openRoom(world);
  await app.register(async (routes) => {
    await routes.register(multipart, {
      attachFieldsToBody: 'keyValues',
      limits: { fileSize: uploadLimitBytes, files: 10, fields: 100, fieldSize: 1_048_576 },
    });
    openGate(routes, world, {
      party: 'telegram',
      refuseStranger: (request) => {
        const { token } = request.params as Named['Params'];
        if (sameText(token, world.settings.telegram.token)) return null;
        return { status: 401, body: new BotRefusal(401, 'Unauthorized').toAnswer() };
      },
      refusal: (status, { retryAfterSeconds = 1 }) =>
        (status === 429
          ? BotRefusal.tooMany(retryAfterSeconds)
          : new BotRefusal(500, 'Internal Server Error')
        ).toAnswer(),
      sightOf,
    });
    routes.setErrorHandler<FastifyError | BotRefusal>(async (error, _request, reply) =>
      sendRefusal(reply, toRefusal(error)),
    );
    routes.route<Named>({
      method: ['GET', 'POST'],
      url: '/bot:token/:method',
      handler: async (request) => ({
        ok: true,
        result: await callMethod(room, request.params.method ?? '', fieldsOf(request)),
      }),
    });
    routes.get<Named>('/file/bot:token/*', async (request, reply) => {
      const id = /^photos\/([\w-]+)\.jpg$/.exec(request.params['*'] ?? '')?.[1];
      const file = id === undefined ? null : await room.photos.fileOf(id);
      if (!file) throw new BotRefusal(404, 'Not Found');
      return reply.type('image/jpeg').send(file.body);
    });
  });
  return room;
}
