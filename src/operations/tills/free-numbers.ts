import { Stale, type Tx } from '../../store/open-store.ts';
import type { Deps } from '../ports.ts';

const mostDraws = 5;

/**
 * So many numbers of twelve digits that no certificate and no coupon has: a clerk types either, and the till must know
 * which it is. One in 9 × 10¹¹, so a second draw is rare and a fifth never seen.
 */
export async function freeNumbers(
  tx: Tx,
  { randomDigits }: Pick<Deps, 'randomDigits'>,
  count: number,
): Promise<string[]> {
  const free = new Set<string>();
  for (let draw = 0; draw < mostDraws && free.size < count; draw++) {
    const drawn = new Set<string>();
    while (drawn.size < count - free.size) {
      const number = randomDigits(12);
      if (!number.startsWith('0')) drawn.add(number);
    }
    const wanted = [...drawn];
    const vouchers = await tx.voucher.findMany({ where: { serial: { in: wanted } }, select: { serial: true } });
    const certificates = await tx.certificate.findMany({ where: { number: { in: wanted } }, select: { number: true } });
    const taken = new Set([...vouchers.map(({ serial }) => serial), ...certificates.map(({ number }) => number)]);
    for (const number of wanted) if (!taken.has(number)) free.add(number);
  }
  if (free.size < count) throw new Stale();
  return [...free];
}
