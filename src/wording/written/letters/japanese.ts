import type { OpenGift } from '../../../core/messages/message-facts.ts';
import { answersHere, type GiftLetters, groups, lines, MOST_LISTED, type Pen, sender } from './letter.ts';

const FROM = sender.ja;
const BACK = 'は全額カードにお返しします。数日かかることがあります。';

export const japanese: GiftLetters = {
  'gift-offered': (facts, pen) =>
    lines(
      `${FROM} ${pen.name(facts.buyerName)}様から${voucher(facts, pen)}が届きました。`,
      facts.hasGreeting && answersHere(pen) && `お祝いの声を聞く：${pen.link}`,
      pen.buttons && '下のボタンでお受け取りかご辞退をお選びください。',
      pen.twoWayText && howToAnswer(pen.othersWait ? facts.giftNumber : null),
      !answersHere(pen) &&
        lines(
          facts.hasGreeting ? 'お祝いの声・受け取り・辞退：' : '受け取り・辞退：',
          pen.link,
          `お問い合わせ ${pen.line}`,
        ),
      `ギフト番号 ${facts.giftNumber}、${pen.lastDay(facts.lapsesAt)}まで`,
    ),
  card: (facts, pen) =>
    lines(
      `${FROM} ${voucher(facts, pen)}です。`,
      pen.mms
        ? 'お店でこの画像を見せ、お決めになったPINを押してください。'
        : 'お店で下のアドレスのバーコードを見せ、お決めになったPINを押してください。',
      `${pen.lastDay(facts.expiresAt)}まで`,
      `番号 ${groups(facts.number)}`,
      pen.link,
    ),
  receipt: (facts, pen) =>
    lines(
      `${FROM} お支払いが済みました。${pen.person(facts.recipient)}様に${voucher(facts, pen)}をお届けします。`,
      `${pen.brand(facts.card.brand)} 末尾${facts.card.last4}`,
      '受け取られたらお知らせします。',
    ),
  'bought-from-other-phone': (facts, pen) =>
    lines(
      `${FROM} 登録のない電話${facts.caller === null ? '' : `(${pen.person(facts.caller)})`}から、お客様のお名前で${voucher(facts, pen)}が購入されました。`,
      `お心当たりがなければ、すぐに${pen.line}へお電話ください。`,
    ),
  'pin-guessed': (_, pen) =>
    lines(
      `${FROM} 登録のない電話から、お客様のPINが何度も間違って入力されました。本日はその種の電話からはご利用いただけません。`,
      `ご本人の電話からはこれまでどおりご利用いただけます。お困りの場合は${pen.line}へお電話ください。`,
    ),
  'gift-accepted': (facts, pen) => `${FROM} ${pen.person(facts.recipient)}様が${voucher(facts, pen)}を受け取りました。`,
  'gift-refused': (facts, pen) =>
    `${FROM} ${pen.person(facts.recipient)}様が${voucher(facts, pen)}を辞退しました。${pen.amount(facts.amount)}${BACK}`,
  'gift-lapsed': (facts, pen) =>
    `${FROM} ${pen.person(facts.recipient)}様から期限までに${voucher(facts, pen)}へのお返事がありませんでした。${pen.amount(facts.amount)}${BACK}`,
  'gift-undeliverable': (facts, pen) =>
    `${FROM} ${pen.person(facts.recipient)}様に${voucher(facts, pen)}のメッセージが届きませんでした。番号をお確かめください。期限までに受け取られなければ全額お返しします。お問い合わせ ${pen.line}`,
  'certificate-used': (facts, pen) =>
    `${FROM} ${pen.person(facts.recipient)}様が${pen.moment(facts.at)}に${pen.shop(facts.shop)}で${pen.amount(facts.amount)}を使いました。${left(facts.balance, pen)}`,
  'use-rolled-back': (facts, pen) =>
    `${FROM} ${pen.shop(facts.shop)}での${pen.person(facts.recipient)}様のご利用${pen.amount(facts.amount)}が取り消されました(${pen.moment(facts.at)})。${left(facts.balance, pen)}`,
  'certificate-returned': (facts, pen) =>
    `${FROM} ${pen.person(facts.recipient)}様が未使用の${voucher(facts, pen)}を返しました。${pen.amount(facts.amount)}${BACK}`,
  'payment-failed': (facts, pen) =>
    `${FROM} ${voucher(facts, pen)}は購入できませんでした。お支払いは発生していません。もう一度のご購入は${pen.line}へ。`,
  'money-returned': (facts, pen) =>
    `${FROM} 完了しなかった購入(${voucher(facts, pen)})のお支払いを、全額カードにお返ししました。商品券は発行されていません。`,
  'reply-which-gift': ({ open }, pen) =>
    lines(
      `お返事待ちのギフトが${open.length}件あります。`,
      listed(open, pen),
      'ギフト番号を先に書いてください。',
      `受け取り：${example(open)} 空白 PIN 4〜6桁`,
      `辞退：${example(open)} 2`,
    ),
  'reply-no-such-gift': ({ open }, pen) =>
    open.length === 0
      ? 'その番号のギフトはありません。'
      : lines('その番号のギフトはありません。お返事待ちのギフトです。', listed(open, pen)),
  'reply-closed-gift': ({ giftNumber, state }) => `ギフト${giftNumber}は${closed[state]}`,
  'reply-nothing-open': (_facts, pen) => `お返事待ちのギフトはありません。お問い合わせ ${pen.line}`,
  'reply-help': ({ open }, pen) =>
    lines(
      open.length === 0 ? 'お返事待ちのギフトはありません。' : listed(open, pen),
      open.length > 0 && how(open),
      `お問い合わせ ${pen.line}。メッセージの停止は STOP`,
    ),
  'reply-unclear': ({ digits, open }, pen) =>
    open.length === 0
      ? `お返事待ちのギフトはありません。お問い合わせ ${pen.line}`
      : lines(
          digits ? 'その数字ではお返事できません。' : '読み取れませんでした。数字だけでお返事ください。',
          how(open),
        ),
  'reply-refused': (facts, pen) => `${voucher(facts, pen)}を辞退しました。贈り主にお知らせし、代金をお返しします。`,
};

