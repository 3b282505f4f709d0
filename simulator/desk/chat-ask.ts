import sharp from 'sharp';
import { z } from 'zod';
import type { ApiContent } from '../messenger/api-objects.ts';
import type { ChatUser } from '../messenger/chat-book.ts';
import type { Messenger } from '../messenger/messenger.ts';
import { namedFile } from '../messenger/photo-shelf.ts';

/** What people may send: each message is one of these. */
const contentAsk = z.union([
  z.strictObject({ text: z.string().min(1).max(4_096) }),
  z.strictObject({
    contact: z.union([
      z.literal('own'),
      z.strictObject({ phone: z.string().max(32), firstName: z.string().max(64), userId: z.int().optional() }),
    ]),
  }),
  z.strictObject({ sticker: z.string().min(1).max(16) }),
  /** Base64, or a plain picture that is made. */
  z.strictObject({ photo: z.union([z.literal('plain'), z.base64()]), caption: z.string().max(1_024).optional() }),
  z.strictObject({ voiceSeconds: z.int().min(1).max(3_600) }),
  z.strictObject({ location: z.strictObject({ latitude: z.number(), longitude: z.number() }) }),
]);

const where = { group: z.int().negative().optional() };

export const messageAsk = z.strictObject({ ...where, content: contentAsk, replyTo: z.int().optional() });
export const pressAsk = z.strictObject({ ...where, message: z.int(), data: z.string() });
export const editAsk = z.strictObject({ ...where, message: z.int(), text: z.string().min(1).max(4_096) });
export const startAsk = z.strictObject({
  payload: z
    .string()
    .regex(/^[\w-]{0,64}$/)
    .default(''),
});
export const blockAsk = z.strictObject({ blocked: z.boolean() });
export const groupAsk = z.strictObject({
  title: z.string().min(1).max(128),
  members: z.array(z.string()).min(1).max(100),
});
/** `count` people are made at once, with numbers behind their first names. `started`: they have pressed Start before. */
export const peopleAsk = z.strictObject({
  firstName: z.string().min(1).max(64),
  lastName: z.string().max(64).nullable().default(null),
  languageCode: z
    .string()
    .regex(/^[a-z]{2}$/)
    .nullable()
    .default('ko'),
  phone: z
    .string()
    .regex(/^\+\d{8,15}$/)
    .nullable()
    .default(null),
  count: z.int().min(1).max(100_000).default(1),
  started: z.boolean().default(false),
});

export type ContentAsk = z.infer<typeof contentAsk>;

const plainSidePx = 400;

const plainPicture = (): Promise<Buffer> =>
  sharp({ create: { width: plainSidePx, height: plainSidePx, channels: 3, background: '#7a9e7e' } })
    .jpeg()
    .toBuffer();

/** One's own contact comes with one's id, and with the number as the messenger has it: without a plus. */
function toContact(user: ChatUser, contact: Extract<ContentAsk, { contact: unknown }>['contact']): ApiContent | null {
  if (contact !== 'own') {
    const { phone, firstName, userId } = contact;
    const other = { phone_number: phone, first_name: firstName };
    return { contact: userId === undefined ? other : { ...other, user_id: userId } };
  }
  if (user.phone === null) return null;
  const own = { phone_number: user.phone.replace('+', ''), first_name: user.firstName, user_id: user.id };
  return { contact: user.lastName === null ? own : { ...own, last_name: user.lastName } };
}

/** Null when the person has no such thing. Throws BotRefusal for a picture that is none. */
export async function toContent({ photos }: Messenger, user: ChatUser, ask: ContentAsk): Promise<ApiContent | null> {
  if ('text' in ask) return { text: ask.text };
  if ('contact' in ask) return toContact(user, ask.contact);
  if ('location' in ask) return { location: ask.location };
  if ('voiceSeconds' in ask) {
    return { voice: { ...namedFile(), duration: ask.voiceSeconds, mime_type: 'audio/ogg' } };
  }
  if ('sticker' in ask) {
    const look = { type: 'regular', width: 512, height: 512, is_animated: false, is_video: false } as const;
    return { sticker: { ...namedFile(), ...look, emoji: ask.sticker } };
  }
  const body = ask.photo === 'plain' ? await plainPicture() : Buffer.from(ask.photo, 'base64');
  const { sizes: photo } = await photos.keep(body);
  return ask.caption === undefined ? { photo } : { photo, caption: ask.caption };
}
