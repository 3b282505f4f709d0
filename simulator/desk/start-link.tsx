import type { FastifyInstance } from 'fastify';
import { renderToString } from 'preact-render-to-string';
import { botName } from '../messenger/chat-book.ts';
import { start } from '../messenger/deeds.ts';
import { subscribers } from '../people.ts';
import type { Parties } from './parties.ts';
import { refuse } from './refuse.ts';

const style = `
  body { font: 18px/1.5 system-ui, sans-serif; margin: 3rem auto; max-width: 26rem; padding: 0 1rem; color: #1b1b1f; background: #fff }
  button { font: inherit; display: block; width: 100%; margin: .5rem 0; padding: .7rem; border: 1px solid #8a8a94; border-radius: .6rem; background: #f4f4f7; color: inherit; text-align: left; cursor: pointer }
  @media (prefers-color-scheme: dark) { body { color: #eee; background: #17171b } button { background: #26262c; border-color: #6c6c76 } }
`;

const mostPayload = 64;

function StartPage({ payload }: { payload: string }) {
  return (
    <html lang="ko">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`@${botName.username}`}</title>
        <style>{style}</style>
      </head>
      <body>
        <main>
          <h1>{`@${botName.username}`}</h1>
          <p>누구의 전화에서 열까요? Whose phone opens the chat?</p>
          <form method="post">
            <input type="hidden" name="start" value={payload} />
            {subscribers
              .filter(({ name }) => name !== null)
              .map(({ number, name }) => (
                <button key={number} type="submit" name="who" value={number}>
                  {name}
                </button>
              ))}
          </form>
        </main>
      </body>
    </html>
  );
}

/** A link that opens the bot, as t.me serves it: a page that asks the messenger to, for one of the people at the desk. */
export function startLink(app: FastifyInstance, { messenger }: Parties): void {
  app.get<{ Params: { bot: string }; Querystring: { start?: string } }>(
    '/t.me/:bot',
    async ({ params, query }, reply) => {
      if (params.bot !== botName.username) return refuse(reply, 404, 'there is no such bot');
      const payload = (query.start ?? '').slice(0, mostPayload);
      return reply
        .type('text/html; charset=utf-8')
        .send(`<!doctype html>${renderToString(<StartPage payload={payload} />)}`);
    },
  );
  app.post<{ Params: { bot: string }; Body: { who?: string; start?: string } }>(
    '/t.me/:bot',
    async ({ body }, reply) => {
      const user = messenger.book.findUser(body.who ?? '');
      if (!user) return refuse(reply, 404, 'nobody of this number has the messenger');
      await start(messenger, user, body.start ?? '');
      return reply.redirect(`/#me=${body.who}`, 303);
    },
  );
}
