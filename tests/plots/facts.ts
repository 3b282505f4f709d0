import type { CampaignFacts, DemandFacts, OwnHistoryFacts } from '../../src/core/coupons/plot-facts.ts';

const day = (date: number) => `2026-11-${String(date).padStart(2, '0')}`;
const span = { from: day(1), until: day(21) };
const shopNames = { name: '북촌식당', nameEn: 'Bukchon Table' };

export const demand: DemandFacts = {
  shopNames,
  currency: 'KRW',
  asked: 12,
  threshold: 20,
  wants: [
    { want: { kind: 'percentage', fromPercent: 10, toPercent: 19 }, people: 5 },
    { want: { kind: 'percentage', fromPercent: 20, toPercent: 20 }, people: 3 },
    { want: { kind: 'amount', fromMinor: 5_000n, toMinor: 9_999n }, people: 2 },
    { want: { kind: 'amount', fromMinor: 10_000n, toMinor: null }, people: 1 },
    { want: { kind: 'gift-item', item: '계절 디저트와 아메리카노 한 잔' }, people: 1 },
  ],
  span,
  days: [1, 2, 2, 4, 7, 7, 7, 12, 15, 15, 20, 21].map((date) => ({ day: day(date), people: 1 })),
};

export const campaign: CampaignFacts = {
  shopNames,
  title: '스무 분이 모이셨습니다 20% 할인',
  span,
  days: Array.from({ length: 21 }, (_, at) => ({ day: day(at + 1), fetched: ((at * 7) % 13) + 2, used: (at * 5) % 8 })),
  hours: [11, 12, 18, 19].flatMap((hour) =>
    [1, 5, 6].map((weekday) => ({ weekday, hour, used: (weekday * hour) % 7 })),
  ),
  shops: [
    { names: { name: '북촌식당 본점', nameEn: 'Bukchon Main' }, used: 41 },
    { names: { name: '북촌식당 서촌점', nameEn: 'Bukchon Seochon' }, used: 17 },
    { names: { name: '북촌식당 성수점', nameEn: 'Bukchon Seongsu' }, used: 1 },
  ],
  customers: [
    { kind: 'asked', used: 30 },
    { kind: 'newcomer', used: 18 },
    { kind: 'returning', used: 9 },
    { kind: 'unknown', used: 2 },
  ],
};

export const own: OwnHistoryFacts = {
  months: Array.from({ length: 12 }, (_, at) => ({
    month: `2026-${String(at + 1).padStart(2, '0')}`,
    asked: (at * 3) % 5,
    got: (at * 2) % 4,
    used: at % 3,
  })),
  trades: [
    { trade: 'restaurant', used: 8 },
    { trade: 'lodging', used: 3 },
    { trade: 'sights', used: 1 },
  ],
};
