import type { Store } from '../../store/open-store.ts';

/** A hold with what is needed to ask the card company about it. */
export async function findHoldFacts({ read }: Store, id: string) {
  const hold = await read.hold.findUniqueOrThrow({
    where: { id },
    include: {
      member: { select: { cardCustomer: true, cardMethod: true, phone: true } },
      shop: { select: { code: true, name: true, nameEn: true } },
    },
  });
  return { ...hold, purchase: await read.purchase.findUnique({ where: { holdId: id }, select: { id: true } }) };
}

export type HoldFacts = Awaited<ReturnType<typeof findHoldFacts>>;
