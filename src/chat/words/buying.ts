import type { WrittenLanguage } from '../../wording/written/language.ts';
import { type Html, html, lines } from '../html.ts';

export interface BuyingWords {
  membersOnly: Html;
  whichShop: Html;
  howMuch: (shop: string, least: string, most: string) => Html;
  notAnAmount: Html;
  outOfRange: (least: string, most: string) => Html;
  askPin: (shop: string, amount: string) => Html;
  waitingForCard: Html;
  lookButton: string;
  declined: Html;
  holdFailed: Html;
  dailyLimit: (left: string) => Html;
  askRecipient: (shop: string, amount: string, card: string) => Html;
  forMeButton: string;
  notMobile: Html;
  confirm: (shop: string, amount: string, card: string) => Html;
  recipient: (name: string, phone: string) => Html;
  recipientUnnamed: (phone: string) => Html;
  recipientSelf: (phone: string) => Html;
  recipientChanged: Html;
  buyNow: (amount: string) => string;
  otherNumber: string;
  yesOrNo: Html;
  /** To who wrote something else. */
  yesOrNumber: Html;
  bought: (shop: string, amount: string) => Html;
  confirming: Html;
  /** Of a gift to somebody else. */
  receiptFollows: Html;
  alreadyBought: string;
  holdExpired: Html;
  paymentFailed: Html;
  gone: Html;
  stopped: Html;
  againButton: string;
}

