import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { WrittenLanguage } from '../../wording/written/language.ts';
import { wordsIn } from '../words/in-language.ts';
import { style } from './style.ts';

/** In characters: a page has more room for a shop's name than a text. */
export const MOST_ON_PAGES = 80;

interface PageParts {
  language: WrittenLanguage;
  title: string;
  /** Two columns where there is room. */
  wide?: boolean;
  /** A bright ground around a barcode. */
  bright?: boolean;
  /** Address of a script of ours, where a page has one. */
  script?: string | null;
  children: ComponentChildren;
}

/** What every page is made of. */
export function Page({ language, title, wide = false, bright = false, script = null, children }: PageParts): VNode {
  const { brand } = wordsIn(language);
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <title>{`${title} · ${brand}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="referrer" content="no-referrer" />
        <meta name="format-detection" content="telephone=no" />
        {/* A constant of ours, which escaping would break; the policy names its hash. */}
        <style dangerouslySetInnerHTML={{ __html: style }} />
        {script && <script type="module" src={script} />}
      </head>
      <body class={bright ? 'bright' : undefined}>
        <div class={wide ? 'page wide' : 'page'}>
          <header>
            <span class="brand">{brand}</span>
          </header>
          <main>{children}</main>
        </div>
      </body>
    </html>
  );
}

export const toHtml = (page: VNode): string => `<!doctype html>${renderToString(page)}`;
