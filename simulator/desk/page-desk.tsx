import type { FastifyInstance } from 'fastify';
import { renderToString } from 'preact-render-to-string';
import type { PageFiles } from './page-files.ts';
import type { Parties } from './parties.ts';
import { refuse } from './refuse.ts';

/** Nothing from elsewhere. The barcode reader is WebAssembly; a dropped picture is a blob; a mail lies in a frame. */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const assets = '/desk/assets';

interface Look {
  files: PageFiles;
  korean: boolean;
}

function Page({ world, mailbox, files, korean }: Pick<Parties, 'world' | 'mailbox'> & Look) {
  return (
    <html lang={korean ? 'ko' : 'en'}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#123a32" />
        <title>{korean ? '기프트라인 모의 전화기' : 'Giftline: the desk of phones'}</title>
        <link rel="icon" href={`${assets}/${files.icon}`} type="image/svg+xml" />
        <link rel="stylesheet" href={`${assets}/${files.style}`} />
        <script type="module" src={`${assets}/${files.script}`} />
      </head>
      <body>
        <div id="desk" data-line={world.settings.lineNumber} data-app={world.appUrl('/')} data-smtp={mailbox.url()} />
        <noscript>
          The desk of phones needs JavaScript. The <a href="/status">status page</a> does without.
        </noscript>
      </body>
    </html>
  );
}

/** The page at `/`, and its parts; without a built page `/` leads to the status page. */
export function pageDesk(app: FastifyInstance, { world, mailbox }: Parties, files: PageFiles | null): void {
  if (files === null) {
    app.get('/', async (_request, reply) => reply.redirect('/status'));
    return;
  }
  app.get('/', async (request, reply) => {
    const korean = /^\s*ko\b/i.test(request.headers['accept-language'] ?? '');
    const page = <Page world={world} mailbox={mailbox} files={files} korean={korean} />;
    const html = `<!doctype html>${renderToString(page)}`;
    return reply
      .headers({
        'content-security-policy': contentPolicy,
        'cache-control': 'no-cache',
        vary: 'accept-language',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      })
      .type('text/html; charset=utf-8')
      .send(html);
  });

  // The name of each file holds the hash of its content, so what a browser has never changes.
  app.get<{ Params: { file: string } }>(`${assets}/:file`, async (request, reply) => {
    const found = files.files.get(request.params.file);
    if (!found) return refuse(reply, 404, 'no such file');
    return reply
      .headers({ 'cache-control': 'public, max-age=31536000, immutable', 'x-content-type-options': 'nosniff' })
      .type(found.type)
      .send(found.body);
  });
}
