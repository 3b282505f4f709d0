import type { Log, OwnerLookup } from '../../operations/ports.ts';
import { atMost } from '../at-most.ts';
import type { OpenTwilio } from './open-later.ts';
import type { ReachTable } from './reach.ts';

/** A caller waits for the name: after this it is "not known". */
const patienceMs = 3_000;
const mostAtOnce = 8;
/** After a name that did not come in time nobody else is kept waiting for one. */
const restMs = 10_000;

/** GC-06 by Twilio Lookup v2's caller name, where the carrier may lawfully answer. */
export function ownerLookup(open: OpenTwilio, reach: ReachTable, log: Log, now: () => Date): OwnerLookup {
  const door = atMost(mostAtOnce);
  let restsUntilMs = 0;

  const ask = (phone: string): Promise<string | null> =>
    open()
      .then(({ lookups }) => lookups.v2.phoneNumbers(phone).fetch({ fields: 'caller_name' }))
      .then(nameIn)
      .catch((error: unknown) => {
        log.warn({ error: error instanceof Error ? error.message : 'unknown' }, 'a name could not be looked up');
        return null;
      });

  return async (phone) => {
    if (!reach(phone).ownerName || now().getTime() < restsUntilMs) return null;
    const asked = door.enter(() => ask(phone));
    if (asked === 'full') return null;
    const name = await inTime(asked);
    if (name !== tooLate) return name;
    restsUntilMs = now().getTime() + restMs;
    log.warn({ restMs }, 'a name did not come in time; none is looked up for a while');
    return null;
  };
}

const tooLate = Symbol('too late');

async function inTime<T>(asked: Promise<T>): Promise<T | typeof tooLate> {
  let timer: NodeJS.Timeout | undefined;
  const outOfPatience = new Promise<typeof tooLate>((resolve) => {
    timer = setTimeout(() => resolve(tooLate), patienceMs);
  });
  const outcome = await Promise.race([asked, outOfPatience]);
  clearTimeout(timer);
  return outcome;
}

/** Where a field has no answer the client leaves it out, which its types do not say. */
function nameIn(found: { callerName?: { callerName?: string | null } | null }): string | null {
  const name = found.callerName?.callerName?.trim();
  return name ? name : null;
}
