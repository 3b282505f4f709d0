interface Names {
  name: string;
  nameEn: string;
}

interface Kept extends Names {
  askedName: string | null;
  askedNameEn: string | null;
}

/**
 * The names that a shop has after its owner asked for others. Customers know an approved shop by its names, so there the
 * new ones wait for the operator; asking for those that it has withdraws what waits.
 */
export function namesToKeep(shop: Names & { approvedAt: Date | null }, asked: Names): Kept {
  if (shop.approvedAt === null) return { name: asked.name, nameEn: asked.nameEn, askedName: null, askedNameEn: null };
  const same = asked.name === shop.name && asked.nameEn === shop.nameEn;
  const waiting = same ? null : asked;
  const { name, nameEn } = shop;
  return { name, nameEn, askedName: waiting?.name ?? null, askedNameEn: waiting?.nameEn ?? null };
}
