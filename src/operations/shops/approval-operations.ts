import type { ShopNames } from '../../core/messages/message-facts.ts';
import type { OwnedShop } from './keeping-operations.ts';

/** The operator's; `by` is an operator's account, and anybody else gets nothing. */
export interface ApprovalOperations {
  shopsToApprove(by: string): Promise<(OwnedShop & { owner: { name: string; email: string } | null })[]>;
  /** RC-03. `chainOf`: a shop whose chain it joins. */
  approveShop(ask: {
    by: string;
    shopId: string;
    chainOf: string | null;
  }): Promise<{ kind: 'approved' } | { kind: 'unknown-shop' }>;
  declineShop(ask: {
    by: string;
    shopId: string;
    reason: string;
  }): Promise<{ kind: 'declined' } | { kind: 'unknown-shop' }>;
  /** What approved shops would like to be called. */
  namesToApprove(
    by: string,
  ): Promise<
    (ShopNames & { id: string; code: string; asked: ShopNames; owner: { name: string; email: string } | null })[]
  >;
  /** `asked`: the names that the operator saw. */
  approveName(ask: {
    by: string;
    shopId: string;
    asked: ShopNames;
  }): Promise<{ kind: 'approved' } | { kind: 'changed-meanwhile' } | { kind: 'unknown-shop' }>;
  declineName(ask: {
    by: string;
    shopId: string;
    asked: ShopNames;
    reason: string;
  }): Promise<{ kind: 'declined' } | { kind: 'changed-meanwhile' } | { kind: 'unknown-shop' }>;
  openWishes(by: string): Promise<{ id: string; name: string; place: string; at: Date; wishers: number }[]>;
  /** The wish came true by this shop, or will not; whoever wished is told. */
  answerWish(ask: {
    by: string;
    wishId: string;
    shopId: string | null;
  }): Promise<{ kind: 'answered' } | { kind: 'unknown-wish' } | { kind: 'unknown-shop' }>;
  /** Every shop that customers see, by code. */
  listedShops(by: string): Promise<(ShopNames & { id: string; code: string })[]>;
}
