import { BotRefusal } from '../bot-refusal.ts';
import type { Formatted } from './formatted.ts';

const types: Record<string, string> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  span: 'spoiler',
  'tg-spoiler': 'spoiler',
  'tg-emoji': 'custom_emoji',
  a: 'text_link',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
};

interface OpenTag {
  name: string;
  argument: string;
  offset: number;
}

const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };

function character(code: number): string | null {
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : null;
}

/** Telegram knows four names, and numbers; anything else after an ampersand stays as it is written. */
function decode(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(lt|gt|amp|quot));?/gi, (whole, hex, decimal, name) => {
    if (hex !== undefined) return character(Number.parseInt(hex, 16)) ?? whole;
    if (decimal !== undefined) return character(Number(decimal)) ?? whole;
    return named[name] ?? whole;
  });
}

const unparsable = (what: string) => BotRefusal.bad(`can't parse entities: ${what}`);

class HtmlReader {
  readonly #html: string;
  #at = 0;
  #text = '';
  readonly #open: OpenTag[] = [];
  readonly #entities: Formatted['entities'] = [];

  constructor(html: string) {
    this.#html = html;
  }

  read(): Formatted {
    while (this.#at < this.#html.length) {
      const tag = this.#html.indexOf('<', this.#at);
      const end = tag === -1 ? this.#html.length : tag;
      this.#text += decode(this.#html.slice(this.#at, end));
      this.#at = end;
      if (tag === -1) break;
      if (this.#html[tag + 1] === '/') this.#close();
      else this.#openTag();
    }
    const left = this.#open.at(-1);
    if (left) throw unparsable(`Can't find end tag corresponding to start tag "${left.name}"`);
    return { text: this.#text, entities: this.#entities };
  }

  #byteOffset(place: number): number {
    return Buffer.byteLength(this.#html.slice(0, place));
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#html)?.[0] ?? '';
    this.#at += found.length;
    return found;
  }

  #openTag(): void {
    const begin = this.#byteOffset(this.#at);
    this.#at += 1;
    const name = this.#take(/[^\s>]*/y).toLowerCase();
    if (this.#at >= this.#html.length) throw unparsable(`Unclosed start tag at byte offset ${begin}`);
    if (!Object.hasOwn(types, name)) throw unparsable(`Unsupported start tag "${name}" at byte offset ${begin}`);
    let argument = '';
    for (;;) {
      this.#take(/\s*/y);
      if (this.#take(/>/y)) break;
      argument = this.#attribute(name, begin) ?? argument;
    }
    if (name === 'span' && argument !== 'spoiler') {
      throw unparsable(`Tag "span" must have class "tg-spoiler" at byte offset ${begin}`);
    }
    this.#open.push({ name, argument, offset: this.#text.length });
  }

  /** What it means for the tag; null when nothing. */
  #attribute(tag: string, begin: number): string | null {
    const attribute = this.#take(/[^\s=>]*/y);
    if (attribute === '') {
      if (this.#at >= this.#html.length) throw unparsable(`Unclosed start tag "${tag}" at byte offset ${begin}`);
      throw unparsable(`Empty attribute name in the tag "${tag}" at byte offset ${begin}`);
    }
    this.#take(/\s*/y);
    if (tag === 'blockquote' && attribute === 'expandable' && this.#html[this.#at] !== '=') return attribute;
    if (!this.#take(/=/y)) {
      throw unparsable(
        `Expected equal sign in declaration of an attribute of the tag "${tag}" at byte offset ${begin}`,
      );
    }
    this.#take(/\s*/y);
    const from = this.#byteOffset(this.#at);
    const quote = this.#take(/["']/y);
    let value: string;
    if (quote === '') {
      value = this.#take(/[\w.-]*/y).toLowerCase();
      const next = this.#html[this.#at];
      if (next !== undefined && !/[\s>]/.test(next)) {
        throw unparsable(`Unexpected end of name token at byte offset ${from}`);
      }
    } else {
      value = decode(this.#take(quote === '"' ? /[^"]*/y : /[^']*/y));
      this.#at += 1;
    }
    if (this.#at >= this.#html.length) throw unparsable(`Unclosed start tag at byte offset ${begin}`);
    const prefix: Record<string, string> = { 'a href': '', 'code class': 'language-', 'span class': 'tg-' };
    if (tag === 'tg-emoji' && attribute === 'emoji-id') return value;
    const wanted = prefix[`${tag} ${attribute}`];
    return wanted !== undefined && value.startsWith(wanted) ? value.slice(wanted.length) : null;
  }

  #close(): void {
    const begin = this.#byteOffset(this.#at);
    const tag = this.#open.pop();
    if (!tag) throw unparsable(`Unexpected end tag at byte offset ${begin}`);
    this.#at += 2;
    const name = this.#take(/[^\s>]*/y).toLowerCase();
    this.#take(/\s*/y);
    if (!this.#take(/>/y)) throw unparsable(`Unclosed end tag at byte offset ${begin}`);
    if (name !== '' && name !== tag.name) {
      throw unparsable(`Unmatched end tag at byte offset ${begin}, expected "</${tag.name}>", found "</${name}>"`);
    }
    const length = this.#text.length - tag.offset;
    if (length > 0) this.#add(tag, length);
  }

  #add({ name, argument, offset }: OpenTag, length: number): void {
    const entity = { type: types[name] ?? name, offset, length };
    if (name === 'a') {
      const url = linkOf(argument === '' ? this.#text.slice(offset) : argument);
      if (url !== null) this.#entities.push({ ...entity, url });
    } else if (name === 'tg-emoji') {
      if (!/^\d{1,20}$/.test(argument)) throw unparsable('Invalid custom emoji identifier specified');
      this.#entities.push({ ...entity, custom_emoji_id: argument });
    } else if (name === 'code' && argument !== '') this.#entities.push({ ...entity, language: argument });
    else if (name === 'blockquote' && argument !== '') {
      this.#entities.push({ ...entity, type: 'expandable_blockquote' });
    } else this.#addPre(entity);
  }

  /** The language of code is kept only where the code fills a `pre`. */
  #addPre(entity: Formatted['entities'][number]): void {
    const inner = this.#entities.at(-1);
    const fills = inner?.type === 'code' && inner.offset === entity.offset && inner.length === entity.length;
    if (entity.type === 'pre' && inner && fills && inner.language !== undefined) inner.type = 'pre';
    else this.#entities.push(entity);
  }
}

/** An address that Telegram takes: it has a dot in its host. Null for any other. */
export function linkOf(address: string): string | null {
  const trimmed = address.trim();
  const whole = /^(https?|tg|ton|mailto|tel):/i.test(trimmed) ? trimmed : `http://${trimmed}`;
  if (!URL.canParse(whole)) return null;
  const { protocol, hostname, href } = new URL(whole);
  if (protocol === 'tg:' || protocol === 'ton:') return whole;
  if (protocol !== 'http:' && protocol !== 'https:') return null;
  return hostname.includes('.') || hostname.startsWith('[') ? href : null;
}

/** Reads `parse_mode: HTML`, with the refusals of Telegram (TDLib, `parse_html`). */
export function parseHtml(html: string): Formatted {
  const { text, entities } = new HtmlReader(html).read();
  for (const entity of entities) if (entity.type === 'code') delete entity.language;
  return { text, entities };
}
