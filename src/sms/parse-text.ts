import type { Answer } from '../core/gifts/answer.ts';

export type ReceivedText = Answer | { kind: 'opt-out' } | { kind: 'opt-in' };

/** A text has at most 1,600 characters (https://www.twilio.com/docs/api/errors/21617). */
const MOST_LOOKED_AT = 1_600;

/** Carriers' words (https://help.twilio.com/articles/223134027), and what people write in Korea and Japan. */
const optOutWords = new Set([
  ...['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'OPTOUT', 'REVOKE'],
  ...['수신거부', '무료수신거부', '配信停止', '停止'],
]);
/** Not YES: without the carrier's word that it meant START, it is somebody's answer to a gift. */
const optInWords = new Set(['START', 'UNSTOP', '수신동의', '配信再開']);
const helpWords = new Set(['HELP', 'INFO', '도움말', '도움', 'ヘルプ']);

const giftWords = ['gift', '선물', '번', 'ギフト', '番'];
const pinWords = new Set([...giftWords, 'pin', '핀', '핀번호', '비밀번호', '비번', '번호', '暗証番号', '番号']);
const refusalWords = new Set([...giftWords, '거절', '사양', 'decline', 'refuse', '辞退']);

/** What a recipient wrote. Never throws, whatever it is. `optOutType`: what the carrier took it for (OptOutType). */
export function parseText(body: string, optOutType?: string): ReceivedText {
  const said = kindOf(optOutType?.toUpperCase() ?? '');
  if (said) return said;
  // Cut short, 2580 could read as 2: a longer text changes nothing.
  if (body.length > MOST_LOOKED_AT) {
    return { kind: 'unclear', digits: /\d/.test(body.slice(0, MOST_LOOKED_AT)), gift: null };
  }
  const text = tidy(body);
  const alone = text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
  return kindOf(alone) ?? parseAnswer(text);
}

function kindOf(word: string): ReceivedText | null {
  if (optOutWords.has(word)) return { kind: 'opt-out' };
  if (optInWords.has(word)) return { kind: 'opt-in' };
  return helpWords.has(word) ? { kind: 'help' } : null;
}

/** Full-width and circled digits become plain ones, keycap emoji lose their caps. */
function tidy(body: string): string {
  return body.normalize('NFKC').replace(/[\p{Mn}\p{Me}\p{Cf}]/gu, '');
}

function parseAnswer(text: string): Answer {
  const groups = digitGroups(text);
  const words = (text.match(/\p{L}+/gu) ?? []).map((word) => word.toLowerCase());
  const answer = groups.length <= 2 ? answerOf(groups) : null;
  const allowed = answer?.kind === 'pin' ? pinWords : refusalWords;
  if (answer && words.every((word) => allowed.has(word))) return answer;
  // Digits that would have been an answer are none beside words that say who knows what.
  return {
    kind: 'unclear',
    digits: groups.length > 0 && !answer,
    gift: groups.length === 2 ? giftOf(groups[0]) : null,
  };
}

/** The runs of digits; a PIN typed digit by digit ("2 5 8 0", "2.5.8.0") is one run. */
function digitGroups(text: string): string[] {
  const groups = text.match(/[0-9]+/g) ?? [];
  const apart = groups.length >= 4 && groups.length <= 6 && groups.every((group) => group.length === 1);
  return apart ? [groups.join('')] : groups;
}

function answerOf([first, second]: string[]): Answer | null {
  if (first === undefined) return null;
  if (second === undefined) return meaning(first, null);
  const gift = giftOf(first);
  return gift === null ? null : meaning(second, gift);
}

/** Gifts count from 11 for each recipient, so a longer run in front is no gift but perhaps half a telephone number. */
const giftOf = (digits = ''): number | null => (/^[1-9]\d{0,2}$/.test(digits) ? Number(digits) : null);

function meaning(digits: string, gift: number | null): Answer | null {
  if (digits === '0') return { kind: 'help' };
  if (digits === '2') return { kind: 'refuse', gift };
  return /^\d{4,6}$/.test(digits) ? { kind: 'pin', pin: digits, gift } : null;
}
