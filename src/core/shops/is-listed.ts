/** Whether customers see a shop: the operator approved it (RC-03), and it is not closed. */
export const isListed = (shop: { approvedAt: Date | null; closedAt: Date | null }): boolean =>
  shop.approvedAt !== null && shop.closedAt === null;
