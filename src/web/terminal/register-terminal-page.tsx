import type { FastifyInstance } from 'fastify';
import type { PageFiles } from '../page-files.ts';
import { sendNotice } from '../pages/notice-page.tsx';
import { toHtml } from '../pages/page.tsx';
import { languageOfBrowser } from '../words/in-language.ts';
import { TerminalPage } from './terminal-page.tsx';

/** Nothing from elsewhere. Reading barcodes is WebAssembly where the browser cannot do it itself. */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** GET /terminal: the page of a shop's scanner. All that it asks for goes to the till API, with the terminal's key. */
export function registerTerminalPage(
  app: FastifyInstance,
  { files, timeZone }: { files: PageFiles | null; timeZone: string },
): void {
  app.get('/terminal', async (request, reply) => {
    const language = languageOfBrowser(request);
    if (!files) return sendNotice(reply, 503, language, 'notNow');
    return reply
      .headers({
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': contentPolicy,
        'permissions-policy': 'camera=(self), microphone=(), geolocation=()',
        'cache-control': 'no-cache',
        vary: 'accept-language',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'x-robots-tag': 'noindex',
      })
      .send(toHtml(<TerminalPage language={language} files={files} timeZone={timeZone} />));
  });
}
