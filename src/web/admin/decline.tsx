import type { ComponentChildren, VNode } from 'preact';
import { Area, type Marks } from '../forms/field.tsx';
import { Form, useAround } from '../office/frame.tsx';
import type { AdminWords } from '../words/admin/admin-words.ts';
import { adminWords } from '../words/admin/in-language.ts';

/** A reason that was not taken, and of which shop. */
export type Declining = { shopId: string; reason: string } | null;

/** What is wrong, where it stands. */
export const marksOf = (declining: Declining, { reasonMissing }: Pick<AdminWords, 'reasonMissing'>): Marks =>
  declining ? { [reasonOf(declining.shopId)]: reasonMissing } : {};

export const reasonOf = (shopId: string): string => `reason-${shopId}`;

interface DeclineParts {
  shopId: string;
  action: string;
  declining: Declining;
  /** What the form carries besides. */
  children?: ComponentChildren;
}

/** No, and why: the shop reads it as it stands. Open where a reason was missing. */
export function Decline({ shopId, action, declining, children }: DeclineParts): VNode {
  const words = adminWords(useAround().language);
  const failed = declining?.shopId === shopId ? declining : null;
  const name = reasonOf(shopId);
  const marks = marksOf(failed, words);
  return (
    <details open={failed !== null}>
      <summary>{words.decline}</summary>
      <Form action={action}>
        {children}
        <Area name={name} label={words.reason} hint={words.reasonHint} value={failed?.reason ?? ''} marks={marks} />
        <button class="button grave" type="submit">
          {words.decline}
        </button>
      </Form>
    </details>
  );
}
