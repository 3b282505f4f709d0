/** The languages that messages and pages are written in. */
export const writtenLanguages = ['ko', 'en', 'ja'] as const;
export type WrittenLanguage = (typeof writtenLanguages)[number];

export const isLanguage = (text: string): text is WrittenLanguage =>
  (writtenLanguages as readonly string[]).includes(text);

/** The language of a locale such as `ja-JP`; English for those that nobody here writes. */
export function languageOfLocale(locale: string): WrittenLanguage {
  return known(locale) ?? 'en';
}

const MOST_RANGES = 20;

/** The first language of ours that a browser asks for (RFC 9110, 12.5.4), or null when it names none. */
export function languageAskedFor(acceptLanguage: string | undefined): WrittenLanguage | null {
  const ranges = (acceptLanguage ?? '').slice(0, 1_000).split(',').slice(0, MOST_RANGES).map(parseRange);
  const wanted = ranges.filter((range) => range.weight > 0).sort((one, other) => other.weight - one.weight);
  for (const range of wanted) {
    const language = known(range.tag);
    if (language) return language;
  }
  return null;
}

function parseRange(range: string): { tag: string; weight: number } {
  const [tag = '', ...parameters] = range.split(';').map((part) => part.trim());
  const weight = parameters.find((parameter) => parameter.startsWith('q='));
  return { tag, weight: weight === undefined ? 1 : Number(weight.slice(2)) || 0 };
}

function known(tag: string): WrittenLanguage | undefined {
  const primary = tag.toLowerCase().split(/[-_]/)[0];
  return writtenLanguages.find((language) => language === primary);
}

/** A shop has a Korean name, and one for everybody else. */
export const shopNameIn = (language: WrittenLanguage, shop: { name: string; nameEn: string }): string =>
  language === 'ko' ? shop.name : shop.nameEn;
