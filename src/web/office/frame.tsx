import { type ComponentChildren, createContext, type VNode } from 'preact';
import { useContext } from 'preact/hooks';
import type { AccountFacts } from '../../operations/accounts/account-operations.ts';
import { type WrittenLanguage, writtenLanguages } from '../../wording/written/language.ts';
import type { PageFiles } from '../page-files.ts';
import { wordsIn } from '../words/in-language.ts';
import { officeWords } from '../words/office/in-language.ts';
import type { Sheet } from './visit.ts';

/** What every part of a page may need: in whose language it is, and by what a form proves to be ours. */
export interface Surroundings {
  language: WrittenLanguage;
  timeZone: string;
  formToken: string;
  account: AccountFacts | null;
  path: string;
}

const Around = createContext<Surroundings | null>(null);

export function useAround(): Surroundings {
  const around = useContext(Around);
  if (!around) throw new Error('a part of a page stands outside its frame');
  return around;
}

const languageNames: Record<WrittenLanguage, string> = { ko: '한국어', en: 'English', ja: '日本語' };

interface FrameParts {
  around: Surroundings;
  sheet: Sheet;
  files: PageFiles | null;
  children: ComponentChildren;
}

export function Frame({ around, sheet, files, children }: FrameParts): VNode {
  const { language } = around;
  const { brand } = wordsIn(language);
  const { frame } = officeWords(language);
  return (
    <Around.Provider value={around}>
      <html lang={language}>
        <head>
          <meta charset="utf-8" />
          <title>{`${sheet.title} · ${brand}`}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="format-detection" content="telephone=no" />
          {files?.style && <link rel="stylesheet" href={files.style} />}
          {files && <script type="module" src={files.script} />}
          {sheet.reloadSeconds && (
            <noscript>
              <meta http-equiv="refresh" content={String(sheet.reloadSeconds)} />
            </noscript>
          )}
        </head>
        <body>
          <a class="skip" href="#main">
            {frame.skip}
          </a>
          <header class="top">
            <div class="top-row">
              <a class="brand" href={around.account ? homeOf(around.account) : '/'}>
                {brand} {around.account && <span>{frame.places[around.account.role]}</span>}
              </a>
              <LanguageSwitch />
            </div>
            {around.account && <Menu account={around.account} />}
          </header>
          <main id="main" class={sheet.wide ? 'page wide' : 'page'} tabIndex={-1}>
            {children}
          </main>
        </body>
      </html>
    </Around.Provider>
  );
}

export const homeOf = ({ role }: AccountFacts): string => (role === 'operator' ? '/admin' : '/shop');

function Menu({ account }: { account: AccountFacts }): VNode {
  const { language, path } = useAround();
  const { frame } = officeWords(language);
  const places =
    account.role === 'operator'
      ? ([
          ['/admin', frame.admin],
          ['/admin/fees', frame.fees],
        ] as const)
      : ([
          ['/shop', frame.shops],
          ['/shop/new', frame.addShop],
        ] as const);
  return (
    <nav class="menu" aria-label={frame.menu}>
      <ul>
        {places.map(([href, label]) => (
          <li key={href}>
            <a href={href} aria-current={href === path ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
      <Form action="/shop/sign-out" data-leaves="">
        <button class="plain" type="submit">
          {frame.signOut}
        </button>
      </Form>
    </nav>
  );
}

function LanguageSwitch(): VNode {
  const { language, path } = useAround();
  const { frame } = officeWords(language);
  return (
    <Form action="/shop/language" class="languages" label={frame.language} data-leaves="">
      <input type="hidden" name="back" value={path} />
      {writtenLanguages.map((one) => (
        <button
          key={one}
          class="plain"
          type="submit"
          name="language"
          value={one}
          lang={one}
          aria-pressed={one === language}
        >
          {languageNames[one]}
        </button>
      ))}
    </Form>
  );
}

/** Of a form: asked about before it is left once something was typed, or at once, where nothing of it was kept yet. */
export const unsaved = (already: boolean): 'already' | '' => (already ? 'already' : '');

interface FormParts {
  action: string;
  class?: string;
  label?: string;
  /** Kept, when the session ends meanwhile: what is typed here. */
  children: ComponentChildren;
  [data: `data-${string}`]: string;
}

/** A form of ours, which proves so. */
export function Form({ action, class: name, label, children, ...data }: FormParts): VNode {
  const { formToken } = useAround();
  return (
    <form method="post" action={action} class={name} aria-label={label} noValidate {...data}>
      <input type="hidden" name="_csrf" value={formToken} />
      {children}
    </form>
  );
}
