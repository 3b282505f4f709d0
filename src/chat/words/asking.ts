import type { RequestView } from '../../operations/coupons/coupon-operations.ts';
import type { WrittenLanguage } from '../../wording/written/language.ts';
import { particle } from '../../wording/written/particle.ts';
import { type Html, html, lines } from '../html.ts';
import type { NoWant } from '../parse-want.ts';

export interface AskingWords {
  what: (shop: string) => Html;
  percent: (percent: number) => string;
  itemButton: string;
  askItem: (shop: string) => Html;
  /** Before words of the user's own are kept. */
  sureOfThing: (shop: string, thing: string) => Html;
  yesAsk: string;
  noOther: string;
  /** What nobody can be asked for. */
  noWant: Record<NoWant['kind'], Html>;
  asked: (shop: string, want: string) => Html;
  changed: (shop: string, want: string) => Html;
  count: (asking: number, threshold: number) => Html;
  reached: (asking: number) => Html;
  lapses: (day: string) => Html;
  wordsButton: string;
  askWords: (shop: string) => Html;
  wordsAdded: (shop: string, words: string) => Html;
  mostPercent: (most: number) => Html;
  mostAmount: (most: string) => Html;
  tooManyOpen: (most: number) => Html;
  withdrawn: (shop: string) => Html;
  nothingOpen: Html;
  againButton: string;
  list: Html;
  none: Html;
  states: Record<RequestView['state'], string>;
  line: (shop: string, want: string, state: string, asking: number | null) => Html;
  said: (words: string) => Html;
}

