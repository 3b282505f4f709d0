import type { FastifyInstance } from 'fastify';
import { callDesk } from './call-desk.ts';
import { chatDesk } from './chat-desk.ts';
import { faultDesk } from './fault-desk.ts';
import { Feed } from './feed.ts';
import { liveDesk } from './live-desk.ts';
import { liveSnapshot, Sights } from './live-snapshot.ts';
import { mailDesk } from './mail-desk.ts';
import { pageDesk } from './page-desk.tsx';
import { readPageFiles } from './page-files.ts';
import type { Parties } from './parties.ts';
import { phoneDesk } from './phone-desk.ts';
import { recordDesk } from './record-desk.ts';
import { startLink } from './start-link.tsx';
import { statusPage } from './status-page.tsx';
import { tillDesk } from './till-desk.ts';
import { Voicemail } from './voicemail.ts';

/** Mounts the desk's page at `/`, a plain status page at `/status`, and the control API under `/desk`. */
export async function mountDesk(app: FastifyInstance, parties: Parties): Promise<void> {
  const { world, phoneNetwork } = parties;
  const voicemail = new Voicemail(phoneNetwork.calls, world.closing);
  const sights = new Sights();
  const feed = new Feed(() => liveSnapshot(parties, voicemail, sights));
  await app.register(async (room) => {
    liveDesk(room, parties, feed, voicemail);
    phoneDesk(room, parties);
    callDesk(room, parties);
    chatDesk(room, parties);
    startLink(room, parties);
    mailDesk(room, parties);
    recordDesk(room, parties);
    faultDesk(room, parties);
    tillDesk(room, parties);
    pageDesk(room, parties, readPageFiles(world.settings.deskDir));
    room.get('/status', async (_, reply) => reply.type('text/html; charset=utf-8').send(statusPage(parties)));
  });
}
