import type { WrittenLanguage } from '../../wording/written/language.ts';

const names: Record<WrittenLanguage, Record<string, string>> = {
  ko: {
    retail: '🛍 가게',
    restaurant: '🍲 음식점',
    cafe: '☕ 카페',
    beauty: '💇 미용',
    'car-rental': '🚗 렌터카',
    lodging: '🛏 숙박',
    sights: '🗺 관광지',
    culture: '🎭 문화',
    other: '✨ 그 밖에',
  },
  en: {
    retail: '🛍 Shops',
    restaurant: '🍲 Restaurants',
    cafe: '☕ Cafés',
    beauty: '💇 Beauty',
    'car-rental': '🚗 Car rental',
    lodging: '🛏 Lodging',
    sights: '🗺 Sights',
    culture: '🎭 Culture',
    other: '✨ Others',
  },
  ja: {
    retail: '🛍 お店',
    restaurant: '🍲 飲食店',
    cafe: '☕ カフェ',
    beauty: '💇 美容',
    'car-rental': '🚗 レンタカー',
    lodging: '🛏 宿泊',
    sights: '🗺 観光',
    culture: '🎭 文化',
    other: '✨ その他',
  },
};

/** A trade that nobody has named yet is among the others. */
export const tradeName = (trade: string, language: WrittenLanguage): string =>
  names[language][trade] ?? names[language].other ?? trade;