export const asking: Record<WrittenLanguage, AskingWords> = {
  ko: {
    what: (shop) =>
      lines(
        html`<b>${shop}</b>에 무엇을 요청하시겠어요?`,
        '골라도 되고, 직접 써도 돼요. 예: 15%, 7000원, 아메리카노 한 잔',
      ),
    percent: (percent) => `${percent}% 할인`,
    itemButton: '🎁 덤으로 받고 싶은 것 쓰기',
    askItem: (shop) => html`<b>${shop}</b>에서 덤으로 받고 싶은 것을 써 주세요. 예: 아메리카노 한 잔`,
    sureOfThing: (shop, thing) => html`<b>${shop}</b>에 <b>${thing}</b>${particle(thing, '을/를')} 요청해 드릴까요?`,
    yesAsk: '네, 요청할게요',
    noOther: '아니요, 다시 쓸게요',
    noWant: {
      negative: html`빼기 표시 없이 써 주세요. 5,000원 할인은 ‘5000원’이라고 쓰시면 돼요.`,
      mixture: html`한 번에 하나만 요청할 수 있어요. 할인율이나 금액 가운데 하나만 써 주세요. 예: 10% 또는 5000원`,
      'part-of-percent': html`할인율은 소수점 없이 써 주세요. 예: 10%`,
    },
    asked: (shop, want) => html`<b>${shop}</b>에 <b>${want}</b>${particle(want, '을/를')} 요청했어요.`,
    changed: (shop, want) => html`<b>${shop}</b>에 한 요청을 <b>${want}</b>${particle(want, '으로/로')} 바꿨어요.`,
    count: (asking, threshold) => html`지금 ${asking}명이 요청하고 있어요. ${threshold}명이 모이면 매장에 알려 드려요.`,
    reached: (asking) => html`지금 ${asking}명이 요청하고 있어요. 매장에도 알렸어요.`,
    lapses: (day) => html`이 요청은 ${day}까지 남아 있어요. 쿠폰이 나오면 바로 보내 드릴게요.`,
    wordsButton: '✏️ 한마디 덧붙이기',
    askWords: (shop) => html`${shop}에 하고 싶은 말을 써 주세요. 이름은 전하지 않아요.`,
    wordsAdded: (shop, words) => html`<b>${shop}</b>에 이 말도 전할게요: <i>${words}</i>`,
    mostPercent: (most) => html`할인율은 1%부터 ${most}%까지 요청할 수 있어요. 다시 써 주세요.`,
    mostAmount: (most) => html`금액은 ${most}까지 요청할 수 있어요. 다시 써 주세요.`,
    tooManyOpen: (most) => html`한 번에 ${most}곳까지 요청할 수 있어요. 다른 요청을 취소한 뒤 다시 해 주세요.`,
    withdrawn: (shop) => html`<b>${shop}</b>에 한 요청을 취소했어요.`,
    nothingOpen: html`취소할 요청이 없어요.`,
    againButton: '다시 요청하기',
    list: html`<b>내 요청</b>`,
    none: html`아직 요청하신 쿠폰이 없어요. 매장을 골라 처음으로 요청해 보세요.`,
    states: { open: '기다리는 중', answered: '쿠폰 받음', withdrawn: '취소함', lapsed: '기한 지남' },
    line: (shop, want, state, count) =>
      html`• <b>${shop}</b> ${want} — ${state}${count === null ? '' : ` (${count}명)`}`,
    said: (words) => html`   <i>${words}</i>`,
  },
  en: {
    what: (shop) =>
      lines(
        html`What would you like to ask <b>${shop}</b> for?`,
        'Choose, or type it yourself: 15%, 7000 won, a cup of coffee',
      ),
    percent: (percent) => `${percent}% off`,
    itemButton: '🎁 Something on top: type what',
    askItem: (shop) => html`What would you like <b>${shop}</b> to give you on top? For example: a cup of coffee`,
    sureOfThing: (shop, thing) => html`Shall I ask <b>${shop}</b> for <b>${thing}</b>?`,
    yesAsk: 'Yes, please ask',
    noOther: 'No, let me type it again',
    noWant: {
      negative: html`Please leave out the minus: for 5,000 won off, just type “5000 won”.`,
      mixture: html`You can ask for one thing at a time: please type either a percentage or an amount, such as 10% or 5000 won.`,
      'part-of-percent': html`Please type a whole percentage, such as 10%.`,
    },
    asked: (shop, want) => html`You asked <b>${shop}</b> for <b>${want}</b>.`,
    changed: (shop, want) => html`Your request to <b>${shop}</b> is now <b>${want}</b>.`,
    count: (asking, threshold) => html`${asking} of ${threshold} ask for one now. At ${threshold} the shop is told.`,
    reached: (asking) => html`${asking} ask for one now, and the shop has been told.`,
    lapses: (day) => html`Your request stands until ${day}. When there is a coupon, you get it at once.`,
    wordsButton: '✏️ Add a word of your own',
    askWords: (shop) => html`What would you like to say to ${shop}? Your name is not passed on.`,
    wordsAdded: (shop, words) => html`I will tell <b>${shop}</b> this, too: <i>${words}</i>`,
    mostPercent: (most) => html`You can ask for 1% to ${most}%. Please type it again.`,
    mostAmount: (most) => html`You can ask for ${most} at most. Please type it again.`,
    tooManyOpen: (most) => html`You can ask ${most} shops at a time. Please withdraw another request first.`,
    withdrawn: (shop) => html`Your request to <b>${shop}</b> is withdrawn.`,
    nothingOpen: html`There is no request to withdraw.`,
    againButton: 'Ask again',
    list: html`<b>My requests</b>`,
    none: html`You have not asked for a coupon yet. Choose a shop and be the first.`,
    states: { open: 'waiting', answered: 'coupon received', withdrawn: 'withdrawn', lapsed: 'lapsed' },
    line: (shop, want, state, count) =>
      html`• <b>${shop}</b> ${want} — ${state}${count === null ? '' : ` (${count} asking)`}`,
    said: (words) => html`   <i>${words}</i>`,
  },
  ja: {
    what: (shop) =>
      lines(
        html`<b>${shop}</b>に何をリクエストしますか？`,
        '選んでも、直接入力してもかまいません。例：15%、7000ウォン、コーヒー1杯',
      ),
    percent: (percent) => `${percent}%割引`,
    itemButton: '🎁 おまけでほしいものを書く',
    askItem: (shop) => html`<b>${shop}</b>でおまけにほしいものを入力してください。例：コーヒー1杯`,
    sureOfThing: (shop, thing) => html`<b>${shop}</b>に<b>${thing}</b>をリクエストしますか？`,
    yesAsk: 'はい、お願いします',
    noOther: 'いいえ、書き直します',
    noWant: {
      negative: html`マイナスを付けずに入力してください。5,000ウォン割引なら「5000ウォン」で大丈夫です。`,
      mixture: html`リクエストは一度にひとつです。割引率か金額のどちらかだけ入力してください。例：10%、または5000ウォン`,
      'part-of-percent': html`割引率は整数で入力してください。例：10%`,
    },
    asked: (shop, want) => html`<b>${shop}</b>に<b>${want}</b>をリクエストしました。`,
    changed: (shop, want) => html`<b>${shop}</b>へのリクエストを<b>${want}</b>に変えました。`,
    count: (asking, threshold) =>
      html`今${asking}人がリクエストしています。${threshold}人になるとお店にお知らせします。`,
    reached: (asking) => html`今${asking}人がリクエストしています。お店にもお知らせしました。`,
    lapses: (day) => html`このリクエストは${day}まで有効です。クーポンができたらすぐにお届けします。`,
    wordsButton: '✏️ ひとこと添える',
    askWords: (shop) => html`${shop}に伝えたいことを入力してください。お名前は伝えません。`,
    wordsAdded: (shop, words) => html`<b>${shop}</b>にこの言葉もお伝えします：<i>${words}</i>`,
    mostPercent: (most) => html`割引率は1%から${most}%までです。もう一度入力してください。`,
    mostAmount: (most) => html`金額は${most}までです。もう一度入力してください。`,
    tooManyOpen: (most) =>
      html`一度にリクエストできるのは${most}軒までです。ほかのリクエストを取り下げてからお試しください。`,
    withdrawn: (shop) => html`<b>${shop}</b>へのリクエストを取り下げました。`,
    nothingOpen: html`取り下げるリクエストがありません。`,
    againButton: 'もう一度リクエスト',
    list: html`<b>リクエスト一覧</b>`,
    none: html`まだリクエストがありません。お店を選んで、最初のリクエストをしてみませんか。`,
    states: { open: '待っています', answered: 'クーポンが届きました', withdrawn: '取り下げ済み', lapsed: '期限切れ' },
    line: (shop, want, state, count) =>
      html`• <b>${shop}</b> ${want} — ${state}${count === null ? '' : `（${count}人）`}`,
    said: (words) => html`   <i>${words}</i>`,
  },
};
