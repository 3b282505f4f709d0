import type { FastifyInstance } from 'fastify';
import { writtenPhone } from '../wording/written/phones.ts';
import { LandingPage } from './pages/landing-page.tsx';
import { sendPage } from './pages/send-page.ts';
import { languageOfBrowser } from './words/in-language.ts';

/** GET /. `lineNumber`: E.164. `deskUrl`: where the simulated telephones are, or null. `chatUrl`: what opens the bot. */
export function registerLanding(
  app: FastifyInstance,
  settings: { lineNumber: string; deskUrl: string | null; chatUrl: (start: string) => string | null },
): void {
  const { lineNumber: number, deskUrl, chatUrl } = settings;
  const line = { number, written: writtenPhone(number, number) };
  app.get('/', (request, reply) =>
    sendPage(
      reply,
      200,
      <LandingPage language={languageOfBrowser(request)} line={line} deskUrl={deskUrl} chatUrl={chatUrl('')} />,
    ),
  );
}
