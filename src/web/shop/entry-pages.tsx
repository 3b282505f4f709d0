import type { VNode } from 'preact';
import { leastPassword } from '../../core/accounts/password.ts';
import { FaultList, Field, hasFaults, type Marks } from '../forms/field.tsx';
import { fieldOf, type Typed } from '../forms/form.ts';
import { Form, unsaved, useAround } from '../office/frame.tsx';
import { officeWords } from '../words/office/in-language.ts';
import { EntryFields, entryLabels } from './entry-fields.tsx';

interface EntryPageParts {
  form: Typed;
  marks: Marks;
}

function Faults({ marks }: { marks: Marks }): VNode | null {
  const words = officeWords(useAround().language);
  const count = Object.keys(marks).length;
  return <FaultList title={words.pleaseCheck(count)} marks={marks} labels={entryLabels(words)} />;
}

/** RC-01, RC-03. Owner and shop in one go. */
export function RegisterPage({ form, marks }: EntryPageParts): VNode {
  const { entry: words, signIn } = officeWords(useAround().language);
  return (
    <div class="narrow">
      <h1>{words.registerTitle}</h1>
      <p class="lead">{words.registerLead}</p>
      <Faults marks={marks} />
      <Form action="/shop/register" data-unsaved={unsaved(hasFaults(marks))}>
        <section class="sheet">
          <h2>{words.you}</h2>
          <Field
            name="ownerName"
            label={words.ownerName}
            value={fieldOf(form, 'ownerName')}
            marks={marks}
            autocomplete="name"
            dir="auto"
            required
          />
          <Field
            name="ownerEmail"
            label={words.ownerEmail}
            hint={words.ownerEmailHint}
            type="email"
            inputmode="email"
            value={fieldOf(form, 'ownerEmail')}
            marks={marks}
            autocomplete="username"
            required
          />
          <Field
            name="password"
            label={words.password}
            hint={words.passwordHint(leastPassword)}
            type="password"
            value=""
            marks={marks}
            autocomplete="new-password"
            required
          />
        </section>
        <EntryFields form={form} marks={marks} known={false} />
        <button class="button" type="submit">
          {words.register}
        </button>
      </Form>
      <p class="after">
        {words.haveAccount} <a href="/shop/sign-in">{signIn.title}</a>
      </p>
    </div>
  );
}

interface ShopFormParts extends EntryPageParts {
  title: string;
  action: string;
  submit: string;
  back: string;
  /** Customers know it: what a change means is said. */
  known: boolean;
}

/** Adding a shop, and changing one. */
export function ShopFormPage({ title, action, submit, back, known, form, marks }: ShopFormParts): VNode {
  const { shop: words } = officeWords(useAround().language);
  return (
    <div class="narrow">
      <h1>{title}</h1>
      <Faults marks={marks} />
      <Form action={action} data-unsaved={unsaved(hasFaults(marks))}>
        <EntryFields form={form} marks={marks} known={known} />
        <button class="button" type="submit">
          {submit}
        </button>
        <a class="quiet" href={back}>
          {words.back}
        </a>
      </Form>
    </div>
  );
}
