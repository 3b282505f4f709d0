import type { FastifyInstance } from 'fastify';
import type { Accounts } from './accounts.ts';
import type { Settings } from './config.ts';
import type { Providers } from './connect-providers.ts';
import { registerIvr } from './ivr/register-ivr.ts';
import { stateSealer } from './ivr/seal-state.ts';
import type { Operations } from './operations/operations.ts';
import type { Deps } from './operations/ports.ts';
import type { OutboxDeps } from './outbox/outbox-deps.ts';
import { recordDelivery } from './outbox/record-delivery.ts';
import { deriveKey } from './providers/keys.ts';
import { registerSms } from './sms/register-sms.ts';
import { StoreBusy, StoreClosed, StoreFull } from './store/open-store.ts';
import { readPageFiles } from './web/office/page-files.ts';
import type { OfficePictures } from './web/office/pictures.ts';
import { registerPaymentEvents } from './web/payment-events.ts';
import { registerCardPictures } from './web/register-card-pictures.ts';
import { registerCertificatePages } from './web/register-certificate-pages.tsx';
import { registerGiftPages } from './web/register-gift-pages.tsx';
import { registerHealth } from './web/register-health.ts';
import { registerLanding } from './web/register-landing.tsx';
import { registerOffice } from './web/register-office.tsx';
import { registerProblems } from './web/register-problems.ts';
import type { DrawCardOf } from './web/send-card.ts';
import { registerTillApi } from './web/till/register-till-api.ts';
import { twilioSignature } from './web/twilio-signature.ts';

export interface Channels {
  settings: Settings;
  accounts: Accounts;
  deps: Deps;
  operations: Operations;
  outbox: OutboxDeps;
  providers: Providers;
  /** What the addresses of card pictures are sealed with. */
  pictureKey: Buffer;
  drawCard: DrawCardOf;
  officePictures: OfficePictures | null;
  /** Folder of what browsers load of our pages. */
  pagesDir: string;
}

/** Where the simulated telephones are, if they are simulated. */
const deskUrlOf = ({ phones, simulatorPort }: Settings): string | null =>
  phones.kind === 'simulated' ? `http://127.0.0.1:${simulatorPort}` : null;

/** The database cannot be used now, and nothing was changed. */
const isOutage = (error: unknown): boolean =>
  [StoreBusy, StoreFull, StoreClosed].some((outage) => error instanceof outage);

/** Hangs every channel on the server. */
export async function registerChannels(app: FastifyInstance, channels: Channels): Promise<void> {
  const { settings, accounts, deps, operations, outbox, providers } = channels;
  const { log, now, store, limits } = deps;
  const verify = twilioSignature({ authToken: accounts.twilio.authToken, publicUrl: settings.publicUrl });
  const key = (purpose: string) => deriveKey(accounts.secret, purpose);
  registerProblems(app, { isOutage, log });
  registerHealth(app, { check: () => store.ping(), log });
  registerIvr(app, { operations, sealer: stateSealer(key('call state')), verify, now });
  registerSms(app, { operations, recordDelivery: (report) => recordDelivery(outbox, report), verify, isOutage, log });
  registerPaymentEvents(app, { operations, readEvent: providers.readEvent });
  const { drawCard, pictureKey } = channels;
  const { timeZone } = limits;
  const recording = providers.recordingOf;
  registerLanding(app, { lineNumber: settings.voiceNumber, deskUrl: deskUrlOf(settings) });
  registerGiftPages(app, { operations, recording, timeZone });
  registerCertificatePages(app, { operations, recording, drawCard, timeZone, attemptKey: key('page attempts') });
  registerCardPictures(app, { operations, drawCard, key: pictureKey, now });
  registerOffice(app, {
    operations,
    publicUrl: settings.publicUrl,
    timeZone,
    formKey: key('forms').toString('base64url'),
    files: readPageFiles(channels.pagesDir),
    pictures: channels.officePictures,
    currency: limits.currency,
    now,
    botName: null,
  });
  registerTillApi(app, { operations, homeCountry: limits.homeCountry, hashKey: key('till requests') });
}
