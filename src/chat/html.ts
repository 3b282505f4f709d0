/** Text with the few marks that the messenger knows. What is put into it is shown as it is, never as marks. */
export class Html {
  constructor(readonly markup: string) {}
}

type Part = string | number | Html | null | false;

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const markupOf = (part: Part): string => {
  if (part === null || part === false) return '';
  return part instanceof Html
    ? part.markup
    : isolated(String(part)).replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);
};

/** What is written from right to left would turn the words around it as well. */
const isolated = (text: string): string =>
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u.test(text) ? `\u2068${text}\u2069` : text;

/** html`<b>${name}</b>`: whatever stands in the name. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(strings.reduce((text, string, i) => text + markupOf(parts[i - 1] ?? null) + string));
}

/** One below the other; what is missing leaves no gap. */
export function lines(...parts: Part[]): Html {
  return new Html(
    parts
      .filter((part) => part !== null && part !== false)
      .map(markupOf)
      .join('\n'),
  );
}

const unescapes: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/** The words alone. */
export const wordsOf = ({ markup }: Html): string =>
  markup.replace(/<[^>]*>/g, '').replace(/&(?:amp|lt|gt|quot);/g, (sign) => unescapes[sign] ?? sign);

/** As it is, or, where it has more characters than the messenger takes, its beginning without marks. */
export function within(text: Html, most: number): Html {
  const words = wordsOf(text);
  if (words.length <= most) return text;
  // Not through the middle of a character of two units.
  return html`${words.slice(0, most - 3).replace(/[\ud800-\udbff]$/, '')}…`;
}
