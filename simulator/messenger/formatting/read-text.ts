import type { ApiEntity } from '../api-objects.ts';
import { BotRefusal } from '../bot-refusal.ts';
import { type Fields, isRecord } from '../fields.ts';
import { findEntities } from './find-entities.ts';
import { type Formatted, tidy } from './formatted.ts';
import { parseHtml } from './parse-html.ts';

/** core.telegram.org/bots/api#sendmessage and #sendphoto; counted in UTF-16 code units, the stricter reading. */
const textLimit = 4_096;
const captionLimit = 1_024;
/** core.telegram.org: more are dropped. */
const entityLimit = 100;

function readEntity(raw: unknown, text: string): ApiEntity {
  if (!isRecord(raw)) throw BotRefusal.bad("can't parse MessageEntity: expected an Object");
  const { type, offset, length } = raw;
  if (typeof type !== 'string') throw BotRefusal.bad('can\'t parse MessageEntity: Can\'t find field "type"');
  if (!Number.isInteger(offset) || !Number.isInteger(length)) {
    throw BotRefusal.bad('can\'t parse MessageEntity: Field "offset" must be a valid Number');
  }
  const [from, chars] = [offset as number, length as number];
  if (from < 0 || chars <= 0 || from + chars > text.length) throw BotRefusal.bad('ENTITY_BOUNDS_INVALID');
  return { ...raw, type, offset: from, length: chars };
}

function readFormatted(fields: Fields, names: { text: string; entities: string }): Formatted {
  const text = fields.text(names.text);
  const mode = fields.text('parse_mode').toLowerCase();
  if (mode === 'html') return parseHtml(text);
  if (mode !== '') throw BotRefusal.bad('unsupported parse_mode');
  const given = fields.json(names.entities, 'entities');
  if (given === undefined) return { text, entities: [] };
  if (!Array.isArray(given)) throw BotRefusal.bad("can't parse entities JSON object");
  return { text, entities: given.map((one) => readEntity(one, text)) };
}

function read(fields: Fields, names: { text: string; entities: string }): Formatted {
  const { text, entities } = findEntities(tidy(readFormatted(fields, names)));
  return { text, entities: entities.slice(0, entityLimit) };
}

export function readText(fields: Fields): Formatted {
  const formatted = read(fields, { text: 'text', entities: 'entities' });
  if (formatted.text === '') throw BotRefusal.bad('message text is empty');
  if (formatted.text.length > textLimit) throw BotRefusal.bad('message is too long');
  return formatted;
}

export function readCaption(fields: Fields): Formatted {
  const formatted = read(fields, { text: 'caption', entities: 'caption_entities' });
  if (formatted.text.length > captionLimit) throw BotRefusal.bad('message caption is too long');
  return formatted;
}
