import type { VNode } from 'preact';
import { Alarm, Done, Field } from '../forms/field.tsx';
import type { Typed } from '../forms/form.ts';
import { officeWords } from '../words/office/in-language.ts';
import { Form, unsaved, useAround } from './frame.tsx';

/** A form that came when its sender was no longer signed in. */
export interface Kept {
  to: string;
  form: Typed;
}

interface SignInParts {
  email: string;
  next: string;
  fault: string | null;
  kept: Kept | null;
}

export function SignInPage({ email, next, fault, kept }: SignInParts): VNode {
  const { signIn: words, forgotten } = officeWords(useAround().language);
  return (
    <div class="narrow">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {fault && <Alarm text={fault} />}
      {kept && !fault && <Alarm text={words.ended} />}
      <Form action="/shop/sign-in" class="sheet" {...(kept && { 'data-unsaved': unsaved(true) })}>
        <input type="hidden" name="next" value={next} />
        {kept && <KeptFields kept={kept} prefix="kept." />}
        {kept && <input type="hidden" name="kept-to" value={kept.to} />}
        <Field
          name="email"
          label={words.email}
          type="email"
          value={email}
          marks={{}}
          autocomplete="username"
          inputmode="email"
          autocapitalize="off"
          spellcheck={false}
          required
        />
        <Field
          name="password"
          label={words.password}
          type="password"
          value=""
          marks={{}}
          autocomplete="current-password"
          required
        />
        <button class="button" type="submit">
          {words.enter}
        </button>
      </Form>
      <p>
        <a href="/shop/forgotten">{forgotten.ask}</a>
      </p>
      <p>
        {words.noAccount} <a href="/shop/register">{words.register}</a>
      </p>
    </div>
  );
}

/** Signed in again, with what was typed before: it is saved only when its sender says so. */
export function KeptPage({ kept }: { kept: Kept }): VNode {
  const { signIn: words } = officeWords(useAround().language);
  return (
    <div class="narrow">
      <h1>{words.keptTitle}</h1>
      <Done text={words.keptText} />
      <Form action={kept.to} class="sheet" data-unsaved={unsaved(true)}>
        <KeptFields kept={kept} prefix="" />
        <button class="button" type="submit">
          {words.keptGo}
        </button>
      </Form>
    </div>
  );
}

const never = new Set(['_csrf', 'password']);

function KeptFields({ kept, prefix }: { kept: Kept; prefix: string }): VNode {
  const fields = Object.entries(kept.form).flatMap(([name, value]) =>
    never.has(name) ? [] : (typeof value === 'string' ? [value] : value).map((one) => [name, one] as const),
  );
  return (
    <>
      {fields.map(([name, value], at) => (
        <input key={at} type="hidden" name={prefix + name} value={value} />
      ))}
    </>
  );
}