const closed = {
  offered: '期限が過ぎています。',
  accepted: 'すでに受け取り済みです。',
  refused: 'すでに辞退されています。',
  lapsed: '期限が過ぎています。',
} as const;

const voucher = (facts: Pick<OpenGift, 'shop' | 'amount'>, pen: Pen): string =>
  `${pen.shop(facts.shop)}の商品券${pen.amount(facts.amount)}分`;

const left = (balance: OpenGift['amount'], pen: Pen): string =>
  balance.minor === '0' ? '残額はありません。' : `残額は${pen.amount(balance)}です。`;

const howToAnswer = (gift: number | null): string =>
  gift === null
    ? '受け取るには、PINにする数字4〜6桁を返信してください。辞退は2。'
    : `受け取るには、${gift}のあとに空白を入れ、PINにする数字4〜6桁を返信してください。辞退は${gift} 2。`;

const example = (open: OpenGift[]): string => String(open[0]?.giftNumber ?? '');

function how(open: OpenGift[]): string {
  return open.length === 1
    ? '受け取り：PINにする数字4〜6桁。辞退：2'
    : `受け取り：${example(open)} 空白 PIN 4〜6桁。辞退：${example(open)} 2`;
}

function listed(open: OpenGift[], pen: Pen): string {
  const shown = open.slice(0, MOST_LISTED).map((gift) => `${gift.giftNumber}：${voucher(gift, pen)}`);
  return lines(...shown, open.length > MOST_LISTED && `ほか${open.length - MOST_LISTED}件`);
}
