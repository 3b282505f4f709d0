import type { DraftField } from '../../core/coupons/campaign-draft.ts';
import type { StepName } from '../words/maker/maker-words.ts';

/** RC-08. In their order; they are known by name everywhere, so that another order or one more breaks no draft. */
export const steps = ['offer', 'terms', 'look', 'check'] as const satisfies readonly StepName[];

/** Steps that something is typed at. */
export type TypedStep = Exclude<StepName, 'check'>;

export const typedSteps = steps.filter((step) => step !== 'check');

export const isStep = (name: string): name is StepName => (steps as readonly string[]).includes(name);

export function stepAfter(step: TypedStep): StepName {
  const next = { offer: 'terms', terms: 'look', look: 'check' } as const;
  return next[step];
}

export const stepOfField: Record<DraftField, TypedStep> = {
  title: 'offer',
  offer: 'offer',
  terms: 'terms',
  leastSpend: 'terms',
  validFrom: 'terms',
  validUntil: 'terms',
  validDays: 'terms',
  stock: 'terms',
  downloadsUntil: 'terms',
  tracked: 'terms',
  proof: 'terms',
  audience: 'terms',
  shopIds: 'terms',
  theme: 'look',
  motif: 'look',
};
