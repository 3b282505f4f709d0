import { type FetchedBody, fetchLimited } from '../../world/fetch-limited.ts';
import { BotRefusal } from '../bot-refusal.ts';
import type { Fields } from '../fields.ts';
import type { KeptPhoto } from '../photo-shelf.ts';
import type { Room } from '../room.ts';

/** core.telegram.org/bots/api#sending-files: by address a photo may have 5 MB. */
const fetchedLimitBytes = 5 * 1_024 * 1_024;
const fetchTimeoutMs = 10_000;

async function fetchPhoto({ world }: Room, url: string): Promise<FetchedBody> {
  const limits = { timeoutMs: fetchTimeoutMs, limitBytes: fetchedLimitBytes, stop: world.closing };
  const fetched = await fetchLimited(url, {}, limits).catch(() => null);
  if (fetched === null || fetched.status !== 200) throw BotRefusal.bad('failed to get HTTP URL content');
  if (!fetched.contentType.startsWith('image/')) throw BotRefusal.bad('wrong type of the web page content');
  return fetched;
}

/** A photo as it may be given: uploaded, `attach://` the name of an upload, an address, or a photo known by its id. */
export async function readPhoto(room: Room, fields: Fields, given: Buffer | string): Promise<KeptPhoto> {
  if (Buffer.isBuffer(given)) return room.photos.keep(given);
  if (given === '') throw BotRefusal.bad('there is no photo in the request');
  if (given.startsWith('attach://')) {
    const upload = fields.file(given.slice('attach://'.length));
    if (upload === null) throw BotRefusal.bad('there is no photo in the request');
    return room.photos.keep(upload);
  }
  if (/^https?:\/\//i.test(given)) return room.photos.keep((await fetchPhoto(room, given)).body);
  const known = room.photos.find(given);
  if (!known) throw BotRefusal.bad('wrong remote file identifier specified: Wrong string length');
  return known;
}
