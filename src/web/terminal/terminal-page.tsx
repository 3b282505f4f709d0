import type { VNode } from 'preact';
import type { WrittenLanguage } from '../../wording/written/language.ts';
import type { PageFiles } from '../page-files.ts';
import { wordsIn } from '../words/in-language.ts';
import { terminalWords } from '../words/terminal/in-language.ts';

interface TerminalPageParts {
  language: WrittenLanguage;
  files: PageFiles;
  timeZone: string;
}

/** The empty page, which its script fills. */
export function TerminalPage({ language, files, timeZone }: TerminalPageParts): VNode {
  const words = terminalWords(language);
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <title>{`${words.title} · ${wordsIn(language).brand}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#133d35" />
        <meta name="format-detection" content="telephone=no" />
        {files.style && <link rel="stylesheet" href={files.style} />}
        <script type="module" src={files.script} />
      </head>
      <body>
        <div id="terminal" data-language={language} data-time-zone={timeZone} />
        <noscript>{words.needsScript}</noscript>
      </body>
    </html>
  );
}
