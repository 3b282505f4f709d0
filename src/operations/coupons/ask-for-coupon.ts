import { checkWant, mostWordsCharacters } from '../../core/coupons/want.ts';
import { parseWords } from '../../core/words.ts';
import type { Tx } from '../../store/open-store.ts';
import type { Deps } from '../ports.ts';
import type { CouponOperations } from './coupon-operations.ts';
import { countAsking } from './demand.ts';
import { tellDemand } from './tell-demand.ts';
import { fromWant } from './want-row.ts';

type Ask = Parameters<CouponOperations['askForCoupon']>[0];
type Answer = Awaited<ReturnType<CouponOperations['askForCoupon']>>;

export const askForCoupon =
  (deps: Deps): CouponOperations['askForCoupon'] =>
  async (ask) => {
    const checked = checkWant(ask.want);
    if (checked.kind !== 'want') return checked;
    const said = ask.words === null ? null : parseWords(ask.words, mostWordsCharacters);
    if (said !== null && said.kind !== 'words' && said.kind !== 'empty') return { kind: 'words', because: said };
    const words = said?.kind === 'words' ? said.words : null;
    const answer = await deps.store.transaction((tx) => save(tx, deps, { ...ask, want: checked.want, words }));
    if (answer.kind === 'asked') deps.nudge();
    return answer;
  };

/** One open request for each customer and shop: who asks again has changed their mind, and counts once. */
async function save(tx: Tx, deps: Deps, { customerId, shopId, want, words }: Ask): Promise<Answer> {
  const { now, newId, limits } = deps;
  await tx.lock(`demand:${shopId}`);
  const shop = await tx.shop.findUnique({ where: { id: shopId } });
  if (!shop?.approvedAt || shop.closedAt) return { kind: 'unknown-shop' };
  const at = now();
  const openKey = `${customerId}:${shopId}`;
  const lapsesAt = new Date(at.getTime() + limits.requestLapsesMs);
  const open = await tx.couponRequest.findUnique({ where: { openKey }, select: { id: true } });
  if (open) {
    await tx.couponRequest.updateMany({ where: { id: open.id }, data: { ...fromWant(want), words, lapsesAt } });
  } else {
    const others = await tx.couponRequest.count({ where: { customerId, state: 'open' } });
    const most = limits.openRequestsPerCustomer;
    if (others >= most) return { kind: 'too-many-open', most };
    await tx.couponRequest.create({
      data: {
        id: newId(),
        openKey,
        customerId,
        shopId,
        ...fromWant(want),
        words,
        state: 'open',
        createdAt: at,
        lapsesAt,
      },
    });
  }
  const asking = await countAsking(tx, shopId);
  if (!open) await tellDemand(tx, deps, shop, asking);
  return { kind: 'asked', changed: open !== null, asking, threshold: shop.threshold, lapsesAt };
}
