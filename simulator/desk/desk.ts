import type { FastifyInstance } from 'fastify';
import { callDesk } from './call-desk.ts';
import { faultDesk } from './fault-desk.ts';
import type { Parties } from './parties.ts';
import { phoneDesk } from './phone-desk.ts';
import { recordDesk } from './record-desk.ts';
import { statusPage } from './status-page.tsx';

/** Mounts the control API under /desk, and the status page at the root. */
export function mountDesk(app: FastifyInstance, parties: Parties): void {
  phoneDesk(app, parties);
  callDesk(app, parties);
  recordDesk(app, parties);
  faultDesk(app, parties);
  app.get('/', async (_, reply) => reply.type('text/html; charset=utf-8').send(statusPage(parties)));
}
