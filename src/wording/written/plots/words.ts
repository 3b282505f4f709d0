import type { CustomerKind } from '../../../core/coupons/plot-facts.ts';
import type { WrittenLanguage } from '../language.ts';

/** How much time one column stands for. */
export type Step = 'day' | 'week' | 'month';

/** Counts come with their thousands set off: 1,200. */
export interface PlotWords {
  people(count: string, plural: boolean): string;
  times(count: string, plural: boolean): string;
  /** So many more, in one line. */
  others(kinds: number): string;
  percentBand(from: number, to: number): string;
  amountBand(from: string, to: string): string;
  amountOrMore(from: string): string;
  /** A label with what was counted of it, within a sentence. */
  pair(label: string, count: string): string;
  /** Ends a statement in a description. */
  stop: string;
  comma: string;
  weekdays: string[];
  hour(hour: number): string;
  customers: Record<CustomerKind, string>;
  demand: {
    title(shop: string): string;
    progress: string;
    waiting(threshold: string): string;
    reached(threshold: string): string;
    of(asked: string, threshold: string): string;
    said(asked: string, threshold: string): string;
    wants: string;
    over: Record<Step, string>;
    noWants: string;
    none: string;
  };
  campaign: {
    over: Record<Step, string>;
    got: string;
    used: string;
    said(got: string, used: string): string;
    saidUsed(used: string): string;
    share(percent: number): string;
    week: string;
    peak(weekday: string, hour: string, times: string): string;
    shops: string;
    customers: string;
    noneGot: string;
    noneUsed: string;
  };
  own: {
    title: string;
    months: string;
    asked: string;
    got: string;
    used: string;
    said(asked: string, got: string, used: string): string;
    fits: string;
    none: string;
    noneUsed: string;
  };
}

