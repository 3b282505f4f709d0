import { findSubscriber } from '../people.ts';
import { BodyTooLarge, type FetchedBody, fetchLimited } from '../world/fetch-limited.ts';
import { reasonOf } from '../world/reason.ts';
import type { World } from '../world/world.ts';
import { tellApp } from './ask-app.ts';
import type { Message, MessageBook, MessageStatus } from './messages.ts';

/** Twilio takes 5 MB in all for one MMS. */
const mediaLimitBytes = 5 * 1_024 * 1_024;
const mediaTimeoutMs = 10_000;
const mediaTypes = /^(image|audio|video)\/|^text\/(vcard|plain|calendar)|^application\/pdf/;

export const apiVersion = '2010-04-01';

async function tellStatus(world: World, message: Message): Promise<void> {
  if (message.statusCallback === null) return;
  const params: Record<string, string> = {
    AccountSid: world.settings.twilio.accountSid,
    ApiVersion: apiVersion,
    From: message.from,
    To: message.to,
    MessageSid: message.sid,
    MessageStatus: message.status,
    SmsSid: message.sid,
    SmsStatus: message.status,
  };
  if (message.errorCode !== null) params.ErrorCode = String(message.errorCode);
  await tellApp(world, message.statusCallback, params);
}

/** Fetches the pictures; answers Twilio's error code, or null when all is there. */
async function fetchMedia(world: World, book: MessageBook, message: Message): Promise<number | null> {
  let left = mediaLimitBytes;
  for (const url of message.mediaUrls) {
    let fetched: FetchedBody;
    try {
      fetched = await fetchLimited(url, {}, { timeoutMs: mediaTimeoutMs, limitBytes: left, stop: world.closing });
    } catch (error) {
      world.complain(`media ${url}: ${reasonOf(error)}`);
      return error instanceof BodyTooLarge ? 30008 : 11200;
    }
    if (fetched.status !== 200 || !mediaTypes.test(fetched.contentType)) {
      world.complain(`media ${url}: HTTP ${fetched.status}, content type ${fetched.contentType || 'missing'}`);
      return 11200;
    }
    left -= fetched.body.length;
    message.mediaIds.push(book.media.keep(fetched.contentType, fetched.body).id);
  }
  return null;
}

/** Takes a queued message to its end: pictures fetched, put on the phone, the app told of each step. */
export async function deliverMessage(world: World, book: MessageBook, message: Message): Promise<void> {
  const step = async (status: MessageStatus, errorCode: number | null = null) => {
    book.move(message, status, errorCode);
    await tellStatus(world, message);
  };
  const mediaFault = await fetchMedia(world, book, message);
  if (mediaFault !== null) return step('failed', mediaFault);
  await step('sent');
  const oneWay = findSubscriber(message.to)?.twoWay === false;
  if (oneWay && message.mediaUrls.length > 0) return step('undelivered', 30008);
  await step('delivered');
}
