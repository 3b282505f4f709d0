import type { WrittenLanguage } from '../../wording/written/language.ts';
import { type Html, html } from '../html.ts';

export interface FetchingWords {
  list: Html;
  none: Html;
  noneMore: Html;
  offerButton: (shop: string, offer: string) => string;
  takenButton: (label: string) => string;
  at: (shops: string) => Html;
  leastSpend: (amount: string) => Html;
  validFrom: (day: string) => Html;
  validUntil: (day: string) => Html;
  /** Until when it can be used, and until when it can be taken, which is mostly the same. */
  untilAndDeadline: (until: string, deadline: string) => Html;
  validDays: (days: number) => Html;
  left: (left: number) => Html;
  leftMany: Html;
  strict: Html;
  untracked: Html;
  fetchButton: string;
  showButton: string;
  fetched: Html;
  alreadyYours: Html;
  askPin: Html;
  notOnOffer: Html;
  deadlinePassed: (moment: string) => Html;
  noneLeft: Html;
  askInstead: string;
}

export const fetching: Record<WrittenLanguage, FetchingWords> = {
  ko: {
    list: html`<b>받을 수 있는 쿠폰</b>`,
    none: html`지금 받을 수 있는 쿠폰이 없어요. 원하는 매장에 요청해 보세요.`,
    noneMore: html`더는 없어요.`,
    offerButton: (shop, offer) => `${shop} · ${offer}`,
    takenButton: (label) => `✓ 받음 · ${label}`,
    at: (shops) => html`🏪 ${shops}`,
    leastSpend: (amount) => html`${amount} 이상 쓸 때`,
    validFrom: (day) => html`${day}부터 쓸 수 있어요`,
    validUntil: (day) => html`⏳ ${day}까지`,
    untilAndDeadline: (until, deadline) =>
      until === deadline
        ? html`⏳ ${until}까지 받아서 쓸 수 있어요`
        : html`⏳ ${deadline}까지 받고, ${until}까지 쓸 수 있어요`,
    validDays: (days) => html`받은 날부터 ${days}일 동안`,
    left: (left) => html`📦 ${left}장 남았어요`,
    leftMany: html`📦 수량 제한 없음`,
    strict: html`🔒 받을 때와 쓸 때 PIN이 필요해요`,
    untracked: html`누구나 보여 주기만 하면 돼요`,
    fetchButton: '🎟 받기',
    showButton: '🎟 쿠폰 보기',
    fetched: html`쿠폰을 받았어요. 지갑에 넣어 뒀어요.`,
    alreadyYours: html`이미 받으신 쿠폰이에요.`,
    askPin: html`이 쿠폰은 본인 확인이 필요해요. PIN을 써 주세요. 읽은 뒤 대화에서 바로 지워요.`,
    notOnOffer: html`지금은 받을 수 없는 쿠폰이에요.`,
    deadlinePassed: (moment) => html`받을 수 있는 때가 지났어요 (${moment}까지).`,
    noneLeft: html`아쉽지만 다 나갔어요.`,
    askInstead: '🙋 매장에 요청하기',
  },
  en: {
    list: html`<b>Coupons to take</b>`,
    none: html`There are no coupons to take now. Ask a shop for the one you want.`,
    noneMore: html`There are no more.`,
    offerButton: (shop, offer) => `${shop} · ${offer}`,
    takenButton: (label) => `✓ yours · ${label}`,
    at: (shops) => html`🏪 ${shops}`,
    leastSpend: (amount) => html`when you spend ${amount} or more`,
    validFrom: (day) => html`valid from ${day}`,
    validUntil: (day) => html`⏳ until ${day}`,
    untilAndDeadline: (until, deadline) =>
      until === deadline
        ? html`⏳ take it and use it until ${until}`
        : html`⏳ take it until ${deadline}, use it until ${until}`,
    validDays: (days) => html`for ${days} ${days === 1 ? 'day' : 'days'} once you take it`,
    left: (left) => html`📦 ${left} left`,
    leftMany: html`📦 as many as anyone wants`,
    strict: html`🔒 needs your PIN when you take it and when you use it`,
    untracked: html`just show it, whoever you are`,
    fetchButton: '🎟 Take it',
    showButton: '🎟 Show the coupon',
    fetched: html`The coupon is yours, and in your wallet.`,
    alreadyYours: html`You have this coupon already.`,
    askPin: html`This coupon needs your PIN. Please type it; I take it out of the chat once I have read it.`,
    notOnOffer: html`This coupon cannot be taken now.`,
    deadlinePassed: (moment) => html`It could be taken until ${moment}.`,
    noneLeft: html`Sorry, they are all gone.`,
    askInstead: '🙋 Ask the shop for one',
  },
  ja: {
    list: html`<b>もらえるクーポン</b>`,
    none: html`今もらえるクーポンはありません。ほしいお店にリクエストしてみませんか。`,
    noneMore: html`これで全部です。`,
    offerButton: (shop, offer) => `${shop} · ${offer}`,
    takenButton: (label) => `✓ 受取済み · ${label}`,
    at: (shops) => html`🏪 ${shops}`,
    leastSpend: (amount) => html`${amount}以上のご利用で`,
    validFrom: (day) => html`${day}から使えます`,
    validUntil: (day) => html`⏳ ${day}まで`,
    untilAndDeadline: (until, deadline) =>
      until === deadline
        ? html`⏳ 受け取りと利用は${until}まで`
        : html`⏳ 受け取りは${deadline}まで、利用は${until}まで`,
    validDays: (days) => html`受け取った日から${days}日間`,
    left: (left) => html`📦 残り${left}枚`,
    leftMany: html`📦 枚数制限なし`,
    strict: html`🔒 受け取りと利用にPINが必要です`,
    untracked: html`どなたでも、見せるだけで使えます`,
    fetchButton: '🎟 受け取る',
    showButton: '🎟 クーポンを見る',
    fetched: html`クーポンを受け取りました。ウォレットに入っています。`,
    alreadyYours: html`このクーポンはもうお持ちです。`,
    askPin: html`このクーポンは本人確認が必要です。PINを入力してください。確認後、トークからすぐに消します。`,
    notOnOffer: html`このクーポンは今は受け取れません。`,
    deadlinePassed: (moment) => html`受け取り期限を過ぎました（${moment}まで）。`,
    noneLeft: html`申し訳ありません。すべてなくなりました。`,
    askInstead: '🙋 お店にリクエスト',
  },
};
