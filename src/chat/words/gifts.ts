import { josa } from 'es-hangul';
import type { GiftState } from '../../core/gifts/gift.ts';
import type { WrittenLanguage } from '../../wording/written/language.ts';
import { type Html, html, lines } from '../html.ts';

export interface GiftWords {
  waiting: (gifts: number) => string;
  list: Html;
  none: Html;
  giftButton: (shop: string, amount: string) => string;
  gift: (buyer: string, shop: string, amount: string) => Html;
  until: (day: string) => Html;
  greeting: Html;
  acceptButton: string;
  refuseButton: string;
  askPin: (shop: string, amount: string) => Html;
  accepted: (shop: string, amount: string) => Html;
  sureToRefuse: (buyer: string, shop: string, amount: string) => Html;
  refuseNow: string;
  refused: Html;
  closed: Record<GiftState, Html>;
  notYours: Html;
}

const particle = (amount: string): string => josa(amount, '을/를').slice(amount.length);

export const gifts: Record<WrittenLanguage, GiftWords> = {
  ko: {
    waiting: (gifts) => `🎁 받은 선물 ${gifts}개가 기다려요`,
    list: html`<b>받은 선물</b>`,
    none: html`답을 기다리는 선물이 없어요.`,
    giftButton: (shop, amount) => `🎁 ${shop} ${amount}`,
    gift: (buyer, shop, amount) =>
      html`🎁 ${buyer} 님이 <b>${shop}</b> 상품권 <b>${amount}</b>${particle(amount)} 보냈어요.`,
    until: (day) => html`${day}까지 답해 주세요.`,
    greeting: html`🔊 축하 말씀도 있어요.`,
    acceptButton: '받기',
    refuseButton: '사양하기',
    askPin: (shop, amount) =>
      lines(
        html`<b>${shop}</b> ${amount}, 쓸 때 누를 PIN을 정해 주세요.`,
        '숫자 4~6자리로 써 주시면 대화에서 바로 지워요.',
      ),
    accepted: (shop, amount) =>
      html`<b>${shop}</b> 상품권 ${josa(amount, '을/를')} 받았어요. 바코드를 보내 드릴게요. 지갑에도 있어요.`,
    sureToRefuse: (buyer, shop, amount) =>
      html`${buyer} 님이 보낸 <b>${shop}</b> ${amount} 상품권을 사양하시겠어요? 돈은 보낸 분께 돌아가요.`,
    refuseNow: '네, 사양할게요',
    refused: html`선물을 사양했어요. 보낸 분께 돈이 돌아가요.`,
    closed: {
      offered: html`이 선물은 아직 답을 기다리고 있어요.`,
      accepted: html`이미 받으신 선물이에요. 지갑에서 볼 수 있어요.`,
      refused: html`이미 사양하신 선물이에요.`,
      lapsed: html`기한이 지난 선물이에요. 돈은 보낸 분께 돌아갔어요.`,
    },
    notYours: html`이 번호로 온 선물이 아니에요.`,
  },
  en: {
    waiting: (gifts) => `🎁 ${gifts} ${gifts === 1 ? 'gift waits' : 'gifts wait'} for you`,
    list: html`<b>Gifts for me</b>`,
    none: html`No gift waits for your answer.`,
    giftButton: (shop, amount) => `🎁 ${shop} ${amount}`,
    gift: (buyer, shop, amount) => html`🎁 ${buyer} sends you <b>${amount}</b> for <b>${shop}</b>.`,
    until: (day) => html`Please answer by ${day}.`,
    greeting: html`🔊 There are spoken words with it, too.`,
    acceptButton: 'Accept',
    refuseButton: 'Decline',
    askPin: (shop, amount) =>
      lines(
        html`<b>${shop}</b>, ${amount}: please choose the PIN that you will use it with.`,
        'Type 4 to 6 digits; I take them out of the chat at once.',
      ),
    accepted: (shop, amount) =>
      html`The <b>${shop}</b> certificate of ${amount} is yours. Its barcode is on the way, and in your wallet.`,
    sureToRefuse: (buyer, shop, amount) =>
      html`Decline ${amount} for <b>${shop}</b> from ${buyer}? The money goes back to them.`,
    refuseNow: 'Yes, decline',
    refused: html`You declined the gift. The money goes back to who sent it.`,
    closed: {
      offered: html`This gift still waits for your answer.`,
      accepted: html`You have accepted this gift. It is in your wallet.`,
      refused: html`You have declined this gift.`,
      lapsed: html`This gift has lapsed. The money went back to who sent it.`,
    },
    notYours: html`This gift did not come to your number.`,
  },
  ja: {
    waiting: (gifts) => `🎁 ギフトが${gifts}件届いています`,
    list: html`<b>届いたギフト</b>`,
    none: html`お返事を待っているギフトはありません。`,
    giftButton: (shop, amount) => `🎁 ${shop} ${amount}`,
    gift: (buyer, shop, amount) => html`🎁 ${buyer}さんから<b>${shop}</b>の商品券<b>${amount}</b>が届きました。`,
    until: (day) => html`${day}までにお返事ください。`,
    greeting: html`🔊 お祝いの声も届いています。`,
    acceptButton: '受け取る',
    refuseButton: '辞退する',
    askPin: (shop, amount) =>
      lines(
        html`<b>${shop}</b> ${amount}を使うときのPINを決めてください。`,
        '4〜6けたの数字を入力すると、トークからすぐに消します。',
      ),
    accepted: (shop, amount) =>
      html`<b>${shop}</b>の商品券${amount}を受け取りました。バーコードをお送りします。ウォレットにも入っています。`,
    sureToRefuse: (buyer, shop, amount) =>
      html`${buyer}さんからの<b>${shop}</b> ${amount}を辞退しますか？お金は贈り主に戻ります。`,
    refuseNow: 'はい、辞退します',
    refused: html`ギフトを辞退しました。お金は贈り主に戻ります。`,
    closed: {
      offered: html`このギフトはお返事を待っています。`,
      accepted: html`もう受け取ったギフトです。ウォレットで見られます。`,
      refused: html`辞退したギフトです。`,
      lapsed: html`期限が切れたギフトです。お金は贈り主に戻りました。`,
    },
    notYours: html`この番号に届いたギフトではありません。`,
  },
};
