import type { FastifyInstance } from 'fastify';
import type { World } from '../../world/world.ts';
import { toRfc2822 } from '../dates.ts';
import { notFound, sendRestError } from '../rest-error.ts';
import { type Recording, type RecordingShelf, toWav } from './recordings.ts';

function toResource(world: World, recording: Recording): object {
  const { accountSid } = world.settings.twilio;
  return {
    sid: recording.sid,
    account_sid: accountSid,
    call_sid: recording.callSid,
    conference_sid: null,
    api_version: '2010-04-01',
    status: 'completed',
    source: 'RecordVerb',
    channels: 1,
    duration: String(recording.seconds),
    date_created: toRfc2822(recording.createdAt),
    date_updated: toRfc2822(recording.createdAt),
    start_time: toRfc2822(recording.createdAt),
    price: null,
    price_unit: 'USD',
    error_code: null,
    encryption_details: null,
    uri: `/2010-04-01/Accounts/${accountSid}/Recordings/${recording.sid}.json`,
    subresource_uris: {},
  };
}

/** The sound is WAV under every name: the players that matter look at the content. */
export function recordingRoutes(app: FastifyInstance, world: World, recordings: RecordingShelf): void {
  app.get<{ Params: { file: string } }>('/Recordings/:file', async (request, reply) => {
    const [sid = '', kind = 'wav'] = request.params.file.split('.');
    const recording = recordings.find(sid);
    if (!recording || !['json', 'wav', 'mp3'].includes(kind)) return sendRestError(reply, notFound(request.url));
    if (kind === 'json') return toResource(world, recording);
    return reply.type('audio/wav').send(toWav(recording.seconds));
  });
}
