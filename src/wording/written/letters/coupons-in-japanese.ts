import { type CouponLetters, groups, lines, type Pen, type PinAskedAtShop, sender } from './letter.ts';

const FROM = sender.ja;

export const couponsInJapanese: CouponLetters = {
  coupon: (facts, pen) =>
    lines(
      `${FROM} ${pen.shop(facts.shop)}のクーポンが届きました：${pen.offer(facts.offer, facts.currency)}`,
      pen.name(facts.title),
      facts.asked && 'ご希望のクーポンです。',
      `${pen.lastDay(facts.expiresAt)}まで`,
      facts.serial !== null && `番号 ${groups(facts.serial)}`,
      pinLine(facts, pen),
      pen.link,
    ),
  'coupon-expires-soon': (facts, pen) =>
    lines(
      `${FROM} ${pen.shop(facts.shop)}のクーポン「${pen.name(facts.title)}」は${pen.lastDay(facts.expiresAt)}までです。`,
      pinLine(facts, pen),
      pen.link,
    ),
  'coupon-withdrawn': (facts, pen) =>
    `${FROM} ${pen.shop(facts.shop)}がクーポン「${pen.name(facts.title)}」を取り下げました。お使いいただけません。ご希望はそのまま残っています。`,
  'coupon-used': (facts, pen) =>
    lines(
      `${FROM} ${pen.moment(facts.at)}に${pen.shop(facts.where)}でクーポン「${pen.name(facts.title)}」を使いました。`,
      facts.off.minor !== '0' && `割引 ${pen.amount(facts.off)}`,
    ),
  'coupon-use-rolled-back': (facts, pen) =>
    `${FROM} ${pen.shop(facts.where)}でのクーポン「${pen.name(facts.title)}」のご利用が取り消されました(${pen.moment(facts.at)})。もう一度お使いいただけます。`,
  'request-lapsed': (facts, pen) =>
    `${FROM} ${pen.shop(facts.shop)}へのクーポンのご希望は期限が過ぎました。もう一度お出しいただけます。`,
  'wish-listed': (facts, pen) =>
    `${FROM} お探しの「${pen.name(facts.wish)}」が${pen.shop(facts.shop)}として登録されました。クーポンをご希望いただけます。`,
  'wish-declined': (facts, pen) => `${FROM} お探しの「${pen.name(facts.wish)}」は登録できませんでした。`,
  'link-code': (_facts, pen) =>
    `${FROM} 確認番号は${pen.code}です。10分以内にチャットへお書きください。お心当たりがなければ無視してください。`,
  'chat-moved': ({ told }, pen) =>
    told === 'old-chat'
      ? lines(
          `${FROM} お客様のクーポンと商品券は別のトークに移りました。このトークではもう表示されません。`,
          `お心当たりがなければ、すぐに${pen.line}へお電話ください。`,
          'ここで「登録する」を押し、最初と同じ方法(「番号を送る」または「会員番号で連携する」)で登録すると、取り戻せます。',
        )
      : `${FROM} お客様のクーポンと商品券がTelegramのトークに連携されました。お心当たりがなければ、すぐに${pen.line}へお電話ください。`,
  'email-link': (_facts, pen) =>
    lines(
      `${FROM} このアドレスでクーポンを受け取るには、次のリンクを開いてください。`,
      pen.link,
      'お心当たりがなければ無視してください。',
    ),
  'password-link': (facts, pen) =>
    lines(
      `${FROM} ${pen.moment(facts.goodUntil)}まで、お店のページのパスワードを再設定していただけます。`,
      pen.link && `新しいパスワードを設定する：${pen.link}`,
      'お心当たりがなければ無視してください。パスワードは元のままで、この依頼でログインした人もいません。',
    ),
  'password-changed': (facts, pen) =>
    lines(
      `${FROM} ${pen.moment(facts.at)}にお店のページのパスワードが変更されました。変更した端末を除き、すべてログアウトしました。`,
      `お心当たりがなければ、すぐにパスワードを再設定し、${pen.line}へお電話ください。`,
      pen.link && `パスワードを再設定する：${pen.link}`,
    ),
  'demand-reached': (facts, pen) =>
    lines(
      `${FROM} ${facts.asking}名のお客様が${pen.shop(facts.shop)}のクーポンを希望しています。`,
      ...facts.wants.map(({ want, count }) => `${pen.want(want, facts.currency)}：${count}名`),
      pen.link && `クーポンを作る：${pen.link}`,
    ),
  'test-card': (facts, pen) =>
    `${FROM} ${pen.shop(facts.shop)}のクーポン「${pen.name(facts.title)}」の試し刷りです。お店では使えません。`,
  'campaign-sent': (facts, pen) =>
    `${FROM} ${pen.shop(facts.shop)}のクーポン「${pen.name(facts.title)}」を、ご希望のお客様${facts.total}名全員にお送りしました。`,
  'shop-approved': (facts, pen) =>
    lines(
      `${FROM} ${pen.shop(facts.shop)}の登録が済みました。お客様がクーポンを希望できます。`,
      pen.link && `お店のページ：${pen.link}`,
    ),
  'shop-declined': (facts, pen) =>
    lines(
      `${FROM} ${pen.shop(facts.shop)}は登録できませんでした。`,
      pen.name(facts.reason),
      pen.link && `直して保存すると、もう一度確認します：${pen.link}`,
    ),
  'shop-renamed': (facts, pen) =>
    lines(
      `${FROM} ${pen.shop(facts.before)}の店名が「${pen.shop(facts.shop)}」に変わりました。`,
      pen.link && `お店のページ：${pen.link}`,
    ),
  'shop-name-declined': (facts, pen) =>
    lines(
      `${FROM} ${pen.shop(facts.shop)}の店名を「${pen.shop(facts.asked)}」に変更できませんでした。`,
      pen.name(facts.reason),
      pen.link && `お店のページ：${pen.link}`,
    ),
  'operator-news': (facts, pen) => lines(`${FROM} ${newsInJapanese[facts.what]}：${pen.name(facts.name)}`, pen.link),
};

/** What waits for an operator. */
export const newsInJapanese = {
  shop: '承認待ちのお店',
  'shop-name': '承認待ちの新しい店名',
  wish: 'お客様がお探しのお店',
  campaign: '制作を任されたクーポン',
} as const;

/** EC-03. */
function pinLine({ pinAsked }: PinAskedAtShop, pen: Pen): string {
  if (pinAsked === undefined) return '';
  const asked = 'お店ではPINを押していただきます。';
  if (pinAsked === 'own-pin') return asked;
  return `${asked}PINがまだありませんので、先に${pen.buttons ? '下のボタン' : 'Telegramのトークの「設定」'}でお決めください。`;
}
