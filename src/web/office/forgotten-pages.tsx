import type { VNode } from 'preact';
import { leastPassword, passwordLinkMinutes, passwordMailsAnHour } from '../../core/accounts/password.ts';
import { Alarm, FaultList, Field, type Marks } from '../forms/field.tsx';
import { officeWords } from '../words/office/in-language.ts';
import { Form, useAround } from './frame.tsx';

interface ForgottenParts {
  email: string;
  marks: Marks;
  fault: string | null;
}

/** Asks where to send the mail; of who is signed in, that is known. */
export function ForgottenPage({ email, marks, fault }: ForgottenParts): VNode {
  const { account, language } = useAround();
  const { forgotten: words, signIn } = officeWords(language);
  return (
    <div class="narrow">
      <h1>{account ? words.change : words.title}</h1>
      <p class="lead">{account ? words.changeLead : words.lead}</p>
      {fault && <Alarm text={fault} />}
      <Faults marks={marks} label={signIn.email} />
      <Form action="/shop/forgotten" class="sheet">
        <Field
          name="email"
          label={signIn.email}
          type="email"
          value={email}
          marks={marks}
          autocomplete="username"
          inputmode="email"
          autocapitalize="off"
          spellcheck={false}
          required
          {...(account && { class: 'shown', readOnly: true })}
        />
        <button class="button" type="submit">
          {words.send}
        </button>
      </Form>
      <WayBack />
    </div>
  );
}

function WayBack(): VNode {
  const { account, language } = useAround();
  const { forgotten, shop } = officeWords(language);
  return (
    <p>
      <a href={account ? '/shop' : '/shop/sign-in'}>{account ? shop.back : forgotten.toSignIn}</a>
    </p>
  );
}

/** Of a form with one field to fill in. */
function Faults({ marks, label }: { marks: Marks; label: string }): VNode {
  const { pleaseCheck } = officeWords(useAround().language);
  const labels = Object.fromEntries(Object.keys(marks).map((name) => [name, label]));
  return <FaultList title={pleaseCheck(1)} marks={marks} labels={labels} />;
}

/** Says the same of every address. */
export function AskedPage({ email }: { email: string }): VNode {
  const { forgotten: words } = officeWords(useAround().language);
  return (
    <div class="narrow">
      <h1>{words.sentTitle}</h1>
      <div class="sheet" role="status">
        <p>{words.sentText(email, passwordLinkMinutes)}</p>
        <p class="soft">{words.spam}</p>
        <p class="soft">{words.mostMails(passwordMailsAnHour)}</p>
      </div>
      <p>
        <a href="/shop/forgotten">{words.again}</a>
      </p>
      <WayBack />
    </div>
  );
}

/** `email`: whose password it is, shown so that password managers know it, too. */
export function NewPasswordPage({ path, email, marks }: { path: string; email: string; marks: Marks }): VNode {
  const { forgotten: words, signIn, entry } = officeWords(useAround().language);
  return (
    <div class="narrow">
      <h1>{words.newTitle}</h1>
      <p class="lead">{words.newLead}</p>
      <Faults marks={marks} label={words.newPassword} />
      <Form action={path} class="sheet">
        <Field
          name="email"
          label={signIn.email}
          type="email"
          autocomplete="username"
          value={email}
          marks={{}}
          class="shown"
          readOnly
        />
        <Field
          name="password"
          label={words.newPassword}
          hint={entry.passwordHint(leastPassword)}
          type="password"
          value=""
          marks={marks}
          autocomplete="new-password"
          required
        />
        <button class="button" type="submit">
          {words.save}
        </button>
      </Form>
    </div>
  );
}

export function VoidLinkPage(): VNode {
  const { forgotten: words } = officeWords(useAround().language);
  return (
    <div class="narrow">
      <h1>{words.voidTitle}</h1>
      <p class="lead">{words.voidText(passwordLinkMinutes)}</p>
      <a class="button" href="/shop/forgotten">
        {words.voidAgain}
      </a>
    </div>
  );
}
