import type { VoucherState } from '../../core/coupons/voucher.ts';
import type { CertificateInHand } from '../../operations/certificates/certificate-operations.ts';
import type { WrittenLanguage } from '../../wording/written/language.ts';
import { type Html, html } from '../html.ts';

export interface WalletWords {
  title: Html;
  past: Html;
  empty: Html;
  emptyPast: Html;
  certificates: Html;
  coupons: Html;
  certificateLine: (shop: string, balance: string, state: string) => Html;
  couponLine: (shop: string, offer: string, state: string) => Html;
  certificateButton: (shop: string, balance: string) => string;
  pastButton: string;
  pageButton: string;
  gone: Html;
  until: (day: string) => string;
  between: (from: string, until: string) => string;
  leftOf: (amount: string) => string;
  couponStates: Record<VoucherState, string>;
  certificateStates: Record<CertificateInHand['state'], string>;
  certificate: (shop: string, issued: string) => Html;
  balance: (amount: string) => Html;
  number: (digits: string) => Html;
  serial: (digits: string) => Html;
  from: (buyer: string) => Html;
  greeting: Html;
  used: (moment: string, shop: string, amount: string) => Html;
  rolledBack: string;
  /** Of a coupon whose holder's PIN is asked for at the till. */
  pinAsked: Html;
  noPinYet: Html;
  showIt: Html;
  /** Of a certificate, which its holder's PIN opens. */
  showItWithPin: Html;
}

