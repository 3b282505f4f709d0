import { nationalGroups } from '../../core/phone.ts';
import type { SpokenLanguage } from './utterance.ts';

const korean = ['공', '일', '이', '삼', '사', '오', '육', '칠', '팔', '구'];

/** Digit by digit: 사이사이; 4 2 4 2. */
export function spokenDigits(digits: string, language: SpokenLanguage): string {
  const each = [...digits].filter((digit) => /\d/.test(digit));
  return language === 'ko' ? each.map((digit) => korean[Number(digit)]).join('') : each.join(' ');
}

/** By the groups in which it is dialled at home: 공일공, 삼공공공, 공공공일. */
export const spokenPhone = (phone: string, language: SpokenLanguage): string =>
  nationalGroups(phone)
    .map((group) => spokenDigits(group, language))
    .join(', ');
