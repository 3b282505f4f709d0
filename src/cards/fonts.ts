import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Blob, Face, Font } from 'harfbuzzjs';
import { fontFiles } from './font-files.ts';

export type Language = 'ko' | 'en' | 'ja';
export type Weight = 'regular' | 'bold';

/** A font ready to shape and outline. `unitsPerEm` divides every length that HarfBuzz gives. */
export interface LoadedFont {
  name: string;
  font: Font;
  unitsPerEm: number;
  has(codePoint: number): boolean;
}

/** For each weight and language the fonts in the order in which they are asked for a character. */
export type Fonts = Record<Weight, Record<Language, LoadedFont[]>>;

async function open(file: string): Promise<LoadedFont> {
  const face = new Face(new Blob(await readFile(file)));
  const known = new Set(face.collectUnicodes());
  return {
    name: basename(file),
    font: new Font(face),
    unitsPerEm: face.upem,
    has: (codePoint) => known.has(codePoint),
  };
}

const opened = new Map<string, Promise<Fonts>>();

/** The fonts that travel with the project, opened once for all that draw. No font of the machine is ever asked. */
export function loadFonts(assetsDir: string): Promise<Fonts> {
  const known = opened.get(assetsDir);
  if (known) return known;
  const fonts = openAll(assetsDir);
  opened.set(assetsDir, fonts);
  // What failed is asked for anew; who waits for it hears of it all the same.
  fonts.catch(() => opened.delete(assetsDir));
  return fonts;
}

async function openAll(assetsDir: string): Promise<Fonts> {
  const files = fontFiles(assetsDir);
  const [regular, bold, kanji, boldKanji, emoji, hebrew, arabic] = await Promise.all([
    open(files.regular),
    open(files.bold),
    open(files.kanji),
    open(files.boldKanji),
    open(files.emoji),
    open(files.hebrew),
    open(files.arabic),
  ]);
  const others = [emoji, hebrew, arabic];
  // Japanese takes kana and kanji from one family; Korean and Latin look best in Pretendard.
  return {
    regular: {
      ko: [regular, kanji, ...others],
      en: [regular, kanji, ...others],
      ja: [kanji, regular, ...others],
    },
    bold: {
      ko: [bold, boldKanji, ...others],
      en: [bold, boldKanji, ...others],
      ja: [boldKanji, bold, ...others],
    },
  };
}
