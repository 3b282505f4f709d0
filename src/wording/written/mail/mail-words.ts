import type { MessageFacts } from '../../../core/messages/message-facts.ts';
import type { WrittenLanguage } from '../language.ts';
import { penFor, type Reader, wordMessage } from '../messages.ts';
import type { MailKind, Subjects } from './subjects.ts';
import { subjectsInEnglish } from './subjects-in-english.ts';
import { subjectsInJapanese } from './subjects-in-japanese.ts';
import { subjectsInKorean } from './subjects-in-korean.ts';

const subjects: Record<WrittenLanguage, Subjects> = {
  ko: subjectsInKorean,
  en: subjectsInEnglish,
  ja: subjectsInJapanese,
};

/** What stands around every mail. */
interface Frame {
  brand: string;
  /** On the button to the linked page, where the letter does not name it. */
  open: string;
  /** Why there is a mail at all. */
  why: string;
  stop: string;
  picture: string;
}

const frames: Record<WrittenLanguage, Frame> = {
  ko: {
    brand: '기프트라인',
    open: '열어 보기',
    why: '기프트라인에서 이 주소로 보낸 소식입니다.',
    stop: '메일 그만 받기',
    picture: '아래 글과 같은 내용의 그림',
  },
  en: {
    brand: 'Giftline',
    open: 'Open',
    why: 'Giftline sent this news to this address.',
    stop: 'No more mail',
    picture: 'A picture of what is written below',
  },
  ja: {
    brand: 'ギフトライン',
    open: '開く',
    why: 'ギフトラインからこのアドレスへのお知らせです。',
    stop: 'メールの配信を停止する',
    picture: '下の文と同じ内容の画像',
  },
};

/** A part of a letter: words, or the way to a page with a name for it. */
export type MailLine = { kind: 'words'; words: string } | { kind: 'link'; label: string; url: string };

export interface MailWords extends Frame {
  language: WrittenLanguage;
  subject: string;
  lines: MailLine[];
}

/** The mail that tells of these facts. Throws for what does not go by mail. */
export function wordMail(facts: MessageFacts, reader: Reader): MailWords {
  const { language, link } = reader;
  if (!Object.hasOwn(subjects[language], facts.kind)) throw new RangeError(`a ${facts.kind} does not go by mail`);
  // TypeScript cannot see that this subject and these facts belong together.
  const subject = subjects[language][facts.kind as MailKind] as (facts: MessageFacts, pen: unknown) => string;
  const frame = frames[language];
  // What names the link in the line above becomes the name of its button.
  const letter = withoutSender(wordMessage(facts, reader)).replace(/(?<=[:：])\n(?=https?:)/, ' ');
  const lines = letter.split('\n').map((line) => lineOf(line, link, frame.open));
  return { ...frame, language, subject: subject(facts, penFor(reader)), lines };
}

/** A text begins with who sends it; a mail says so elsewhere, and then its first word begins a sentence. */
const withoutSender = (letter: string): string =>
  letter
    .replace(/^(\[기프트라인\]|Giftline:|\[ギフトライン\])\s*/, '')
    .replace(/^\p{Ll}/u, (first) => first.toUpperCase());

function lineOf(line: string, link: string, open: string): MailLine {
  if (link === '' || !line.includes(link)) return { kind: 'words', words: line };
  const label = line.replace(link, '').replace(/[:：\s]+$/, '');
  return { kind: 'link', label: label === '' ? open : label, url: link };
}
