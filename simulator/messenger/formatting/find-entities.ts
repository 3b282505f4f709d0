import type { ApiEntity } from '../api-objects.ts';
import type { Formatted } from './formatted.ts';

const findable: [type: string, pattern: RegExp][] = [
  ['bot_command', /(?<![\w/<>])\/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\w/<>])/g],
  ['url', /(?<![\w@.-])https?:\/\/[^\s<>"]+[^\s<>".,!?;:)]/g],
  ['email', /(?<![\w.@+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g],
  ['mention', /(?<![\w@.])@[a-zA-Z][a-zA-Z0-9_]{3,31}(?![\w.])/g],
  ['hashtag', /(?<![\p{L}\p{N}_#])#[\p{L}\p{N}_]*[\p{L}_][\p{L}\p{N}_]*/gu],
];

const overlaps = (one: ApiEntity, other: ApiEntity): boolean =>
  one.offset < other.offset + other.length && other.offset < one.offset + one.length;

const untouched = ['code', 'pre', 'text_link'];

/** What Telegram finds by itself: commands, addresses, mentions. Code and links are left alone. */
export function findEntities({ text, entities }: Formatted): Formatted {
  const found: ApiEntity[] = [];
  const taken = entities.filter(({ type }) => untouched.includes(type));
  for (const [type, pattern] of findable) {
    for (const { index, 0: whole } of text.matchAll(pattern)) {
      const entity = { type, offset: index, length: whole.length };
      if (![...taken, ...found].some((one) => overlaps(one, entity))) found.push(entity);
    }
  }
  const all = [...entities, ...found].sort((one, other) => one.offset - other.offset || other.length - one.length);
  return { text, entities: all };
}
