import type { Trade } from '../../core/shops/trades.ts';
import type { WrittenLanguage } from './language.ts';

/** RC-02. What shops are classified by, as a shopper says it. */
export const tradeNames: Record<WrittenLanguage, Record<Trade, string>> = {
  ko: {
    retail: '쇼핑',
    restaurant: '음식점',
    cafe: '카페',
    beauty: '미용',
    'car-rental': '렌터카',
    lodging: '숙박',
    sights: '관광지',
    culture: '문화·공연',
    other: '그 밖',
  },
  en: {
    retail: 'Shopping',
    restaurant: 'Restaurants',
    cafe: 'Cafés',
    beauty: 'Beauty',
    'car-rental': 'Car rental',
    lodging: 'Places to stay',
    sights: 'Sights',
    culture: 'Culture',
    other: 'Others',
  },
  ja: {
    retail: 'ショッピング',
    restaurant: '飲食店',
    cafe: 'カフェ',
    beauty: '美容',
    'car-rental': 'レンタカー',
    lodging: '宿泊',
    sights: '観光',
    culture: '文化・公演',
    other: 'その他',
  },
};
