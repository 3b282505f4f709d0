import type { ApiEntity } from '../api-objects.ts';

/** Text and what is said of parts of it. */
export interface Formatted {
  text: string;
  entities: ApiEntity[];
}

/** Telegram drops control signs and the spaces at both ends. */
export function tidy({ text, entities }: Formatted): Formatted {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is dropped
  const cleaned = text.replace(/[\u0000-\u0008\u000b-\u001f]/g, (sign) => (sign === '\r' ? '\u0000' : ' '));
  const starts = cleaned.length - cleaned.trimStart().length;
  const ends = cleaned.trimEnd().length;
  const kept: string[] = [];
  /** Where each old place is in the new text. */
  const places: number[] = [];
  for (let old = 0; old <= cleaned.length; old += 1) {
    places.push(kept.length);
    const sign = cleaned.charAt(old);
    if (old >= starts && old < ends && sign !== '\u0000') kept.push(sign);
  }
  const moved = entities.flatMap((entity) => {
    const offset = places[entity.offset] ?? kept.length;
    const length = (places[entity.offset + entity.length] ?? kept.length) - offset;
    return length > 0 ? [{ ...entity, offset, length }] : [];
  });
  moved.sort((one, other) => one.offset - other.offset || other.length - one.length);
  return { text: kept.join(''), entities: moved };
}