export const buying: Record<WrittenLanguage, BuyingWords> = {
  ko: {
    membersOnly: lines(
      '상품권 선물은 카드를 등록한 기프트라인 회원이 할 수 있어요.',
      '회원이시면 회원번호로 이 대화를 연결해 주세요.',
    ),
    whichShop: html`어느 매장 상품권을 선물하시겠어요? 골라도 되고 이름을 써도 돼요.`,
    howMuch: (shop, least, most) =>
      lines(html`<b>${shop}</b> 상품권, 얼마로 하시겠어요?`, html`${least}부터 ${most}까지 직접 쓸 수도 있어요.`),
    notAnAmount: html`금액을 숫자로 써 주세요. 예: 50000`,
    outOfRange: (least, most) => html`${least}부터 ${most}까지 살 수 있어요. 다시 써 주세요.`,
    askPin: (shop, amount) =>
      lines(html`<b>${shop}</b> 상품권 <b>${amount}</b>`, '회원 PIN을 써 주세요. 읽은 뒤 대화에서 바로 지워요.'),
    waitingForCard: html`카드사의 답을 기다리고 있어요. 아직 돈은 나가지 않았어요.`,
    lookButton: '🔄 다시 확인하기',
    declined: html`카드사가 승인하지 않았어요. 돈은 나가지 않았어요.`,
    holdFailed: html`지금은 카드사와 연결되지 않아요. 돈은 나가지 않았어요. 조금 뒤에 다시 해 주세요.`,
    dailyLimit: (left) => html`오늘은 ${left}까지만 더 살 수 있어요. 돈은 나가지 않았어요.`,
    askRecipient: (shop, amount, card) =>
      lines(
        html`<b>${shop}</b> <b>${amount}</b>, ${card}. 아직 결제 전이에요.`,
        '받는 분의 휴대폰 번호를 써 주세요. 연락처를 보내셔도 돼요.',
      ),
    forMeButton: '내가 받을게요',
    notMobile: html`휴대폰 번호가 아닌 것 같아요. 다시 써 주세요. 예: 010-1234-5678`,
    confirm: (shop, amount, card) => lines(html`<b>${shop}</b> 상품권 <b>${amount}</b>`, html`결제 카드: ${card}`),
    recipient: (name, phone) => html`받는 분: <b>${name}</b> (${phone})`,
    recipientUnnamed: (phone) => html`받는 분: <b>${phone}</b> (이름은 확인되지 않아요)`,
    recipientSelf: (phone) => html`받는 분: <b>나</b> (${phone})`,
    recipientChanged: html`받는 분이 그사이 바뀌었어요. 아직 결제하지 않았어요.`,
    buyNow: (amount) => `💳 ${amount} 결제하기`,
    otherNumber: '다른 번호로 할게요',
    yesOrNo: html`맞으면 결제하기를 눌러 주세요.`,
    yesOrNumber: html`아직 결제하지 않았어요. 결제하려면 ‘네’라고 써 주세요. 받는 분을 바꾸려면 그분의 휴대폰 번호를 써 주세요.`,
    bought: (shop, amount) => html`✅ <b>${shop}</b> 상품권 ${amount}, 결제됐어요.`,
    confirming: html`결제를 확인하고 있어요. 두 번 결제되지 않으니 안심하세요.`,
    receiptFollows: html`영수증을 보내 드릴게요.`,
    alreadyBought: '이미 결제됐어요. 두 번 결제되지 않았어요.',
    holdExpired: html`시간이 지나 결제하지 않았어요. 돈은 나가지 않았어요.`,
    paymentFailed: html`결제하지 못했어요. 돈은 나가지 않았어요.`,
    gone: html`이 구매는 끝났어요. 처음부터 다시 해 주세요.`,
    stopped: html`그만뒀어요. 돈은 나가지 않았어요.`,
    againButton: '다시 하기',
  },
  en: {
    membersOnly: lines(
      'Sending certificates is for Giftline members with a saved card.',
      'If you are one, please link this chat by your member number.',
    ),
    whichShop: html`Which shop’s certificate would you like to send? Choose one, or type its name.`,
    howMuch: (shop, least, most) =>
      lines(html`How much for <b>${shop}</b>?`, html`You can also type an amount from ${least} to ${most}.`),
    notAnAmount: html`Please type the amount in digits, such as 50000.`,
    outOfRange: (least, most) => html`It can be from ${least} to ${most}. Please type it again.`,
    askPin: (shop, amount) =>
      lines(
        html`<b>${amount}</b> for <b>${shop}</b>`,
        'Please type your member PIN. I take it out of the chat once I have read it.',
      ),
    waitingForCard: html`Waiting for the card company. No money has moved yet.`,
    lookButton: '🔄 Look again',
    declined: html`The card company did not approve it. No money has moved.`,
    holdFailed: html`The card company cannot be reached now. No money has moved. Please try again in a moment.`,
    dailyLimit: (left) => html`Today you can buy for ${left} more. No money has moved.`,
    askRecipient: (shop, amount, card) =>
      lines(
        html`<b>${amount}</b> for <b>${shop}</b>, ${card}. Not paid yet.`,
        'Please type the recipient’s mobile number, or share their contact.',
      ),
    forMeButton: 'It is for me',
    notMobile: html`That does not look like a mobile number. Please type it again, such as 010-1234-5678.`,
    confirm: (shop, amount, card) => lines(html`<b>${amount}</b> for <b>${shop}</b>`, html`Paid with: ${card}`),
    recipient: (name, phone) => html`For: <b>${name}</b> (${phone})`,
    recipientUnnamed: (phone) => html`For: <b>${phone}</b> (the name is not known)`,
    recipientSelf: (phone) => html`For: <b>you</b> (${phone})`,
    recipientChanged: html`The recipient has changed in the meantime. Nothing has been paid.`,
    buyNow: (amount) => `💳 Pay ${amount}`,
    otherNumber: 'Another number',
    yesOrNo: html`If this is right, press to pay.`,
    yesOrNumber: html`Nothing has been paid yet. To pay, type “yes”. For somebody else, type their mobile number.`,
    bought: (shop, amount) => html`✅ Paid: ${amount} for <b>${shop}</b>.`,
    confirming: html`Confirming the payment. It will never be taken twice.`,
    receiptFollows: html`Your receipt follows.`,
    alreadyBought: 'It is paid already, and was paid once.',
    holdExpired: html`It took too long, and nothing was paid. No money has moved.`,
    paymentFailed: html`The payment failed. No money has moved.`,
    gone: html`This purchase is over. Please start again.`,
    stopped: html`Stopped. No money has moved.`,
    againButton: 'Start again',
  },
  ja: {
    membersOnly: lines(
      '商品券のギフトは、カードを登録したギフトライン会員の方がご利用いただけます。',
      '会員の方は、会員番号でこのトークを連携してください。',
    ),
    whichShop: html`どのお店の商品券を贈りますか？選ぶか、お店の名前を入力してください。`,
    howMuch: (shop, least, most) =>
      lines(html`<b>${shop}</b>の商品券、いくらにしますか？`, html`${least}から${most}まで入力もできます。`),
    notAnAmount: html`金額を数字で入力してください。例：50000`,
    outOfRange: (least, most) => html`${least}から${most}までです。もう一度入力してください。`,
    askPin: (shop, amount) =>
      lines(
        html`<b>${shop}</b>の商品券 <b>${amount}</b>`,
        '会員のPINを入力してください。確認後、トークからすぐに消します。',
      ),
    waitingForCard: html`カード会社の返事を待っています。まだお支払いは済んでいません。`,
    lookButton: '🔄 もう一度確認',
    declined: html`カード会社の承認が得られませんでした。お金は引き落とされていません。`,
    holdFailed: html`今はカード会社につながりません。お金は引き落とされていません。少し待ってからお試しください。`,
    dailyLimit: (left) => html`本日買えるのはあと${left}までです。お金は引き落とされていません。`,
    askRecipient: (shop, amount, card) =>
      lines(
        html`<b>${shop}</b> <b>${amount}</b>、${card}。まだお支払い前です。`,
        '受け取る方の携帯番号を入力してください。連絡先を送ってもかまいません。',
      ),
    forMeButton: '自分で受け取る',
    notMobile: html`携帯番号ではないようです。もう一度入力してください。例：010-1234-5678`,
    confirm: (shop, amount, card) =>
      lines(html`<b>${shop}</b>の商品券 <b>${amount}</b>`, html`お支払いカード：${card}`),
    recipient: (name, phone) => html`受け取る方：<b>${name}</b>（${phone}）`,
    recipientUnnamed: (phone) => html`受け取る方：<b>${phone}</b>（お名前は確認できません）`,
    recipientSelf: (phone) => html`受け取る方：<b>ご自身</b>（${phone}）`,
    recipientChanged: html`受け取る方がその後変わりました。まだお支払いは済んでいません。`,
    buyNow: (amount) => `💳 ${amount}を支払う`,
    otherNumber: '別の番号にする',
    yesOrNo: html`よろしければ、支払うボタンを押してください。`,
    yesOrNumber: html`まだお支払いは済んでいません。支払う場合は「はい」と入力してください。受け取る方を変える場合は、その方の携帯番号を入力してください。`,
    bought: (shop, amount) => html`✅ <b>${shop}</b>の商品券 ${amount}、お支払いが完了しました。`,
    confirming: html`お支払いを確認しています。二重に支払われることはありません。`,
    receiptFollows: html`控えをお送りします。`,
    alreadyBought: 'お支払い済みです。二重には支払われていません。',
    holdExpired: html`時間切れのため、お支払いはしていません。お金は引き落とされていません。`,
    paymentFailed: html`お支払いができませんでした。お金は引き落とされていません。`,
    gone: html`この購入は終わりました。はじめからやり直してください。`,
    stopped: html`やめました。お金は引き落とされていません。`,
    againButton: 'やり直す',
  },
};
