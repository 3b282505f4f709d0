import type { FastifyInstance } from 'fastify';
import { onceAnswered } from '../../world/gate.ts';
import { reasonOf } from '../../world/reason.ts';
import type { World } from '../../world/world.ts';
import { toRfc2822, withinFilters } from '../dates.ts';
import { readForm } from '../form.ts';
import { isHttpUrl } from '../message-refusal.ts';
import { judgeNumber } from '../numbers.ts';
import { toPage } from '../paging.ts';
import { isRestError, notFound, type RestError, restError, sendRestError } from '../rest-error.ts';
import type { Call } from './call.ts';
import type { CallNetwork } from './call-network.ts';
import { newOutgoingCall, type PlaceCallAsk, placeCall } from './place-call.ts';

function toResource(world: World, call: Call): object {
  const { accountSid } = world.settings.twilio;
  const uri = `/2010-04-01/Accounts/${accountSid}/Calls/${call.sid}`;
  const { from, to, direction, parentSid } = call.facts;
  return {
    sid: call.sid,
    account_sid: accountSid,
    parent_call_sid: parentSid ?? null,
    phone_number_sid: null,
    from,
    from_formatted: from,
    to,
    to_formatted: to,
    status: call.status,
    direction,
    answered_by: call.answeredBy,
    date_created: toRfc2822(call.createdAt),
    date_updated: toRfc2822(call.endedAt ?? call.startedAt ?? call.createdAt),
    start_time: call.startedAt ? toRfc2822(call.startedAt) : null,
    end_time: call.endedAt ? toRfc2822(call.endedAt) : null,
    duration: call.endedAt ? String(call.durationSeconds) : null,
    price: null,
    price_unit: 'USD',
    api_version: '2010-04-01',
    forwarded_from: null,
    group_sid: null,
    caller_name: null,
    queue_time: '0',
    trunk_sid: null,
    annotation: null,
    uri: `${uri}.json`,
    subresource_uris: { recordings: `${uri}/Recordings.json` },
  };
}

function readAsk(world: World, body: unknown): PlaceCallAsk | RestError {
  const form = readForm(body);
  const { lineNumber, messageNumber } = world.settings;
  const [to, from, url, twiml] = ['To', 'From', 'Url', 'Twiml'].map((name) => form.one(name)) as [
    string,
    string,
    string,
    string,
  ];
  const callback = form.one('StatusCallback');
  if (to === '') return restError(400, 21201, "No 'To' number is specified");
  if (judgeNumber(to).kind !== 'served') return restError(400, 21211, `Invalid 'To' Phone Number: ${to}`);
  if (from !== lineNumber && from !== messageNumber) {
    return restError(400, 21210, `'From' phone number not verified: ${from}`);
  }
  if (url === '' && twiml === '') return restError(400, 21205, "Either 'Url' or 'Twiml' is required");
  if (url !== '' && !isHttpUrl(url)) return restError(400, 21205, `Url is not a valid URL: ${url}`);
  if (callback !== '' && !isHttpUrl(callback))
    return restError(400, 21609, `Invalid 'StatusCallback' URL: ${callback}`);
  const detection = form.one('MachineDetection');
  if (!['', 'Enable', 'DetectMessageEnd'].includes(detection)) {
    return restError(400, 20001, `Invalid MachineDetection: ${detection}`);
  }
  const events = form.all('StatusCallbackEvent').flatMap((event) => event.split(' '));
  const unknown = events.find((event) => !['initiated', 'ringing', 'answered', 'completed'].includes(event));
  if (unknown !== undefined) return restError(400, 21626, `Invalid StatusCallbackEvent: ${unknown}`);
  return {
    to,
    from,
    url: url === '' ? null : url,
    method: form.one('Method').toUpperCase() === 'GET' ? 'GET' : 'POST',
    twiml: twiml === '' ? null : twiml,
    statusCallback: callback === '' ? null : callback,
    events: events.length > 0 ? events : ['completed'],
    machineDetection: detection === '' ? null : (detection as 'Enable' | 'DetectMessageEnd'),
    timeoutSeconds: Math.min(600, Number(form.one('Timeout')) || 60),
  };
}

/** Ends or redirects a call that is under way, as the app asks. */
function changeCall(world: World, call: Call, body: unknown): RestError | null {
  const form = readForm(body);
  const [status, url] = [form.one('Status'), form.one('Url')];
  if (call.over) return restError(400, 21220, 'Call is not in-progress. Cannot redirect.');
  if (status === 'canceled') call.end('app', call.rings ? 'canceled' : 'completed');
  else if (status === 'completed') call.end('app', call.rings ? 'canceled' : 'completed');
  else if (status !== '') return restError(400, 20001, `Invalid Status: ${status}`);
  else if (!isHttpUrl(url)) return restError(400, 21205, `Url is not a valid URL: ${url}`);
  else if (!call.give({ kind: 'redirected', ask: { url, method: 'POST', params: {} } })) {
    world.complain(`call ${call.sid} could not be redirected: it waits for nobody`);
    return restError(400, 21220, 'Call is not in-progress. Cannot redirect.');
  }
  return null;
}

export function callRoutes(app: FastifyInstance, world: World, network: CallNetwork): void {
  app.post('/Calls.json', async (request, reply) => {
    const ask = readAsk(world, request.body);
    if (isRestError(ask)) return sendRestError(reply, ask);
    if (network.full) return sendRestError(reply, restError(429, 20429, 'Too many live calls'));
    const call = newOutgoingCall(network, ask);
    const answer = toResource(world, call);
    onceAnswered(world, request, async () => {
      // Ringing may last; only its webhooks count as activity.
      placeCall(network, call, ask).catch((error: unknown) => world.complain(`call ${call.sid}: ${reasonOf(error)}`));
    });
    return reply.code(201).send(answer);
  });

  app.get<{ Querystring: Record<string, unknown> }>('/Calls.json', async ({ query, url }) => {
    const wanted = network
      .newestFirst()
      .filter((call) => query.To === undefined || call.facts.to === query.To)
      .filter((call) => query.From === undefined || call.facts.from === query.From)
      .filter((call) => query.Status === undefined || call.status === query.Status)
      .filter((call) => query.ParentCallSid === undefined || call.facts.parentSid === query.ParentCallSid)
      .filter((call) => withinFilters(call.startedAt ?? call.createdAt, 'StartTime', query));
    return toPage(wanted, query, url.split('?')[0] ?? '', 'calls', (call) => toResource(world, call));
  });

  app.route<{ Params: { file: string } }>({
    method: ['GET', 'POST'],
    url: '/Calls/:file',
    handler: async (request, reply) => {
      const call = network.find(request.params.file.replace(/\.json$/, ''));
      if (!call) return sendRestError(reply, notFound(request.url));
      const refused = request.method === 'POST' ? changeCall(world, call, request.body) : null;
      return refused ? sendRestError(reply, refused) : toResource(world, call);
    },
  });
}
