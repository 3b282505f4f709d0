import type { Store } from '../../store/open-store.ts';

/** A hold with what is needed to ask the card company about it. */
export const findHoldFacts = (store: Store, id: string) =>
  store.read.hold.findUniqueOrThrow({
    where: { id },
    include: {
      member: { select: { cardCustomer: true, cardMethod: true, phone: true } },
      shop: { select: { code: true, name: true, nameEn: true } },
      purchase: { select: { id: true } },
    },
  });

export type HoldFacts = Awaited<ReturnType<typeof findHoldFacts>>;
