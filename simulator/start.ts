import { setMaxListeners } from 'node:events';
import formbody from '@fastify/formbody';
import Fastify from 'fastify';
import { mountCardCompany } from './card-company/card-company.ts';
import { mountDesk } from './desk/desk.ts';
import { openMailbox } from './mailbox/mailbox.ts';
import { mountMessenger } from './messenger/messenger.ts';
import { mountPhoneNetwork } from './phone-network/phone-network.ts';
import { PortTaken } from './port-taken.ts';
import type { SimulatorSettings } from './settings.ts';
import { openWorld } from './world/world.ts';

export type { SimulatorSettings } from './settings.ts';

export interface Simulator {
  url: string;
  /** Where mail is taken. */
  smtpUrl: string;
  close(): Promise<void>;
  /** Resolves when nothing is under way or waiting to be delivered, but for what a fault holds back. */
  idle(): Promise<void>;
  /** What the outer world found wrong with the app, oldest first, at most the newest 1,000. */
  complaints(): string[];
}

const bodyLimitBytes = 1_048_576;

/** Starts the outer world on 127.0.0.1. A port that is taken throws PortTaken. */
export async function startSimulator(settings: SimulatorSettings): Promise<Simulator> {
  const closing = new AbortController();
  setMaxListeners(0, closing.signal);
  let url = '';
  const world = openWorld(settings, () => url, closing.signal);
  const app = Fastify({
    bodyLimit: bodyLimitBytes,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 200 },
  });
  await app.register(formbody);
  const phoneNetwork = await mountPhoneNetwork(app, world);
  const cardCompany = await mountCardCompany(app, world);
  const messenger = await mountMessenger(app, world);
  const mailbox = openMailbox(world);
  await mountDesk(app, { world, phoneNetwork, cardCompany, messenger, mailbox });
  const close = async () => {
    closing.abort();
    world.faults.clear();
    await Promise.all([app.close(), mailbox.close()]);
  };
  try {
    await mailbox.listen().catch(PortTaken.rethrow('SIMULATOR_SMTP_PORT', settings.smtpPort ?? 0));
    url = await app
      .listen({ host: '127.0.0.1', port: settings.port })
      .catch(PortTaken.rethrow('SIMULATOR_PORT', settings.port));
  } catch (error) {
    await close();
    throw error;
  }
  return {
    url,
    smtpUrl: mailbox.url(),
    close,
    idle: () => world.activity.idle(),
    complaints: () => world.complaints(),
  };
}
