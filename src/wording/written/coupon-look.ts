import type { Motif, Theme } from '../../core/coupons/look.ts';
import type { WrittenLanguage } from './language.ts';

interface LookNames {
  themes: Record<Theme, string>;
  motifs: Record<Motif, string>;
}

/** What the coupon maker calls the colours and motifs that a shop chooses from. */
export const lookNames: Record<WrittenLanguage, LookNames> = {
  ko: {
    themes: { pine: '솔', persimmon: '감', indigo: '쪽빛', plum: '자두', citron: '유자', charcoal: '먹' },
    motifs: {
      gift: '선물',
      coffee: '커피',
      meal: '식사',
      cake: '케이크',
      beer: '맥주',
      music: '음악',
      ticket: '티켓',
      flower: '꽃',
      shopping: '쇼핑',
      car: '자동차',
      bed: '숙박',
      plane: '비행기',
      train: '기차',
      heart: '하트',
    },
  },
  en: {
    themes: {
      pine: 'Pine',
      persimmon: 'Persimmon',
      indigo: 'Indigo',
      plum: 'Plum',
      citron: 'Citron',
      charcoal: 'Charcoal',
    },
    motifs: {
      gift: 'Gift',
      coffee: 'Coffee',
      meal: 'Meal',
      cake: 'Cake',
      beer: 'Beer',
      music: 'Music',
      ticket: 'Ticket',
      flower: 'Flower',
      shopping: 'Shopping',
      car: 'Car',
      bed: 'Stay',
      plane: 'Plane',
      train: 'Train',
      heart: 'Heart',
    },
  },
  ja: {
    themes: { pine: '松', persimmon: '柿', indigo: '藍', plum: 'すもも', citron: 'ゆず', charcoal: '墨' },
    motifs: {
      gift: 'ギフト',
      coffee: 'コーヒー',
      meal: '食事',
      cake: 'ケーキ',
      beer: 'ビール',
      music: '音楽',
      ticket: 'チケット',
      flower: '花',
      shopping: '買い物',
      car: '車',
      bed: '宿泊',
      plane: '飛行機',
      train: '列車',
      heart: 'ハート',
    },
  },
};
