import { judgeNumber } from './numbers.ts';
import { type RestError, restError } from './rest-error.ts';

export interface MessageAsk {
  to: string;
  from: string;
  body: string;
  mediaUrls: string[];
  statusCallback: string | null;
}

/** Twilio: 1,600 characters; carriers cut it into segments of 153 or 67. */
const bodyLimitChars = 1_600;
const mediaLimit = 10;

export function isHttpUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  return ['http:', 'https:'].includes(new URL(text).protocol);
}

/** Why Twilio would not take this message, or null when it would. */
export function refuseMessage(ask: MessageAsk, ourNumber: string, optedOut: boolean): RestError | null {
  if (ask.to === '') return restError(400, 21604, "A 'To' phone number is required.");
  const to = judgeNumber(ask.to);
  if (to.kind === 'malformed') return restError(400, 21211, `Invalid 'To' Phone Number: ${ask.to}`);
  if (to.kind === 'not-served') {
    return restError(400, 21408, `Permission to send an SMS has not been enabled for the region of ${ask.to}.`);
  }
  if (ask.from === '') return restError(400, 21603, "A 'From' phone number is required.");
  if (ask.from !== ourNumber) {
    return restError(400, 21606, `The 'From' phone number ${ask.from} is not a valid message-capable phone number.`);
  }
  if (ask.to === ask.from) return restError(400, 21266, "'To' and 'From' number cannot be the same.");
  if (ask.body === '' && ask.mediaUrls.length === 0) return restError(400, 21602, 'Message body is required.');
  if ([...ask.body].length > bodyLimitChars) {
    return restError(400, 21617, 'The concatenated message body exceeds the 1600 character limit');
  }
  if (ask.mediaUrls.length > mediaLimit) {
    return restError(400, 21623, 'Number of media files exceeds allowed limit');
  }
  const badMedia = ask.mediaUrls.find((url) => !isHttpUrl(url));
  if (badMedia !== undefined) return restError(400, 21620, `Invalid media URL(s): ${badMedia}`);
  if (ask.statusCallback !== null && !isHttpUrl(ask.statusCallback)) {
    return restError(400, 21609, `The 'StatusCallback' URL ${ask.statusCallback} is not a valid URL`);
  }
  return optedOut ? restError(400, 21610, 'Attempt to send to unsubscribed recipient') : null;
}
