import type { Reads } from '../../store/open-store.ts';
import type { Deps } from '../ports.ts';
import type { OwnTerminal, TerminalOperations } from './terminal-operations.ts';

/** How long an owner sees the key of a new terminal: as long as it takes to walk to the counter with it. */
const keyShownMs = 15 * 60_000;

export const terminalsOf =
  ({ store: { read }, keys, now }: Deps): TerminalOperations['terminalsOf'] =>
  async ({ by, shopId }) => {
    if (!(await isOwnShop(read, { by, shopId }))) return null;
    const rows = await read.terminal.findMany({
      where: { shopId, disabledAt: null },
      orderBy: [{ name: 'asc' }, { createdAt: 'asc' }],
    });
    return Promise.all(
      rows.map(
        async (row): Promise<OwnTerminal> => ({
          id: row.id,
          name: row.name,
          addedAt: row.createdAt,
          signedInAt: row.signedInAt,
          lastUsedAt: await lastUseAt(read, shopId, row.id),
          key: shownKey({ keys, now }, row),
        }),
      ),
    );
  };

/** Null when it is too late, or when the key was not made here, as those of the demo. */
function shownKey(
  { keys, now }: Pick<Deps, 'keys' | 'now'>,
  { id, keyHash, createdAt }: { id: string; keyHash: string; createdAt: Date },
): string | null {
  const key = keys.terminalKey(id);
  return now().getTime() - createdAt.getTime() < keyShownMs && keys.tokenHash(key) === keyHash ? key : null;
}

export async function isOwnShop(
  read: Pick<Reads, 'shop'>,
  { by, shopId }: { by: string; shopId: string },
): Promise<boolean> {
  const shop = await read.shop.findUnique({ where: { id: shopId } });
  return shop?.ownerId === by && !(shop.approvedAt && shop.closedAt);
}

async function lastUseAt(read: Reads, shopId: string, terminalId: string): Promise<Date | null> {
  const last = { where: { shopId, terminalId }, orderBy: { at: 'desc' as const }, select: { at: true } };
  const [certificate, coupon] = await Promise.all([
    read.redemption.findFirst(last),
    read.voucherRedemption.findFirst(last),
  ]);
  const instants = [certificate, coupon].flatMap((use) => use?.at.getTime() ?? []);
  return instants.length === 0 ? null : new Date(Math.max(...instants));
}