export const wallet: Record<WrittenLanguage, WalletWords> = {
  ko: {
    title: html`<b>내 지갑</b>`,
    past: html`<b>지난 쿠폰과 상품권</b>`,
    empty: html`지금 쓸 수 있는 쿠폰이나 상품권이 없어요.`,
    emptyPast: html`지난 것이 없어요.`,
    certificates: html`💳 <b>상품권</b>`,
    coupons: html`🎟 <b>쿠폰</b>`,
    certificateLine: (shop, balance, state) => html`• ${shop} ${balance} — ${state}`,
    couponLine: (shop, offer, state) => html`• ${shop} ${offer} — ${state}`,
    certificateButton: (shop, balance) => `💳 ${shop} ${balance}`,
    pastButton: '지난 것 보기',
    pageButton: '🖨 크게 보기·인쇄',
    gone: html`지금은 볼 수 없어요.`,
    until: (day) => `${day}까지`,
    between: (from, until) => `${from}부터 ${until}까지`,
    leftOf: (amount) => `💰 ${amount} 남았어요`,
    couponStates: { active: '쓸 수 있어요', used: '썼어요', expired: '기한 지남', withdrawn: '매장에서 회수' },
    certificateStates: { active: '쓸 수 있어요', redeemed: '다 썼어요', expired: '기한 지남', cancelled: '돌려보냄' },
    certificate: (shop, issued) => html`<b>${shop}</b> 상품권 ${issued}`,
    balance: (amount) => html`남은 금액 <b>${amount}</b>`,
    number: (digits) => html`번호 <code>${digits}</code>`,
    serial: (digits) => html`쿠폰 번호 <code>${digits}</code>`,
    from: (buyer) => html`${buyer} 님이 보낸 선물`,
    greeting: html`🔊 축하 말씀이 있어요. 크게 보기에서 들을 수 있어요.`,
    used: (moment, shop, amount) => html`• ${moment} ${shop} ${amount}`,
    rolledBack: '(사용 취소)',
    pinAsked: html`🔒 매장에서 쓰실 때 PIN을 눌러 주세요.`,
    noPinYet: html`아직 PIN이 없어요. 아래 버튼으로 먼저 만들어 주세요.`,
    showIt: html`계산대에서 이 화면을 보여 주세요.`,
    showItWithPin: html`계산대에서 이 화면을 보여 주고, 정하신 PIN을 눌러 주세요.`,
  },
  en: {
    title: html`<b>My wallet</b>`,
    past: html`<b>Past coupons and certificates</b>`,
    empty: html`There is nothing to use just now.`,
    emptyPast: html`There is nothing past.`,
    certificates: html`💳 <b>Gift certificates</b>`,
    coupons: html`🎟 <b>Coupons</b>`,
    certificateLine: (shop, balance, state) => html`• ${shop} ${balance} — ${state}`,
    couponLine: (shop, offer, state) => html`• ${shop} ${offer} — ${state}`,
    certificateButton: (shop, balance) => `💳 ${shop} ${balance}`,
    pastButton: 'Show past ones',
    pageButton: '🖨 Large, or to print',
    gone: html`This cannot be shown now.`,
    until: (day) => `until ${day}`,
    between: (from, until) => `from ${from} until ${until}`,
    leftOf: (amount) => `💰 ${amount} left`,
    couponStates: { active: 'can be used', used: 'used', expired: 'expired', withdrawn: 'withdrawn by the shop' },
    certificateStates: { active: 'can be used', redeemed: 'used up', expired: 'expired', cancelled: 'given back' },
    certificate: (shop, issued) => html`<b>${shop}</b>, gift certificate of ${issued}`,
    balance: (amount) => html`Left on it: <b>${amount}</b>`,
    number: (digits) => html`Number <code>${digits}</code>`,
    serial: (digits) => html`Coupon number <code>${digits}</code>`,
    from: (buyer) => html`A gift from ${buyer}`,
    greeting: html`🔊 It comes with spoken words: hear them on the large page.`,
    used: (moment, shop, amount) => html`• ${moment} ${shop} ${amount}`,
    rolledBack: '(taken back)',
    pinAsked: html`🔒 You key in your PIN at the shop.`,
    noPinYet: html`You have no PIN yet: make one first, by the button below.`,
    showIt: html`Show this at the till.`,
    showItWithPin: html`Show this at the till and key in the PIN that you chose.`,
  },
  ja: {
    title: html`<b>マイウォレット</b>`,
    past: html`<b>過去のクーポンと商品券</b>`,
    empty: html`今使えるクーポンや商品券はありません。`,
    emptyPast: html`過去のものはありません。`,
    certificates: html`💳 <b>商品券</b>`,
    coupons: html`🎟 <b>クーポン</b>`,
    certificateLine: (shop, balance, state) => html`• ${shop} ${balance} — ${state}`,
    couponLine: (shop, offer, state) => html`• ${shop} ${offer} — ${state}`,
    certificateButton: (shop, balance) => `💳 ${shop} ${balance}`,
    pastButton: '過去のものを見る',
    pageButton: '🖨 大きく表示・印刷',
    gone: html`今は表示できません。`,
    until: (day) => `${day}まで`,
    between: (from, until) => `${from}から${until}まで`,
    leftOf: (amount) => `💰 残り${amount}`,
    couponStates: { active: '使えます', used: '使用済み', expired: '期限切れ', withdrawn: 'お店が取り消しました' },
    certificateStates: { active: '使えます', redeemed: '残高なし', expired: '期限切れ', cancelled: '返却済み' },
    certificate: (shop, issued) => html`<b>${shop}</b> 商品券 ${issued}`,
    balance: (amount) => html`残高 <b>${amount}</b>`,
    number: (digits) => html`番号 <code>${digits}</code>`,
    serial: (digits) => html`クーポン番号 <code>${digits}</code>`,
    from: (buyer) => html`${buyer}さんからのギフト`,
    greeting: html`🔊 お祝いの声が届いています。「大きく表示」で聞けます。`,
    used: (moment, shop, amount) => html`• ${moment} ${shop} ${amount}`,
    rolledBack: '（利用取り消し）',
    pinAsked: html`🔒 お店ではPINを押していただきます。`,
    noPinYet: html`PINがまだありません。先に下のボタンでお決めください。`,
    showIt: html`レジでこの画面を見せてください。`,
    showItWithPin: html`レジでこの画面を見せ、お決めになったPINを押してください。`,
  },
};
