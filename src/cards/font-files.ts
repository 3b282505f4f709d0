import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';

const names = {
  regular: 'Pretendard-Regular',
  bold: 'Pretendard-Bold',
  kanji: 'NotoSansJP-Regular',
  boldKanji: 'NotoSansJP-Bold',
  emoji: 'NotoEmoji-SemiBold',
  hebrew: 'NotoSansHebrew-Regular',
  arabic: 'NotoSansArabic-Regular',
} as const;

type FontFiles = Record<keyof typeof names, string>;

/** The fonts under `<assetsDir>/fonts`. Throws when one is missing, so that the start fails and not the first card. */
export function fontFiles(assetsDir: string): FontFiles {
  const files = Object.entries(names).map(([use, name]) => [use, join(assetsDir, 'fonts', `${name}.ttf`)]);
  for (const [, file = ''] of files) accessSync(file, constants.R_OK);
  return Object.fromEntries(files) as FontFiles;
}
