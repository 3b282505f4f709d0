import type Twilio from 'twilio/lib/rest/Twilio.js';
import type { TwilioAccount } from './account.ts';

/** The client, which is large and is loaded with the first request. */
export type OpenTwilio = () => Promise<Twilio>;

export function openLater(account: TwilioAccount): OpenTwilio {
  let opened: Promise<Twilio> | undefined;
  return () => {
    opened ??= import('./client.ts').then(({ openTwilio }) => openTwilio(account));
    return opened;
  };
}
