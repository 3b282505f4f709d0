/** The desk's own refusals say why in words. */
export interface Answer {
  ok: boolean;
  status: number;
  body: Record<string, unknown>;
}

const unreachable: Answer = { ok: false, status: 0, body: { error: 'unreachable' } };

/** Asks the simulator. It never throws: a network that fails is an answer with status 0. */
export async function ask(method: 'GET' | 'POST' | 'DELETE', path: string, body: object = {}): Promise<Answer> {
  const init: RequestInit = { method };
  if (method === 'POST')
    Object.assign(init, { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  const response = await fetch(path, init).catch(() => null);
  if (response === null) return unreachable;
  const text = await response.text().catch(() => '');
  const read = readObject(text);
  return { ok: response.ok, status: response.status, body: read };
}

function readObject(text: string): Record<string, unknown> {
  if (!text.startsWith('{')) return {};
  return JSON.parse(text) as Record<string, unknown>;
}

export const phonePath = (number: string): string => `/desk/phones/${encodeURIComponent(number)}`;
