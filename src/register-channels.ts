import type { FastifyInstance } from 'fastify';
import type { Accounts } from './accounts.ts';
import type { Chat } from './chat/open-chat.ts';
import { registerChat } from './chat/register-chat.ts';
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
import type { OfficePictures } from './web/office/pictures.ts';
import { readPageFiles, servePageFiles } from './web/page-files.ts';
import { registerPaymentEvents } from './web/payment-events.ts';
import { type CardPictures, registerCardPictures } from './web/register-card-pictures.ts';
import { registerCertificatePages } from './web/register-certificate-pages.tsx';
import { registerEmailProof } from './web/register-email-proof.tsx';
import { registerGiftPages } from './web/register-gift-pages.tsx';
import { registerHealth } from './web/register-health.ts';
import { registerIcon } from './web/register-icon.ts';
import { registerLanding } from './web/register-landing.tsx';
import { registerMailChoice } from './web/register-mail-choice.tsx';
import { registerOffice } from './web/register-office.tsx';
import { registerProblems } from './web/register-problems.ts';
import { registerTerminalPage } from './web/terminal/register-terminal-page.tsx';
import { registerTillApi } from './web/till/register-till-api.ts';
import { twilioSignature } from './web/twilio-signature.ts';

export interface Channels {
  settings: Settings;
  accounts: Accounts;
  deps: Deps;
  operations: Operations;
  outbox: OutboxDeps;
  providers: Providers;
  /** The drawing of cards, and what the addresses of their pictures are sealed with. */
  pictures: Pick<CardPictures, 'drawCard' | 'drawCoupons' | 'cardKey' | 'couponKey'>;
  officePictures: OfficePictures;
  /** What browsers load of the pages, as it was built. */
  assetsDir: string;
  pagesDir: string;
  chat: Chat;
}

/** Where the simulated telephones are, if they are simulated. */
const deskUrlOf = ({ phones, simulatorPort }: Settings): string | null =>
  phones.kind === 'simulated' ? `http://127.0.0.1:${simulatorPort}` : null;

/** Where the bot is found: at Telegram, or at the simulated telephones. */
const chatUrls =
  ({ chat, simulatorPort }: Settings, bot: Chat) =>
  (start: string): string | null => {
    const place = chat.kind === 'simulated' ? `http://127.0.0.1:${simulatorPort}/t.me` : 'https://t.me';
    return bot.username && `${place}/${bot.username}?start=${encodeURIComponent(start)}`;
  };

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
  registerChat(app, { chat: channels.chat, secret: accounts.telegram.webhookSecret });
  registerPaymentEvents(app, { operations, readEvent: providers.readEvent });
  const { pictures } = channels;
  const { timeZone } = limits;
  const recording = providers.recordingOf;
  registerIcon(app, channels.assetsDir);
  registerLanding(app, {
    lineNumber: settings.voiceNumber,
    deskUrl: deskUrlOf(settings),
    chatUrl: chatUrls(settings, channels.chat),
  });
  registerGiftPages(app, { operations, recording, timeZone });
  const holderFiles = readPageFiles(channels.pagesDir, 'holder');
  const { drawCard, drawCoupons } = pictures;
  const drawing = { drawCard, drawCoupons, script: holderFiles?.script ?? null };
  registerCertificatePages(app, { operations, recording, ...drawing, timeZone, attemptKey: key('page attempts') });
  registerMailChoice(app, { operations });
  registerEmailProof(app, { operations });
  registerCardPictures(app, { operations, ...pictures, now });
  const terminalFiles = readPageFiles(channels.pagesDir, 'terminal');
  const officeFiles = readPageFiles(channels.pagesDir, 'office');
  for (const files of [holderFiles, terminalFiles, officeFiles]) if (files) servePageFiles(app, files);
  registerTerminalPage(app, { files: terminalFiles, timeZone });
  registerOffice(app, {
    operations,
    publicUrl: settings.publicUrl,
    timeZone,
    formKey: key('forms').toString('base64url'),
    files: officeFiles,
    pictures: channels.officePictures,
    currency: limits.currency,
    homeCountry: limits.homeCountry,
    chatUrl: chatUrls(settings, channels.chat),
    now,
  });
  registerTillApi(app, { operations, homeCountry: limits.homeCountry, hashKey: key('till requests') });
}
