import type { WrittenLanguage } from '../../wording/written/language.ts';
import { type Html, html, lines } from '../html.ts';

export interface BrowsingWords {
  trades: Html;
  noShops: Html;
  tradeButton: (trade: string, shops: number) => string;
  shopsOf: (trade: string) => Html;
  askName: Html;
  found: (said: string) => Html;
  notFound: (said: string) => Html;
  digitsNotSearched: Html;
  wishButton: string;
  askWishName: Html;
  askWishPlace: (name: string) => Html;
  wished: (name: string) => Html;
  wishesSpent: (most: number) => Html;
  gone: Html;
  openUntil: (time: string) => string;
  opensAt: (time: string) => string;
  over: string;
  closedToday: string;
  openAllDay: string;
  asking: (asking: number, threshold: number) => Html;
  nobodyAsks: Html;
  wanted: (want: string, count: number) => Html;
  /** What is asked for in words of one's own, together. */
  things: (count: number) => Html;
  mine: (want: string) => Html;
  askButton: string;
  changeButton: string;
  withdrawButton: string;
  offersButton: (offers: number) => string;
  buyButton: string;
}

export const browsing: Record<WrittenLanguage, BrowsingWords> = {
  ko: {
    trades: html`어떤 매장을 찾으세요?`,
    noShops: html`아직 매장이 없어요.`,
    tradeButton: (trade, shops) => `${trade} ${shops}`,
    shopsOf: (trade) => html`<b>${trade}</b>`,
    askName: html`매장 이름이나 동네, 매장 번호 세 자리를 써 주세요.`,
    found: (said) => html`‘${said}’ 찾은 결과예요.`,
    notFound: (said) => lines(html`‘${said}’에 맞는 매장을 찾지 못했어요.`, '등록을 요청해 드릴까요?'),
    digitsNotSearched: html`숫자만으로는 매장을 찾을 수 없어요. 매장 이름이나 매장 번호 세 자리를 써 주세요.`,
    wishButton: '➕ 등록 요청하기',
    askWishName: html`어떤 매장을 찾으세요? 이름을 써 주세요.`,
    askWishPlace: (name) => html`<b>${name}</b>, 어디에 있나요? 동네나 주소를 써 주세요.`,
    wished: (name) => html`<b>${name}</b> 매장 등록을 요청했어요. 등록되면 알려 드릴게요.`,
    wishesSpent: (most) => html`한 번에 ${most}곳까지 등록을 요청할 수 있어요. 앞서 요청하신 곳의 답을 기다려 주세요.`,
    gone: html`지금은 볼 수 없는 매장이에요.`,
    openUntil: (time) => `🟢 영업 중 (${time}까지)`,
    opensAt: (time) => `⚪ 지금은 닫혀 있어요. 오늘 ${time}에 열어요.`,
    over: '⚪ 오늘 영업은 끝났어요',
    closedToday: '⚪ 오늘은 쉬어요',
    openAllDay: '🟢 24시간 영업',
    asking: (asking, threshold) =>
      html`🙋 <b>${asking}명</b>이 쿠폰을 요청했어요 (${threshold}명이 모이면 매장에 알려요)`,
    nobodyAsks: html`🙋 아직 요청한 사람이 없어요. 처음으로 요청해 보세요.`,
    wanted: (want, count) => html`• ${want}: ${count}명`,
    things: (count) => html`• 덤·서비스: ${count}명`,
    mine: (want) => html`✓ 내 요청: <b>${want}</b>`,
    askButton: '🙋 쿠폰 요청하기',
    changeButton: '요청 바꾸기',
    withdrawButton: '요청 취소하기',
    offersButton: (offers) => `🎟 받을 수 있는 쿠폰 ${offers}`,
    buyButton: '💝 이 매장 상품권 선물하기',
  },
  en: {
    trades: html`What kind of shop are you looking for?`,
    noShops: html`There are no shops yet.`,
    tradeButton: (trade, shops) => `${trade} ${shops}`,
    shopsOf: (trade) => html`<b>${trade}</b>`,
    askName: html`Please type the name of the shop, a place, or the shop’s three digits.`,
    found: (said) => html`What I found for “${said}”:`,
    notFound: (said) => lines(html`I found no shop for “${said}”.`, 'Shall I ask for it to be listed?'),
    digitsNotSearched: html`I cannot find a shop by digits like these. Please type its name, or its three digits.`,
    wishButton: '➕ Ask for it to be listed',
    askWishName: html`Which shop are you looking for? Please type its name.`,
    askWishPlace: (name) => html`<b>${name}</b>: where is it? Please type the area or the address.`,
    wished: (name) => html`I asked for <b>${name}</b> to be listed, and will tell you when it is there.`,
    wishesSpent: (most) => html`You can wish for ${most} shops at a time. Please wait for an answer on those.`,
    gone: html`This shop cannot be shown now.`,
    openUntil: (time) => `🟢 Open until ${time}`,
    opensAt: (time) => `⚪ Closed now. Opens today at ${time}.`,
    over: '⚪ Closed for today',
    closedToday: '⚪ Closed today',
    openAllDay: '🟢 Open day and night',
    asking: (asking, threshold) =>
      html`🙋 <b>${asking}</b> of ${threshold} ask for a coupon (at ${threshold} the shop is told)`,
    nobodyAsks: html`🙋 Nobody has asked for a coupon yet. Be the first.`,
    wanted: (want, count) => html`• ${want}: ${count}`,
    things: (count) => html`• something else: ${count}`,
    mine: (want) => html`✓ You asked for: <b>${want}</b>`,
    askButton: '🙋 Ask for a coupon',
    changeButton: 'Change my request',
    withdrawButton: 'Withdraw it',
    offersButton: (offers) => `🎟 Coupons to take: ${offers}`,
    buyButton: '💝 Send a certificate of this shop',
  },
  ja: {
    trades: html`どんなお店をお探しですか？`,
    noShops: html`まだお店がありません。`,
    tradeButton: (trade, shops) => `${trade} ${shops}`,
    shopsOf: (trade) => html`<b>${trade}</b>`,
    askName: html`お店の名前、地名、または3けたのお店番号を入力してください。`,
    found: (said) => html`「${said}」の検索結果です。`,
    notFound: (said) => lines(html`「${said}」に合うお店が見つかりませんでした。`, '掲載をリクエストしますか？'),
    digitsNotSearched: html`この数字ではお店を探せません。お店の名前か、3けたのお店番号を入力してください。`,
    wishButton: '➕ 掲載をリクエストする',
    askWishName: html`どのお店をお探しですか？名前を入力してください。`,
    askWishPlace: (name) => html`<b>${name}</b>はどこにありますか？地名か住所を入力してください。`,
    wished: (name) => html`<b>${name}</b>の掲載をリクエストしました。掲載されたらお知らせします。`,
    wishesSpent: (most) => html`一度にリクエストできるのは${most}軒までです。前のリクエストの返事をお待ちください。`,
    gone: html`このお店は今は表示できません。`,
    openUntil: (time) => `🟢 営業中（${time}まで）`,
    opensAt: (time) => `⚪ 営業時間外です。本日${time}に開店します。`,
    over: '⚪ 本日の営業は終了しました',
    closedToday: '⚪ 本日は休業日',
    openAllDay: '🟢 24時間営業',
    asking: (asking, threshold) =>
      html`🙋 <b>${asking}人</b>がクーポンをリクエスト中（${threshold}人でお店にお知らせします）`,
    nobodyAsks: html`🙋 まだリクエストがありません。最初のひとりになりませんか。`,
    wanted: (want, count) => html`• ${want}：${count}人`,
    things: (count) => html`• おまけ・サービス：${count}人`,
    mine: (want) => html`✓ あなたのリクエスト：<b>${want}</b>`,
    askButton: '🙋 クーポンをリクエスト',
    changeButton: '内容を変える',
    withdrawButton: '取り下げる',
    offersButton: (offers) => `🎟 もらえるクーポン ${offers}`,
    buyButton: '💝 このお店の商品券を贈る',
  },
};
