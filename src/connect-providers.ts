import type { Accounts } from './accounts.ts';
import type { Settings } from './config.ts';
import type { CardCompany, Log, OwnerLookup, ReachOf } from './operations/ports.ts';
import type { Senders } from './outbox/message-sender.ts';
import { mailServerOf } from './providers/smtp/mail-server.ts';
import { smtpSender } from './providers/smtp/send-mail.ts';
import { stripeCardCompany } from './providers/stripe/card-company.ts';
import { openStripe } from './providers/stripe/client.ts';
import { type ReadEvent, stripeEvents } from './providers/stripe/events.ts';
import { openTelegramLater } from './providers/telegram/open-later.ts';
import { telegramSender } from './providers/telegram/send-chat.ts';
import { openLater } from './providers/twilio/open-later.ts';
import { ownerLookup } from './providers/twilio/owner-lookup.ts';
import { twilioCaller } from './providers/twilio/place-call.ts';
import { simulatedReach, twilioReach } from './providers/twilio/reach.ts';
import { type RecordingOf, twilioRecordings } from './providers/twilio/recordings.ts';
import { twilioSender } from './providers/twilio/send-text.ts';

/** The outer world, behind ports. */
export interface Providers {
  cards: CardCompany;
  readEvent: ReadEvent;
  ownerOf: OwnerLookup;
  reachOf: ReachOf;
  senders: Senders;
  recordingOf: RecordingOf;
  /** Lets go of connections that are kept open. */
  close(): Promise<void>;
}

export function connectProviders(settings: Settings, accounts: Accounts, log: Log, now: () => Date): Providers {
  const twilio = openLater(accounts.twilio);
  const stripe = openStripe(accounts.stripe);
  const reachOf = settings.phones.kind === 'simulated' ? simulatedReach : twilioReach;
  const { messageNumber, voiceNumber, publicUrl } = settings;
  const email = smtpSender(mailServerOf(accounts.smtpUrl, publicUrl));
  return {
    cards: stripeCardCompany(stripe, log),
    readEvent: stripeEvents(stripe, accounts.stripe.webhookSecret, now),
    ownerOf: ownerLookup(twilio, reachOf, log, now),
    reachOf,
    senders: {
      text: twilioSender(twilio, { messageNumber, publicUrl }),
      chat: telegramSender(openTelegramLater(accounts.telegram)),
      email,
      call: twilioCaller(twilio, { voiceNumber }),
    },
    recordingOf: twilioRecordings(accounts.twilio),
    close: email.close,
  };
}
