import type { Accounts } from './accounts.ts';
import type { Settings } from './config.ts';
import type { CardCompany, Log, OwnerLookup, ReachOf } from './operations/ports.ts';
import type { MessageSender } from './outbox/message-sender.ts';
import { stripeCardCompany } from './providers/stripe/card-company.ts';
import { openStripe } from './providers/stripe/client.ts';
import { type ReadEvent, stripeEvents } from './providers/stripe/events.ts';
import { openLater } from './providers/twilio/open-later.ts';
import { ownerLookup } from './providers/twilio/owner-lookup.ts';
import { simulatedReach, twilioReach } from './providers/twilio/reach.ts';
import { type RecordingOf, twilioRecordings } from './providers/twilio/recordings.ts';
import { twilioSender } from './providers/twilio/send-text.ts';

/** The outer world, behind ports. */
export interface Providers {
  cards: CardCompany;
  readEvent: ReadEvent;
  ownerOf: OwnerLookup;
  reachOf: ReachOf;
  sender: MessageSender;
  recordingOf: RecordingOf;
}

export function connectProviders(settings: Settings, accounts: Accounts, log: Log, now: () => Date): Providers {
  const twilio = openLater(accounts.twilio);
  const stripe = openStripe(accounts.stripe);
  const reachOf = settings.phones.kind === 'simulated' ? simulatedReach : twilioReach;
  const { messageNumber, publicUrl } = settings;
  return {
    cards: stripeCardCompany(stripe, log),
    readEvent: stripeEvents(stripe, accounts.stripe.webhookSecret, now),
    ownerOf: ownerLookup(twilio, reachOf, log, now),
    reachOf,
    sender: twilioSender(twilio, { messageNumber, publicUrl }),
    recordingOf: twilioRecordings(accounts.twilio),
  };
}
