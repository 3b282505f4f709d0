import type { VNode } from 'preact';
import type { WrittenLanguage } from '../../wording/written/language.ts';
import { wordsIn } from '../words/in-language.ts';

interface Picture {
  source: string;
  /** What it is called once it is saved. */
  file: string;
  language: WrittenLanguage;
}

/** Under the picture of what is shown at a till. The script of the page prints, and shows the button for it. */
export function SaveAndPrint({ source, file, language }: Picture): VNode {
  const { coupon: words } = wordsIn(language);
  return (
    <div class="actions">
      <a class="button light" href={source} download={file}>
        {words.save}
      </a>
      <button class="button light" type="button" data-print hidden>
        {words.print}
      </button>
    </div>
  );
}
