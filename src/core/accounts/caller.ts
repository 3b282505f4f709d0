/**
 * Whom a budget counts, of an address that a request came from. Whoever has an IPv6 address has 2^64 of them (RFC 6177),
 * so those count by their /64; an IPv4 address in the form of IPv6 is the IPv4 address. What is no address is itself.
 */
export function callerOf(address: string): string {
  const bare = address.toLowerCase().replace(/%.*$/, '');
  const [, mapped] = /^(?:0*:)*:?ffff:(\d{1,3}(?:\.\d{1,3}){3})$/.exec(bare) ?? [];
  if (mapped) return mapped;
  const groups = groupsOf(bare);
  if (!groups) return address;
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (isMapped) return [groups[6] ?? 0, groups[7] ?? 0].flatMap((group) => [group >> 8, group & 0xff]).join('.');
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`;
}

const groupCount = 8;

/** The eight groups of an IPv6 address; null for what is none. */
function groupsOf(address: string): number[] | null {
  const [before = '', after, ...more] = address.split('::');
  if (more.length > 0 || !address.includes(':')) return null;
  const head = before === '' ? [] : before.split(':');
  const tail = after === undefined || after === '' ? [] : after.split(':');
  const missing = groupCount - head.length - tail.length;
  if (after === undefined ? missing !== 0 : missing < 1) return null;
  const groups = [...head, ...Array.from({ length: missing }, () => '0'), ...tail];
  return groups.every((group) => /^[0-9a-f]{1,4}$/.test(group))
    ? groups.map((group) => Number.parseInt(group, 16))
    : null;
}
