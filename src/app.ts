import { mkdirSync } from 'node:fs';
import { Server as NetServer } from 'node:net';
import { join } from 'node:path';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import { v7 } from 'uuid';
import demoData from '../prisma/demo-data.json' with { type: 'json' };
import type { Accounts } from './accounts.ts';
import { cardPictures, couponPictures, paintLater, picturePaths } from './card-pictures.ts';
import { openChat } from './chat-channel.ts';
import type { Settings } from './config.ts';
import { connectProviders } from './connect-providers.ts';
import { type Channel, channels } from './core/messages/address.ts';
import { type LogStream, loggerOptions } from './log.ts';
import { messagePictures } from './message-pictures.ts';
import { officePictures } from './office-pictures.ts';
import { loadDemoData } from './operations/demo/load-demo-data.ts';
import { defaultLimits, type Limits } from './operations/limits.ts';
import { openOperations } from './operations/open-operations.ts';
import type { Operations } from './operations/operations.ts';
import type { Deps, Failpoint } from './operations/ports.ts';
import { checkSentMessages } from './outbox/check-sent-messages.ts';
import { messageLinks } from './outbox/message-links.ts';
import type { OutboxDeps } from './outbox/outbox-deps.ts';
import { Pace, type PaceLimits, providersPace } from './outbox/pace.ts';
import { sendBulk } from './outbox/send-bulk.ts';
import { sendDueMessages } from './outbox/send-due-messages.ts';
import { plotLater } from './plot-pictures.ts';
import { projectRoot } from './project-root.ts';
import { deriveKey, openKeys } from './providers/keys.ts';
import { passwords } from './providers/passwords.ts';
import { randomDigits } from './providers/random-digits.ts';
import { registerChannels } from './register-channels.ts';
import { openStore, type Store } from './store/open-store.ts';
import { refuseUnreadable } from './web/refuse-unreadable.tsx';
import { answerUnreadable } from './web/register-problems.ts';
import { type Job, Workers } from './workers.ts';

export interface AppSettings {
  settings: Settings;
  accounts: Accounts;
  /** For tests: the clock, other limits, how fast bulk messages go, where the process stops, and where the log goes. */
  now?: () => Date;
  limits?: Partial<Limits>;
  pace?: PaceLimits;
  failpoint?: Failpoint;
  logStream?: LogStream;
  /** False: the messenger is not told where the bot is; whoever starts a program often and chats with nobody. */
  tellMessenger?: boolean;
  /** Where the built parts of the pages are. */
  pagesDir?: string;
}

export interface App {
  server: FastifyInstance;
  operations: Operations;
  store: Store;
  workers: Workers;
  /** Takes no new connection; every answer ends its own. What was sent already is still answered. */
  leaves(): void;
  /** Lets requests end, stops the work, writes what is in memory, and closes the database. */
  close(): Promise<void>;
}

/** Webhooks and API calls are small. */
const bodyLimitBytes = 64 * 1024;

export const databaseUrlOf = ({ databaseUrl, dataDir }: Settings): string =>
  databaseUrl ?? `file:${join(dataDir, 'giftline.db')}`;

/** A request that has not come whole by then is given up: who trickles keeps no connection for long. */
const wholeRequestMs = 20_000;
const lookForSlowEveryMs = 5_000;

