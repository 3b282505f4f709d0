import type { FastifyInstance, FastifyReply } from 'fastify';
import type { z } from 'zod';
import { BotRefusal } from '../messenger/bot-refusal.ts';
import { botName, type Chat, type ChatUser } from '../messenger/chat-book.ts';
import { editText, makeGroup, press, setBlocked, start, throwOut, write } from '../messenger/deeds.ts';
import { blockAsk, editAsk, groupAsk, messageAsk, peopleAsk, pressAsk, startAsk, toContent } from './chat-ask.ts';
import { toBubble, toChatFacts } from './chat-view.ts';
import type { Parties } from './parties.ts';
import { refuse } from './refuse.ts';

class DeskRefusal extends Error {
  constructor(
    readonly status: 400 | 404 | 409,
    what: string,
  ) {
    super(what);
  }
}

function read<T extends z.ZodType>(schema: T, body: unknown): z.output<T> {
  const parsed = schema.safeParse(body ?? {});
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
  throw new DeskRefusal(400, faults.join('; '));
}

const toPerson = ({ id, firstName, lastName, languageCode, phone }: ChatUser) => ({
  id,
  firstName,
  lastName,
  languageCode,
  phone,
});

const shownPeople = 100;

/** By number of their phone, or by their id in the messenger. */
type ByWho = { Params: { who: string }; Querystring: { group?: string } };

/** The messenger, as people use it. */
export function chatDesk(app: FastifyInstance, { messenger }: Parties): void {
  const { book, updates, photos } = messenger;

  const userOf = (who: string): ChatUser => {
    const user = book.findUser(who);
    if (!user || user.gone) throw new DeskRefusal(404, 'nobody of this number or id has the messenger');
    return user;
  };
  const chatOf = (user: ChatUser, group: number | undefined): Chat => {
    if (group === undefined) return book.chatWith(user);
    const chat = book.findChat(group);
    if (!chat?.members.includes(user)) throw new DeskRefusal(404, 'not in such a group');
    return chat;
  };
  /** Who has blocked a bot cannot write to it. */
  const openChatOf = (user: ChatUser, group: number | undefined): Chat => {
    const chat = chatOf(user, group);
    const isBlocked = group === undefined && chat.state === 'blocked';
    if (isBlocked) throw new DeskRefusal(409, 'blocked: start the bot again first');
    return chat;
  };

  app.register(async (room) => {
    room.setErrorHandler(async (error, _request, reply: FastifyReply) => {
      if (error instanceof DeskRefusal) return refuse(reply, error.status, error.message);
      if (error instanceof BotRefusal) return refuse(reply, 400, error.description);
      throw error;
    });

    room.get('/desk/messenger', async () => ({
      bot: botName,
      webhook: updates.webhook === null ? null : { url: updates.webhook.url },
      pending: updates.pendingCount,
      lastError: updates.lastError?.message ?? null,
      people: book.userCount,
      newest: [...book.users()].slice(0, shownPeople).map(toPerson),
      groups: book
        .groups()
        .map(({ api, members }) => ({ id: api.id, title: api.title, members: members.map(({ id }) => id) })),
    }));

    room.post('/desk/messenger/people', async ({ body }, reply) => {
      const { count, started, ...person } = read(peopleAsk, body);
      if (count > 1 && person.phone !== null) throw new DeskRefusal(400, 'phone: only for one person');
      const made = Array.from({ length: count }, (_, index) => {
        const firstName = count === 1 ? person.firstName : `${person.firstName}${index + 1}`;
        const user = book.addUser({ ...person, firstName, username: null });
        if (started) Object.assign(book.chatWith(user), { state: 'open', known: true });
        return user;
      });
      return reply
        .code(201)
        .send({ people: made.slice(0, shownPeople).map(toPerson), ids: [made[0]?.id, made.at(-1)?.id] });
    });

    room.get<ByWho>('/desk/messenger/people/:who/chat', async ({ params, query }) => {
      const user = userOf(params.who);
      const chat = chatOf(user, query.group === undefined ? undefined : Number(query.group));
      return { ...toChatFacts(messenger, chat, user), messages: [...chat.messages.values()].map(toBubble) };
    });

    room.post<ByWho>('/desk/messenger/people/:who/start', async ({ params, body }) => {
      const { payload } = read(startAsk, body);
      return start(messenger, userOf(params.who), payload);
    });

    room.post<ByWho>('/desk/messenger/people/:who/messages', async ({ params, body }, reply) => {
      const user = userOf(params.who);
      const { group, content: ask, replyTo } = read(messageAsk, body);
      const chat = openChatOf(user, group);
      const content = await toContent(messenger, user, ask);
      if (content === null) throw new DeskRefusal(409, 'has no number to share');
      const answered = replyTo === undefined ? undefined : chat.messages.get(replyTo);
      const written = answered === undefined ? { content } : { content, replyTo: answered };
      const { message, told } = await write(messenger, user, chat, written);
      return reply.code(201).send({ message: message.message_id, ...told });
    });

    room.post<ByWho>('/desk/messenger/people/:who/presses', async ({ params, body }) => {
      const user = userOf(params.who);
      const { group, message: messageId, data } = read(pressAsk, body);
      const chat = openChatOf(user, group);
      const { queryId, told } = await press(messenger, user, chat, { messageId, data });
      return { queryId, ...told, answer: chat.answers.find((one) => one.queryId === queryId) ?? null };
    });

    room.post<ByWho>('/desk/messenger/people/:who/edits', async ({ params, body }) => {
      const user = userOf(params.who);
      const { group, message: id, text } = read(editAsk, body);
      const chat = openChatOf(user, group);
      const message = chat.messages.get(id);
      if (message?.api.from.id !== user.id) throw new DeskRefusal(404, 'no such message of their own');
      if (message.api.text === undefined) throw new DeskRefusal(409, 'has no text to edit');
      return editText(messenger, chat, message, text);
    });

    room.post<ByWho>('/desk/messenger/people/:who/block', async ({ params, body }) =>
      setBlocked(messenger, userOf(params.who), read(blockAsk, body).blocked),
    );

    room.delete<ByWho>('/desk/messenger/people/:who', async ({ params }, reply) => {
      userOf(params.who).gone = true;
      return reply.code(204).send();
    });

    room.post('/desk/messenger/groups', async ({ body }, reply) => {
      const { title, members } = read(groupAsk, body);
      const [maker, ...others] = members.map(userOf);
      if (!maker) throw new DeskRefusal(400, 'members: at least one');
      const { api } = await makeGroup(messenger, title, [maker, ...others]);
      return reply.code(201).send({ id: api.id, title });
    });

    room.delete<ByWho & { Params: { group: string } }>(
      '/desk/messenger/people/:who/groups/:group/bot',
      async ({ params }) => {
        const user = userOf(params.who);
        return throwOut(messenger, user, chatOf(user, Number(params.group)));
      },
    );

    room.get<{ Params: { id: string } }>('/desk/messenger/photos/:id', async ({ params: { id } }, reply) => {
      const file = await photos.fileOf(id);
      if (!file) throw new DeskRefusal(404, 'no such picture');
      return reply.headers({ 'cache-control': 'private, max-age=3600' }).type('image/jpeg').send(file.body);
    });
  });
}
