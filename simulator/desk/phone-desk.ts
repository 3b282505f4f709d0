import type { FastifyInstance } from 'fastify';
import { cardCustomers, subscribers } from '../people.ts';
import { receiveMessage } from '../phone-network/incoming-message.ts';
import type { Message, MessageBook } from '../phone-network/messages.ts';
import { judgeNumber } from '../phone-network/numbers.ts';
import type { Parties } from './parties.ts';
import { refuse } from './refuse.ts';

type ByNumber = { Params: { number: string } };

export interface PhoneMessage {
  sid: string;
  from: string;
  to: string;
  body: string;
  media: { id: string; contentType: string; bytes: number; url: string }[];
  direction: string;
  status: string;
  at: string;
}

const bodyLimitChars = 10_000;

export function toPhoneMessage(book: MessageBook, message: Message): PhoneMessage {
  const media = message.mediaIds.flatMap((id) => book.media.find(id) ?? []);
  return {
    sid: message.sid,
    from: message.from,
    to: message.to,
    body: message.body,
    media: media.map(({ id, contentType, body }) => ({
      id,
      contentType,
      bytes: body.length,
      url: `/desk/media/${id}`,
    })),
    direction: message.direction,
    status: message.status,
    at: message.createdAt.toISOString(),
  };
}

export function phoneDesk(app: FastifyInstance, { world, phoneNetwork: { calls, messages } }: Parties): void {
  app.get('/desk/people', async () => ({
    lineNumber: world.settings.lineNumber,
    messageNumber: world.settings.messageNumber,
    subscribers,
    cardCustomers,
  }));

  app.get<ByNumber>('/desk/phones/:number/calls', async ({ params: { number } }) =>
    calls
      .newestFirst()
      .filter(({ facts }) => facts.from === number || facts.to === number)
      .map((call) => call.record()),
  );

  app.get<ByNumber>('/desk/phones/:number/messages', async ({ params: { number } }) =>
    messages.onPhone(number).map((message) => toPhoneMessage(messages, message)),
  );

  app.post<ByNumber & { Body: Record<string, unknown> | null }>(
    '/desk/phones/:number/messages',
    async (request, reply) => {
      const { number: from } = request.params;
      const { body, to = world.settings.messageNumber } = request.body ?? {};
      if (judgeNumber(from).kind !== 'served') return refuse(reply, 400, 'number: a phone number');
      if (typeof to !== 'string') return refuse(reply, 400, 'to: a phone number');
      if (typeof body !== 'string' || body.length > bodyLimitChars) {
        return refuse(reply, 400, `body: text of at most ${bodyLimitChars} characters`);
      }
      return reply.code(201).send(await receiveMessage(world, messages, { from, to, body }));
    },
  );

  app.get<{ Params: { id: string } }>('/desk/media/:id', async (request, reply) => {
    const media = messages.media.find(request.params.id);
    return media ? reply.type(media.contentType).send(media.body) : refuse(reply, 404, 'no such picture');
  });
}
