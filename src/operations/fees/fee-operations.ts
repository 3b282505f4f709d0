import type { FeeFault, FeeKind } from '../../core/coupons/fees.ts';
import type { ShopNames } from '../../core/messages/message-facts.ts';
import type { Money } from '../../core/money.ts';

/** The operator's; `by` is an operator's account, and anybody else gets nothing. */
export interface FeeOperations {
  feeRules(by: string): Promise<FeeRuleView[]>;
  /** RC-13. `since` may be now or later, never earlier: what is booked stays booked. */
  addFeeRule(ask: {
    by: string;
    kind: FeeKind;
    shopId: string | null;
    minor: bigint;
    basisPoints: number;
    since: Date;
  }): Promise<{ kind: 'added' } | FeeRefusal>;
  /** Whether such a rule would be taken; nothing is written. */
  checkFeeRule(ask: Parameters<FeeOperations['addFeeRule']>[0]): Promise<{ kind: 'fine' } | FeeRefusal>;
  /** A rule that is yet to begin goes as if it had never been written. */
  withdrawFeeRule(ask: {
    by: string;
    ruleId: string;
  }): Promise<{ kind: 'withdrawn' } | { kind: 'in-force' } | { kind: 'unknown-rule' }>;
}

export type FeeRuleFault = FeeFault | 'in-the-past' | 'unknown-shop';
type FeeRefusal = { kind: 'faults'; faults: FeeRuleFault[] };

export interface FeeRuleView {
  id: string;
  kind: FeeKind;
  shop: ShopNames | null;
  minor: Money;
  basisPoints: number;
  since: Date;
  inForce: boolean;
}