export const plotWords: Record<WrittenLanguage, PlotWords> = {
  ko: {
    people: (count) => `${count}명`,
    times: (count) => `${count}번`,
    others: (kinds) => `그 밖에 ${kinds}가지`,
    percentBand: (from, to) => `${from}–${to}% 할인`,
    amountBand: (from, to) => `${from}–${to} 할인`,
    amountOrMore: (from) => `${from} 이상 할인`,
    pair: (label, count) => `${label} ${count}`,
    stop: '. ',
    comma: ', ',
    weekdays: ['월', '화', '수', '목', '금', '토', '일'],
    hour: (hour) => `${hour}시`,
    customers: {
      asked: '쿠폰을 요청했던 분',
      newcomer: '처음 오신 분',
      returning: '다시 오신 분',
      unknown: '알 수 없음',
    },
    demand: {
      title: (shop) => `${shop}에 모인 쿠폰 요청`,
      progress: '요청한 분',
      waiting: (threshold) =>
        threshold === '1' ? '한 분이라도 요청하면 알려 드립니다' : `${threshold}명이 모이면 알려 드립니다`,
      reached: (threshold) => `기준 ${threshold}명을 채웠습니다`,
      of: (asked, threshold) => `${asked} / ${threshold}명`,
      said: (asked, threshold) => `${asked}명이 요청했고 알림 기준은 ${threshold}명입니다`,
      wants: '무엇을 원하나요',
      over: { day: '날짜별 요청', week: '주별 요청', month: '월별 요청' },
      noWants: '아직 요청이 없습니다.',
      none: '이 기간에는 요청이 없습니다.',
    },
    campaign: {
      over: { day: '날짜별 받기와 사용', week: '주별 받기와 사용', month: '월별 받기와 사용' },
      got: '받음',
      used: '사용',
      said: (got, used) => `${got}장을 받아 갔고 ${used}장을 썼습니다`,
      saidUsed: (used) => `${used}번 썼습니다`,
      share: (percent) => `사용률 ${percent}%`,
      week: '언제 쓰나요',
      peak: (weekday, hour, times) => `${weekday}요일 ${hour}에 가장 많이 썼습니다(${times})`,
      shops: '어디서 쓰나요',
      customers: '누가 쓰나요',
      noneGot: '아직 받아 간 쿠폰이 없습니다.',
      noneUsed: '아직 사용된 쿠폰이 없습니다.',
    },
    own: {
      title: '내 쿠폰',
      months: '월별',
      asked: '요청',
      got: '받음',
      used: '사용',
      said: (asked, got, used) => `쿠폰을 ${asked}번 요청하고 ${got}장을 받아 ${used}장을 썼습니다`,
      fits: '자주 쓴 업종',
      none: '이 기간에는 요청하거나 받은 쿠폰이 없습니다.',
      noneUsed: '쿠폰을 쓰시면 여기에 나타납니다.',
    },
  },
  en: {
    people: (count, plural) => `${count} ${plural ? 'people' : 'person'}`,
    times: (count, plural) => `${count} ${plural ? 'uses' : 'use'}`,
    others: (kinds) => `${kinds} more`,
    percentBand: (from, to) => `${from}–${to}% off`,
    amountBand: (from, to) => `${from} to ${to} off`,
    amountOrMore: (from) => `${from} or more off`,
    pair: (label, count) => `${label}: ${count}`,
    stop: '. ',
    comma: '; ',
    weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    hour: (hour) => `${String(hour).padStart(2, '0')}:00`,
    customers: {
      asked: 'Had asked for it',
      newcomer: 'New to the shop',
      returning: 'Came back',
      unknown: 'Not known',
    },
    demand: {
      title: (shop) => `Coupon requests for ${shop}`,
      progress: 'Asking now',
      waiting: (threshold) =>
        threshold === '1' ? 'You hear from us as soon as anybody asks' : `You hear from us at ${threshold}`,
      reached: (threshold) => `Your threshold of ${threshold} is reached`,
      of: (asked, threshold) => `${asked} of ${threshold}`,
      said: (asked, threshold) => `${asked} asking; your threshold is ${threshold}`,
      wants: 'What they would like',
      over: { day: 'Requests by day', week: 'Requests by week', month: 'Requests by month' },
      noWants: 'Nobody is asking yet.',
      none: 'Nobody has asked in this time.',
    },
    campaign: {
      over: { day: 'Fetched and used by day', week: 'Fetched and used by week', month: 'Fetched and used by month' },
      got: 'Fetched',
      used: 'Used',
      said: (got, used) => `${got} fetched, ${used} used`,
      saidUsed: (used) => `used: ${used}`,
      share: (percent) => `${percent}% used`,
      week: 'When they are used',
      peak: (weekday, hour, times) => `Most on ${weekday} at ${hour} (${times})`,
      shops: 'Where they are used',
      customers: 'Who uses them',
      noneGot: 'No coupon has been fetched yet.',
      noneUsed: 'No coupon has been used yet.',
    },
    own: {
      title: 'Your coupons',
      months: 'Month by month',
      asked: 'Asked',
      got: 'Received',
      used: 'Used',
      said: (asked, got, used) => `${asked} asked for, ${got} received, ${used} used`,
      fits: 'Where you use them',
      none: 'You asked for no coupon and received none in this time.',
      noneUsed: 'This fills up as you use coupons.',
    },
  },
  ja: {
    people: (count) => `${count}人`,
    times: (count) => `${count}回`,
    others: (kinds) => `ほか${kinds}件`,
    percentBand: (from, to) => `${from}〜${to}%割引`,
    amountBand: (from, to) => `${from}〜${to}割引`,
    amountOrMore: (from) => `${from}以上の割引`,
    pair: (label, count) => `${label} ${count}`,
    stop: '。',
    comma: '、',
    weekdays: ['月', '火', '水', '木', '金', '土', '日'],
    hour: (hour) => `${hour}時`,
    customers: {
      asked: 'リクエストした方',
      newcomer: '初めての方',
      returning: '二度目以降の方',
      unknown: '不明',
    },
    demand: {
      title: (shop) => `${shop}へのクーポンのリクエスト`,
      progress: 'リクエストした方',
      waiting: (threshold) => (threshold === '1' ? 'お一人でもお知らせします' : `${threshold}人でお知らせします`),
      reached: (threshold) => `お知らせの${threshold}人に達しました`,
      of: (asked, threshold) => `${asked} / ${threshold}人`,
      said: (asked, threshold) => `リクエストは${asked}人、お知らせの基準は${threshold}人です`,
      wants: '求められている特典',
      over: { day: '日ごとのリクエスト', week: '週ごとのリクエスト', month: '月ごとのリクエスト' },
      noWants: 'まだリクエストはありません。',
      none: 'この期間のリクエストはありません。',
    },
    campaign: {
      over: { day: '日ごとの受取と利用', week: '週ごとの受取と利用', month: '月ごとの受取と利用' },
      got: '受取',
      used: '利用',
      said: (got, used) => `${got}枚が受け取られ、${used}枚が使われました`,
      saidUsed: (used) => `${used}回使われました`,
      share: (percent) => `利用率${percent}%`,
      week: '使われる曜日と時間',
      peak: (weekday, hour, times) => `最も多いのは${weekday}曜日の${hour}です（${times}）`,
      shops: '使われたお店',
      customers: '使った方',
      noneGot: 'まだ受け取られたクーポンはありません。',
      noneUsed: 'まだ使われたクーポンはありません。',
    },
    own: {
      title: 'あなたのクーポン',
      months: '月ごと',
      asked: 'リクエスト',
      got: '受取',
      used: '利用',
      said: (asked, got, used) => `リクエスト${asked}回、受取${got}枚、利用${used}枚`,
      fits: 'よく使う業種',
      none: 'この期間にリクエストや受け取ったクーポンはありません。',
      noneUsed: 'クーポンを使うとここに表示されます。',
    },
  },
};
