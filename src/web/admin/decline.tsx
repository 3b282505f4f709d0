import type { ComponentChildren, VNode } from 'preact';
import { Area } from '../forms/field.tsx';
import { Form, useAround } from '../office/frame.tsx';
import { adminWords } from '../words/admin/in-language.ts';

/** A reason that was not taken, and of which shop. */
export type Declining = { shopId: string; reason: string } | null;

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
  const name = `reason-${shopId}`;
  const marks = failed ? { [name]: words.reasonMissing } : {};
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
