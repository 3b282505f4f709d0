import { fetchLimited } from '../world/fetch-limited.ts';
import { reasonOf } from '../world/reason.ts';
import type { World } from '../world/world.ts';
import type { Mail } from './mail-book.ts';
import { oneClickAddress } from './unsubscribe-ways.ts';

export type Unsubscription =
  | { kind: 'done' }
  | { kind: 'not-offered' }
  /** The address is not the app's: this machine's simulator asks nobody else. */
  | { kind: 'elsewhere' }
  /** A fault lost or holds the request. */
  | { kind: 'lost' | 'held' }
  /** The answer's status; null when none came. A redirect is none either: RFC 8058 lets nobody follow it. */
  | { kind: 'refused'; status: number | null };

const timeoutMs = 15_000;
const answerLimitBytes = 65_536;

/** Posts as a mail provider does when its button is pressed (RFC 8058, 3.2): no cookies, no name, no redirects. */
async function post(world: World, url: string): Promise<number | null> {
  const init: RequestInit = {
    method: 'POST',
    body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    redirect: 'manual',
    credentials: 'omit',
  };
  const limits = { timeoutMs, limitBytes: answerLimitBytes, stop: world.closing };
  try {
    const left = { at: world.now(), url, event: 'unsubscribe' };
    return (await world.deliveries.during(left, () => fetchLimited(url, init, limits))).status;
  } catch (error) {
    world.complain(`unsubscribe at ${new URL(url).pathname}: ${reasonOf(error)}`);
    return null;
  }
}

export async function unsubscribe(world: World, mail: Mail): Promise<Unsubscription> {
  const url = oneClickAddress(mail.content);
  if (url === null) return { kind: 'not-offered' };
  if (new URL(url).origin !== new URL(world.appUrl('/')).origin) return { kind: 'elsewhere' };
  const subject = `${new URL(url).pathname} unsubscribe`;
  const outcome = await world.webhooks.send({ subject, post: () => post(world, url) });
  if (outcome.kind !== 'answered') return outcome;
  const { status } = outcome;
  if (status === null || status < 200 || status > 299) return { kind: 'refused', status };
  mail.unsubscribed = true;
  return { kind: 'done' };
}
