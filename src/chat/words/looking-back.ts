import type { WrittenLanguage } from '../../wording/written/language.ts';
import { type Html, html, lines } from '../html.ts';

/** RC-12, and the owner's smaller view. */
export interface LookingBackWords {
  title: Html;
  none: Html;
  sums: (asked: number, got: number, used: number) => Html;
  saved: (amounts: string) => Html;
  favourites: (trades: string) => Html;
  fits: Html;
  own: Html;
  ownShop: (shop: string, asking: number, threshold: number) => Html;
  notApproved: Html;
  noOwnShops: Html;
  toShopPage: string;
  /** An owner's link was opened: whether to link this chat, and what would be lost. */
  askLink: (shops: string) => Html;
  linkElsewhere: Html;
  linkLeaves: (shops: string) => Html;
  linked: (shops: string) => Html;
  unknownLink: Html;
}

export const lookingBack: Record<WrittenLanguage, LookingBackWords> = {
  ko: {
    title: html`<b>내 기록</b>`,
    none: html`아직 기록이 없어요. 매장에 첫 쿠폰을 요청해 보세요.`,
    sums: (asked, got, used) => html`요청 ${asked}번 · 받음 ${got}장 · 사용 ${used}번`,
    saved: (amounts) => html`지금까지 아낀 금액: <b>${amounts}</b>`,
    favourites: (trades) => html`자주 찾는 곳: ${trades}`,
    fits: html`이런 쿠폰은 어떠세요?`,
    own: html`<b>내 매장</b>`,
    ownShop: (shop, asking, threshold) => html`🏪 <b>${shop}</b>: ${asking}명이 요청했어요 (알림 기준 ${threshold}명)`,
    notApproved: html`   운영자의 승인을 기다리고 있어요.`,
    noOwnShops: html`이 대화에 연결된 매장이 없어요. 매장 페이지에서 채팅 연결을 눌러 주세요.`,
    toShopPage: '매장 페이지 열기',
    askLink: (shops) =>
      lines(html`이 대화를 <b>${shops}</b> 매장에 연결할까요?`, '매장 페이지에서 직접 누르셨을 때만 연결해 주세요.'),
    linkElsewhere: html`지금은 다른 대화에 연결돼 있어요. 여기에 연결하면 그 대화로는 매장 소식이 가지 않아요.`,
    linkLeaves: (shops) =>
      html`이 대화는 지금 <b>${shops}</b> 매장에 연결돼 있어요. 연결을 바꾸면 그 매장의 소식은 여기로 오지 않아요.`,
    linked: (shops) => html`이제 이 대화에서도 매장 소식을 볼 수 있어요: <b>${shops}</b>`,
    unknownLink: html`더 쓸 수 없는 연결 주소예요. 매장 페이지에서 다시 눌러 주세요.`,
  },
  en: {
    title: html`<b>My history</b>`,
    none: html`There is nothing yet. Ask a shop for your first coupon.`,
    sums: (asked, got, used) => html`Asked ${asked} · received ${got} · used ${used}`,
    saved: (amounts) => html`Saved so far: <b>${amounts}</b>`,
    favourites: (trades) => html`You like: ${trades}`,
    fits: html`These might suit you:`,
    own: html`<b>My shops</b>`,
    ownShop: (shop, asking, threshold) =>
      html`🏪 <b>${shop}</b>: ${asking} ask for a coupon (you are told at ${threshold})`,
    notApproved: html`   It waits for the operator’s approval.`,
    noOwnShops: html`No shop is linked to this chat. Press “link the chat” on the shop’s page.`,
    toShopPage: 'Open the shop’s page',
    askLink: (shops) =>
      lines(
        html`Link this chat to <b>${shops}</b>?`,
        'Please do so only if you pressed the link on your shop’s page yourself.',
      ),
    linkElsewhere: html`It is linked to another chat now, which would get no more news of the shop.`,
    linkLeaves: (shops) => html`This chat is linked to <b>${shops}</b> now, and would get no more news of it.`,
    linked: (shops) => html`From now on you can see your shops here, too: <b>${shops}</b>`,
    unknownLink: html`This link is no longer good. Please press it again on the shop’s page.`,
  },
  ja: {
    title: html`<b>利用の記録</b>`,
    none: html`まだ記録がありません。お店に最初のクーポンをリクエストしてみませんか。`,
    sums: (asked, got, used) => html`リクエスト${asked}回・受け取り${got}枚・利用${used}回`,
    saved: (amounts) => html`これまでにお得になった金額：<b>${amounts}</b>`,
    favourites: (trades) => html`よく利用するジャンル：${trades}`,
    fits: html`こちらのクーポンはいかがですか？`,
    own: html`<b>自分のお店</b>`,
    ownShop: (shop, asking, threshold) =>
      html`🏪 <b>${shop}</b>：${asking}人がリクエスト中（${threshold}人でお知らせ）`,
    notApproved: html`   運営者の承認を待っています。`,
    noOwnShops: html`このトークに連携したお店はありません。お店のページで「チャットと連携」を押してください。`,
    toShopPage: 'お店のページを開く',
    askLink: (shops) =>
      lines(
        html`このトークを<b>${shops}</b>につなぎますか？`,
        'ご自身がお店のページで押した場合だけ、つないでください。',
      ),
    linkElsewhere: html`今は別のトークにつながっています。ここにつなぐと、そちらにはお店のお知らせが届かなくなります。`,
    linkLeaves: (shops) =>
      html`このトークは今<b>${shops}</b>につながっています。つなぎ替えると、そのお店のお知らせは届かなくなります。`,
    linked: (shops) => html`これからはこのトークでもお店の様子を見られます：<b>${shops}</b>`,
    unknownLink: html`このリンクはもう使えません。お店のページからもう一度押してください。`,
  },
};
