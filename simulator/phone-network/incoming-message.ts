import { findSubscriber } from '../people.ts';
import type { FetchedBody } from '../world/fetch-limited.ts';
import { reasonOf } from '../world/reason.ts';
import type { World } from '../world/world.ts';
import { askApp } from './ask-app.ts';
import { apiVersion, deliverMessage } from './deliver-message.ts';
import { readReply } from './message-reply.ts';
import type { Message, MessageBook } from './messages.ts';
import { countryOf } from './numbers.ts';
import { optOutTypeOf } from './opt-outs.ts';
import { isRestError } from './rest-error.ts';
import { segmentsOf } from './segments.ts';
import { acceptMessage } from './send-message.ts';

const replyLimitBytes = 65_536;

export type IncomingOutcome =
  | { sid: string; delivered: true; status: number | null; complaints: string[] }
  | { sid: string; delivered: false; reason: 'one-way' | 'lost' | 'held' | 'not-our-number' };

function toParams(world: World, message: Message, optOut: string | null): Record<string, string> {
  const { accountSid } = world.settings.twilio;
  const params: Record<string, string> = {
    MessageSid: message.sid,
    SmsSid: message.sid,
    SmsMessageSid: message.sid,
    AccountSid: accountSid,
    From: message.from,
    To: message.to,
    Body: message.body,
    NumMedia: '0',
    NumSegments: String(segmentsOf(message.body)),
    SmsStatus: 'received',
    FromCountry: countryOf(message.from),
    ToCountry: countryOf(message.to),
    ApiVersion: apiVersion,
  };
  if (optOut !== null) params.OptOutType = optOut;
  return params;
}

/** Sends what the app answered in TwiML; the delivery runs on after the text is dealt with. */
function sendReplies(world: World, book: MessageBook, received: Message, answer: FetchedBody): string[] {
  const { replies, faults } = readReply(answer, received);
  for (const reply of replies) {
    const sent = acceptMessage(world, book, reply, 'outbound-reply');
    if (isRestError(sent)) faults.push(`${sent.code} ${sent.message}`);
    else {
      world.activity
        .during(() => deliverMessage(world, book, sent))
        .catch((error: unknown) => world.complain(`message ${sent.sid}: ${reasonOf(error)}`));
    }
  }
  return faults;
}

/** A phone texts one of our numbers. Twilio posts it once, and never again if that fails. */
export async function receiveMessage(
  world: World,
  book: MessageBook,
  text: { from: string; to: string; body: string },
): Promise<IncomingOutcome> {
  const { messageNumber } = world.settings;
  const message = book.add({ ...text, direction: 'inbound', status: 'received', mediaUrls: [], statusCallback: null });
  if (text.to !== messageNumber) return { sid: message.sid, delivered: false, reason: 'not-our-number' };
  if (findSubscriber(text.from)?.twoWay === false) return { sid: message.sid, delivered: false, reason: 'one-way' };
  const optOut = optOutTypeOf(text.body);
  if (optOut) book.optOuts.apply(optOut, text.from, text.to);

  const url = world.appUrl('/sms/incoming');
  const complaints: string[] = [];
  const outcome = await world.webhooks.send({
    subject: '/sms/incoming incoming',
    post: async () => {
      try {
        const params = toParams(world, message, optOut);
        const answer = await askApp(world, { url, params, limitBytes: replyLimitBytes });
        complaints.push(...sendReplies(world, book, message, answer));
        return answer.status;
      } catch (error) {
        complaints.push(`11200 ${url}: ${reasonOf(error)}`);
        return null;
      }
    },
  });
  for (const complaint of complaints) world.complain(complaint);
  if (outcome.kind !== 'answered') return { sid: message.sid, delivered: false, reason: outcome.kind };
  return { sid: message.sid, delivered: true, status: outcome.status, complaints };
}
