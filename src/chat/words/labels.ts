import type { WrittenLanguage } from '../../wording/written/language.ts';

/** Buttons that stand on many screens; typing what one says does the same as pressing it. */
export interface Labels {
  home: string;
  shops: string;
  search: string;
  offers: string;
  wallet: string;
  gifts: string;
  buy: string;
  requests: string;
  history: string;
  settings: string;
  language: string;
  signUp: string;
  ownShops: string;
  cancel: string;
  help: string;
}

export const labels: Record<WrittenLanguage, Labels> = {
  ko: {
    home: '🏠 처음으로',
    shops: '🏪 매장 둘러보기',
    search: '🔎 매장 찾기',
    offers: '🎟 받을 수 있는 쿠폰',
    wallet: '👛 내 지갑',
    gifts: '🎁 받은 선물',
    buy: '💝 상품권 선물하기',
    requests: '📝 내 요청',
    history: '📊 내 기록',
    settings: '⚙️ 설정',
    language: '🌐 언어',
    signUp: '✍️ 가입하기',
    ownShops: '🧾 내 매장',
    cancel: '그만두기',
    help: '❓ 도움말',
  },
  en: {
    home: '🏠 Start',
    shops: '🏪 Browse shops',
    search: '🔎 Find a shop',
    offers: '🎟 Coupons to take',
    wallet: '👛 My wallet',
    gifts: '🎁 Gifts for me',
    buy: '💝 Send a certificate',
    requests: '📝 My requests',
    history: '📊 My history',
    settings: '⚙️ Settings',
    language: '🌐 Language',
    signUp: '✍️ Sign up',
    ownShops: '🧾 My shops',
    cancel: 'Stop',
    help: '❓ Help',
  },
  ja: {
    home: '🏠 はじめに戻る',
    shops: '🏪 お店を見る',
    search: '🔎 お店を探す',
    offers: '🎟 もらえるクーポン',
    wallet: '👛 マイウォレット',
    gifts: '🎁 届いたギフト',
    buy: '💝 商品券を贈る',
    requests: '📝 リクエスト一覧',
    history: '📊 利用の記録',
    settings: '⚙️ 設定',
    language: '🌐 言語',
    signUp: '✍️ 登録する',
    ownShops: '🧾 自分のお店',
    cancel: 'やめる',
    help: '❓ 使い方',
  },
};
