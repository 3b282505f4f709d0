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

/** Opens the fonts that travel with the project. Nothing of the machine's own fonts is ever asked. */
export async function loadFonts(assetsDir: string): Promise<Fonts> {
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
