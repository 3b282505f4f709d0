import type { FastifyInstance } from 'fastify';
import { onceAnswered } from '../world/gate.ts';
import type { World } from '../world/world.ts';
import { toRfc2822, withinFilters } from './dates.ts';
import { apiVersion, deliverMessage } from './deliver-message.ts';
import { readForm } from './form.ts';
import type { Message, MessageBook } from './messages.ts';
import { toPage } from './paging.ts';
import { isRestError, notFound, sendRestError } from './rest-error.ts';
import { segmentsOf } from './segments.ts';
import { acceptMessage } from './send-message.ts';

function toResource(world: World, message: Message): object {
  const { accountSid } = world.settings.twilio;
  const uri = `/${apiVersion}/Accounts/${accountSid}/Messages/${message.sid}`;
  return {
    sid: message.sid,
    account_sid: accountSid,
    messaging_service_sid: null,
    from: message.from,
    to: message.to,
    body: message.body,
    status: message.status,
    direction: message.direction,
    num_segments: String(segmentsOf(message.body)),
    num_media: String(message.mediaUrls.length),
    date_created: toRfc2822(message.createdAt),
    date_updated: toRfc2822(message.updatedAt),
    date_sent: message.sentAt ? toRfc2822(message.sentAt) : null,
    price: null,
    price_unit: 'USD',
    error_code: message.errorCode,
    error_message: message.errorCode === null ? null : `Error ${message.errorCode}`,
    api_version: apiVersion,
    uri: `${uri}.json`,
    subresource_uris: { media: `${uri}/Media.json` },
  };
}

export function messageRoutes(app: FastifyInstance, world: World, book: MessageBook): void {
  app.post('/Messages.json', async (request, reply) => {
    const form = readForm(request.body);
    const message = acceptMessage(
      world,
      book,
      {
        to: form.one('To'),
        from: form.one('From'),
        body: form.one('Body'),
        mediaUrls: form.all('MediaUrl'),
        statusCallback: form.one('StatusCallback') || null,
      },
      'outbound-api',
    );
    if (isRestError(message)) return sendRestError(reply, message);
    const answer = toResource(world, message);
    onceAnswered(world, request, () => deliverMessage(world, book, message));
    return reply.code(201).send(answer);
  });

  app.get<{ Querystring: Record<string, unknown> }>('/Messages.json', async ({ query, url }) => {
    const wanted = book
      .newestFirst()
      .filter((m) => query.To === undefined || m.to === query.To)
      .filter((m) => query.From === undefined || m.from === query.From)
      // A queued message has no date of sending yet; whoever looks for a lost answer must still find it.
      .filter((m) => withinFilters(m.sentAt ?? m.createdAt, 'DateSent', query));
    return toPage(wanted, query, url.split('?')[0] ?? '', 'messages', (message) => toResource(world, message));
  });

  app.get<{ Params: { file: string } }>('/Messages/:file', async (request, reply) => {
    const message = book.find(request.params.file.replace(/\.json$/, ''));
    return message ? toResource(world, message) : sendRestError(reply, notFound(request.url));
  });
}
