import type { World } from './world.ts';

type Fields = Record<string, string | string[]>;

export interface Seen {
  status: number;
  html: string;
  /** Where it leads, as a path. */
  to: string | null;
  headers: Record<string, unknown>;
}

/** A browser without scripts, as far as pages need one: it keeps cookies, and sends the token of the page it has seen. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  readonly #pages: World | string;
  readonly #from: string;
  #token = '';

  /** `pages`: a world, or where the program listens, if it runs in a process of its own. */
  constructor(pages: World | string, from = '127.0.0.1') {
    this.#pages = pages;
    this.#from = from;
  }

  opens(path: string, headers: Record<string, string> = {}): Promise<Seen> {
    return this.#asks('GET', path, undefined, { 'accept-language': 'en', ...headers });
  }

  /** Opens a page and everything it leads to. */
  async follows(path: string): Promise<Seen> {
    let seen = await this.opens(path);
    for (let hops = 0; seen.to !== null && hops < 5; hops++) seen = await this.opens(seen.to);
    return seen;
  }

  submits(path: string, fields: Fields = {}, headers: Record<string, string> = {}): Promise<Seen> {
    const body = new URLSearchParams([['_csrf', this.#token]]);
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
    const ours = { 'sec-fetch-site': 'same-origin', 'accept-language': 'en' };
    return this.#asks('POST', path, body.toString(), { ...ours, ...headers });
  }

  async signsIn(email: string, password: string): Promise<Seen> {
    await this.opens('/shop/sign-in');
    const seen = await this.submits('/shop/sign-in', { email, password });
    if (seen.to === null) return seen;
    return this.follows(seen.to);
  }

  async #asks(
    method: 'GET' | 'POST',
    url: string,
    payload: string | undefined,
    headers: Record<string, string>,
  ): Promise<Seen> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const whole = {
      ...headers,
      ...(cookie ? { cookie } : {}),
      ...(payload === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    };
    const answer = await this.#answers({ method, url, headers: whole, ...(payload === undefined ? {} : { payload }) });
    for (const { name, value } of answer.cookies) {
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const [, token] = /name="_csrf" value="([^"]+)"/.exec(answer.body) ?? [];
    if (token) this.#token = token;
    const { location } = answer.headers;
    return {
      status: answer.statusCode,
      html: answer.body,
      to: typeof location === 'string' ? location : null,
      headers: answer.headers,
    };
  }

  async #answers(ask: PageAsk): Promise<PageAnswer> {
    if (typeof this.#pages === 'string') return overHttp(this.#pages, ask);
    return this.#pages.app.server.inject({ ...ask, remoteAddress: this.#from });
  }
}

interface PageAsk {
  method: 'GET' | 'POST';
  url: string;
  headers: Record<string, string>;
  payload?: string;
}

interface PageAnswer {
  statusCode: number;
  body: string;
  headers: Record<string, unknown>;
  cookies: { name: string; value: string }[];
}

async function overHttp(origin: string, { method, url, headers, payload }: PageAsk): Promise<PageAnswer> {
  const body = payload === undefined ? {} : { body: payload };
  const answer = await fetch(origin + url, { method, headers, redirect: 'manual', ...body });
  const cookies = answer.headers.getSetCookie().map((cookie) => {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    return { name, value: decodeURIComponent(value) };
  });
  return { statusCode: answer.status, body: await answer.text(), headers: Object.fromEntries(answer.headers), cookies };
}
