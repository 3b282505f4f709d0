import type { Log, OwnerLookup } from '../../operations/ports.ts';
import type { OpenTwilio } from './open-later.ts';
import type { ReachTable } from './reach.ts';

/** A caller waits for the name: after this it is "not known". */
const patienceMs = 3_000;

/** GC-06 by Twilio Lookup v2's caller name, where the carrier may lawfully answer. */
export const ownerLookup =
  (open: OpenTwilio, reach: ReachTable, log: Log): OwnerLookup =>
  async (phone) => {
    if (!reach(phone).ownerName) return null;
    const asked = open()
      .then(({ lookups }) => lookups.v2.phoneNumbers(phone).fetch({ fields: 'caller_name' }))
      .then(nameIn)
      .catch((error: unknown) => {
        log.warn({ error: error instanceof Error ? error.message : 'unknown' }, 'a name could not be looked up');
        return null;
      });
    let timer: NodeJS.Timeout | undefined;
    const outOfPatience = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), patienceMs);
    });
    const name = await Promise.race([asked, outOfPatience]);
    clearTimeout(timer);
    return name;
  };

/** Where a field has no answer the client leaves it out, which its types do not say. */
function nameIn(found: { callerName?: { callerName?: string | null } | null }): string | null {
  const name = found.callerName?.callerName?.trim();
  return name ? name : null;
}