/** Builds the whole program by plain calls. Nothing listens and no work is done until the caller says so. */
export async function openApp(given: AppSettings): Promise<App> {
  const { settings, accounts } = given;
  const now = given.now ?? (() => new Date());
  const server = Fastify({
    bodyLimit: bodyLimitBytes,
    requestTimeout: wholeRequestMs,
    // With a longer time for the headers than for the whole, Node 20 lets go of nobody.
    http: { headersTimeout: wholeRequestMs, connectionsCheckingInterval: lookForSlowEveryMs },
    logger: loggerOptions(settings.logLevel, given.logStream),
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: 'idle',
    // A sealed e-mail address of 254 letters, and an id beside it.
    routerOptions: { maxParamLength: 500 },
    // A proxy on this machine says for whom it asks; nobody else is believed.
    trustProxy: 'loopback',
    frameworkErrors: answerUnreadable,
    clientErrorHandler: refuseUnreadable,
  });
  const log = server.log;
  let leaving = false;
  server.addHook('onSend', async (_request, reply) => {
    if (leaving) reply.header('connection', 'close');
  });
  const store = await openDatabase(settings, log);
  const keys = openKeys(accounts.secret);
  const providers = connectProviders(settings, accounts, log, now);
  const deps: Deps = {
    store,
    now,
    // Ordered by time, so that what happened in one millisecond stays in its order.
    newId: () => v7(),
    randomDigits,
    keys,
    passwords,
    cards: providers.cards,
    ownerOf: providers.ownerOf,
    limits: limitsOf(given),
    log,
    failpoint: given.failpoint ?? (() => {}),
    nudge: () => workers.nudge(),
  };
  const { operations, close } = openOperations(deps);
  const pictureKey = deriveKey(accounts.secret, 'card pictures');
  const couponPictureKey = deriveKey(accounts.secret, 'coupon pictures');
  const { messageNumber, voiceNumber, publicUrl, timeZone } = settings;
  const assets = join(projectRoot(), 'assets');
  const draw = paintLater(assets);
  const plots = plotLater(assets);
  const pictures = {
    drawCard: cardPictures(draw, timeZone),
    drawCoupons: couponPictures(draw, timeZone),
    cardKey: pictureKey,
    couponKey: couponPictureKey,
  };
  const outbox: OutboxDeps = {
    ...deps,
    senders: providers.senders,
    reachOf: providers.reachOf,
    links: messageLinks({ publicUrl, keys, paths: picturePaths(pictureKey, couponPictureKey, now) }),
    pictureOf: messagePictures({ operations, plots, ...pictures }),
    pace: new Pace(given.pace ?? providersPace),
    messageNumber,
    lineNumber: voiceNumber,
    timeZone,
  };
  const chat = openChat({ settings, accounts, deps, operations, ...pictures, plots });
  const workers = new Workers({
    jobs: {
      ...forEachChannel('messages', (channel) => sendDueMessages(outbox, channel)),
      deliveries: () => checkSentMessages(outbox),
      chat: () => chat.takeUp(),
      ...(given.tellMessenger === false ? {} : { chatSetUp: () => chat.setUp() }),
      chatUpdates: operations.pruneUpdates,
      payments: operations.chasePayments,
      gifts: operations.lapseGifts,
      certificates: operations.expireCertificates,
      publications: operations.runPublications,
      requests: operations.lapseRequests,
      vouchers: operations.expireVouchers,
      reminders: operations.remindHolders,
    },
    steady: forEachChannel('bulk', (channel) => sendBulk(outbox, channel)),
    log,
  });
  const hashPassword = passwords.hash;
  if (settings.demo) await loadDemoData({ ...deps, currency: settings.currency, hashPassword }, demoData);
  const pagesDir = given.pagesDir ?? join(projectRoot(), 'dist/pages');
  await registerChannels(server, {
    settings,
    accounts,
    deps,
    operations,
    outbox,
    providers,
    pictures,
    officePictures: officePictures(plots, pictures.drawCoupons, { now, timeZone: deps.limits.timeZone }),
    assetsDir: assets,
    pagesDir,
    chat,
  });
  return {
    server,
    operations,
    store,
    workers,
    leaves: () => {
      leaving = true;
      // Not http's own close, which ends what it takes for idle.
      NetServer.prototype.close.call(server.server);
    },
    close: async () => {
      await server.close();
      await chat.close();
      await workers.stop();
      await close();
      await providers.close();
      await store.close();
    },
  };
}

/** A job of its own for each channel: a provider that hangs keeps only its own waiting. */
const forEachChannel = (name: string, work: (channel: Channel) => ReturnType<Job>): Record<string, Job> =>
  Object.fromEntries(channels.map((channel) => [`${name} by ${channel}`, () => work(channel)]));

const limitsOf = ({ settings, limits }: AppSettings): Limits => ({
  ...defaultLimits,
  timeZone: settings.timeZone,
  currency: settings.currency,
  refuseDemoKeys: settings.production,
  ...limits,
});

function openDatabase(settings: Settings, log: FastifyInstance['log']): Promise<Store> {
  const root = projectRoot();
  if (settings.databaseUrl === null) mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 });
  return openStore({
    url: databaseUrlOf(settings),
    migrationsDir: join(root, 'prisma/migrations'),
    projectRoot: root,
    log,
  });
}
