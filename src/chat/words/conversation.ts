import type { WrittenLanguage } from '../../wording/written/language.ts';
import { type Html, html, lines } from '../html.ts';
import { type Labels, labels } from './labels.ts';

export interface ConversationWords {
  labels: Labels;
  /** Names of the languages, each in itself, stand in the code. */
  hello: Html;
  menu: (name: string) => Html;
  /** `line`: the number to call. */
  help: (line: string) => Html;
  cancelled: Html;
  back: string;
  more: string;
  yes: string;
  no: string;
  chooseLanguage: Html;
  languageChosen: string;
  notUnderstood: (said: string) => Html;
  wordsPlease: Record<'photo' | 'sticker' | 'voice' | 'location' | 'something', Html>;
  editedNotRead: Html;
  othersContact: Html;
  oldButton: string;
  sorry: Html;
  secretTaken: Html;
  closedUntil: (moment: string) => Html;
  wrongPin: Html;
  wrongPinOneLeft: Html;
  fourToSix: Html;
  /** What is waited for, where something else came. */
  pinPlease: Html;
  phoneNotPin: Html;
  group: Html;
  toPrivateChat: string;
  notInGroup: string;
  /** Words of the user's own that may not be kept. */
  cannotKeep: { empty: Html; 'too-long': (most: number) => Html; 'card-number': Html };
  commands: Record<'start' | 'shops' | 'coupons' | 'wallet' | 'requests' | 'buy' | 'settings' | 'help', string>;
}

const ko: ConversationWords = {
  labels: labels.ko,
  hello: lines(
    html`<b>기프트라인</b>이에요. 반가워요!`,
    '가고 싶은 매장에 원하는 쿠폰을 요청하고, 받은 쿠폰과 상품권을 여기서 바로 보여 주세요.',
    '둘러보는 데는 가입이 필요 없어요.',
  ),
  menu: (name) =>
    lines(
      name === '' ? '무엇을 도와드릴까요?' : html`${name} 님, 무엇을 도와드릴까요?`,
      '매장 이름을 바로 써도 찾아 드려요.',
    ),
  help: (line) =>
    lines(
      html`<b>이렇게 쓰세요</b>`,
      '• 매장을 고르고 할인율, 금액, 덤 가운데 원하는 것을 요청하세요. 사람이 모이면 매장에 알려 드려요.',
      '• 매장이 쿠폰을 만들면 요청한 분 모두에게 바로 보내 드려요.',
      '• 지갑에서 바코드를 열어 계산대에서 보여 주세요.',
      '• 상품권 선물을 받거나 보낼 수도 있어요.',
      html`<b>돈을 돌려받으려면</b>`,
      '• 결제하기를 누르기 전이면 /cancel 로 그만둘 수 있어요. 돈은 나가지 않아요.',
      '• 보낸 선물은 받는 분이 사양하거나 기한까지 답하지 않으면 돈이 돌아와요.',
      '• 받은 상품권은 쓰기 전이면 돌려보낼 수 있어요. 내 지갑에서 상품권을 고르고 ‘크게 보기·인쇄’를 누르세요. 돈은 보낸 분께 돌아가요.',
      html`전화로 상품권을 사려면 ${line}`,
      '하던 일을 멈추려면 /cancel',
    ),
  cancelled: html`그만뒀어요.`,
  back: '‹ 뒤로',
  more: '더 보기 ›',
  yes: '네',
  no: '아니요',
  chooseLanguage: html`어느 언어로 하시겠어요?`,
  languageChosen: '한국어로 할게요.',
  notUnderstood: (said) => lines(html`‘${said}’에 맞는 매장을 찾지 못했어요.`, '아래에서 골라 주세요.'),
  wordsPlease: {
    photo: html`사진은 읽을 수 없어요. 글로 써 주세요.`,
    sticker: html`귀여운 스티커네요! 그런데 글로 써 주셔야 알 수 있어요.`,
    voice: html`음성은 들을 수 없어요. 글로 써 주세요.`,
    location: html`위치로는 아직 찾을 수 없어요. 동네나 매장 이름을 글로 써 주세요.`,
    something: html`이건 읽을 수 없어요. 글로 써 주세요.`,
  },
  editedNotRead: html`고치신 글은 다시 읽지 않아요. 바꾸고 싶으시면 새로 써 주세요.`,
  othersContact: html`다른 분의 연락처로는 가입할 수 없어요. 아래 버튼으로 내 번호를 보내 주세요.`,
  oldButton: '이제 쓸 수 없는 버튼이에요.',
  sorry: html`죄송해요, 지금 문제가 생겨서 하지 못했어요. 조금 뒤에 다시 해 주세요.`,
  secretTaken: html`🔒 PIN을 쓰신 글은 대화에서 지웠어요.`,
  closedUntil: (moment) => html`PIN이 여러 번 틀려서 ${moment}까지 막혔어요. 그 뒤에 다시 해 주세요.`,
  wrongPin: html`PIN이 맞지 않아요. 다시 써 주세요.`,
  wrongPinOneLeft: html`PIN이 맞지 않아요. 한 번 더 틀리면 한동안 막혀요. 천천히 다시 써 주세요.`,
  fourToSix: html`PIN은 숫자 4~6자리예요. 다시 써 주세요.`,
  pinPlease: html`지금은 PIN을 기다리고 있어요. 숫자 4~6자리로 써 주세요.`,
  phoneNotPin: html`전화번호를 쓰신 것 같아요. 지금은 PIN이 필요해요. 숫자 4~6자리로 써 주세요.`,
  group: lines(
    '안녕하세요, 기프트라인이에요.',
    '쿠폰과 상품권은 한 분 한 분의 것이라 여럿이 보는 방에서는 도와드릴 수 없어요. 아래 버튼을 눌러 둘만의 대화에서 만나요.',
  ),
  toPrivateChat: '둘만의 대화 열기',
  notInGroup: '둘만의 대화에서 눌러 주세요.',
  cannotKeep: {
    empty: html`글자로 써 주세요.`,
    'too-long': (most) => html`너무 길어요. ${most}자까지 쓸 수 있어요.`,
    'card-number': html`카드 번호처럼 보이는 숫자가 있어 받지 않았어요. 카드 번호는 어디에도 쓰지 마세요.`,
  },
  commands: {
    start: '처음으로',
    shops: '매장 둘러보기',
    coupons: '받을 수 있는 쿠폰',
    wallet: '내 지갑',
    requests: '내 요청',
    buy: '상품권 선물하기',
    settings: '설정과 언어',
    help: '도움말',
  },
};

const en: ConversationWords = {
  labels: labels.en,
  hello: lines(
    html`Hello, this is <b>Giftline</b>.`,
    'Ask the shops you like for the coupon you want, and show your coupons and gift certificates right here.',
    'You can look around without signing up.',
  ),
  menu: (name) =>
    lines(
      name === '' ? 'What can I do for you?' : html`${name}, what can I do for you?`,
      'You can also just type the name of a shop.',
    ),
  help: (line) =>
    lines(
      html`<b>How it works</b>`,
      '• Choose a shop and ask for a percentage, an amount or something on top. When enough people ask, the shop is told.',
      '• Once the shop makes the coupon, everyone who asked gets it at once.',
      '• Open its barcode in your wallet and show it at the till.',
      '• You can also send and receive gift certificates.',
      html`<b>Getting money back</b>`,
      '• Before you press to pay, /cancel stops a purchase unpaid.',
      '• A gift that is declined, or not answered in time, is refunded.',
      '• An unused certificate can be returned: choose it in your wallet and press “Large, or to print”. The sender gets the money.',
      html`To buy by telephone: ${line}`,
      'To stop what you are doing: /cancel',
    ),
  cancelled: html`Stopped.`,
  back: '‹ Back',
  more: 'More ›',
  yes: 'Yes',
  no: 'No',
  chooseLanguage: html`Which language would you like?`,
  languageChosen: 'English it is.',
  notUnderstood: (said) => lines(html`I found no shop for “${said}”.`, 'Please choose from below.'),
  wordsPlease: {
    photo: html`I cannot read pictures. Please type it.`,
    sticker: html`A lovely sticker! But I need it in words.`,
    voice: html`I cannot listen to voice messages. Please type it.`,
    location: html`I cannot search by location yet. Please type a place or the name of a shop.`,
    something: html`I cannot read this. Please type it.`,
  },
  editedNotRead: html`I do not read edited messages again. To change something, please send a new one.`,
  othersContact: html`You cannot sign up with somebody else’s contact. Please share your own with the button below.`,
  oldButton: 'This button is out of use.',
  sorry: html`Sorry, something went wrong and it was not done. Please try again in a moment.`,
  secretTaken: html`🔒 I took the message with your PIN out of the chat.`,
  closedUntil: (moment) => html`Too many wrong PINs: closed until ${moment}. Please try again after that.`,
  wrongPin: html`That PIN is not right. Please type it again.`,
  wrongPinOneLeft: html`That PIN is not right. One more wrong one closes it for a while. Please type it with care.`,
  fourToSix: html`A PIN has 4 to 6 digits. Please type it again.`,
  pinPlease: html`I am waiting for your PIN: please type its 4 to 6 digits.`,
  phoneNotPin: html`That looks like a phone number. What I need is your PIN, 4 to 6 digits.`,
  group: lines(
    'Hello, this is Giftline.',
    'Coupons and certificates belong to one person each, so I cannot help where others read along. Please meet me in a private chat.',
  ),
  toPrivateChat: 'Open a private chat',
  notInGroup: 'Please press it in a private chat.',
  cannotKeep: {
    empty: html`Please use letters.`,
    'too-long': (most) => html`That is too long: ${most} characters at most.`,
    'card-number': html`I did not take this, for it looks like it has a card number in it. Please never type one anywhere.`,
  },
  commands: {
    start: 'Start',
    shops: 'Browse shops',
    coupons: 'Coupons to take',
    wallet: 'My wallet',
    requests: 'My requests',
    buy: 'Send a gift certificate',
    settings: 'Settings and language',
    help: 'Help',
  },
};

const ja: ConversationWords = {
  labels: labels.ja,
  hello: lines(
    html`<b>ギフトライン</b>です。ようこそ！`,
    '行きたいお店にほしいクーポンをリクエストして、届いたクーポンや商品券をここからそのまま見せられます。',
    '見るだけなら登録はいりません。',
  ),
  menu: (name) =>
    lines(
      name === '' ? 'ご用件をお選びください。' : html`${name}さん、ご用件をお選びください。`,
      'お店の名前をそのまま入力しても探せます。',
    ),
  help: (line) =>
    lines(
      html`<b>使い方</b>`,
      '• お店を選んで、割引率・割引額・おまけの中からほしいものをリクエストします。人数が集まるとお店にお知らせします。',
      '• お店がクーポンを作ると、リクエストした方全員にすぐ届きます。',
      '• ウォレットでバーコードを開き、レジで見せてください。',
      '• 商品券のギフトを贈ったり受け取ったりもできます。',
      html`<b>返金について</b>`,
      '• 支払うボタンを押す前なら /cancel でやめられます。お金は引き落とされません。',
      '• 贈ったギフトが辞退されたとき、期限までに返事がないときは、お金が戻ります。',
      '• 届いた商品券は、使う前なら返せます。ウォレットで商品券を選び、「大きく表示・印刷」を押してください。お金は贈った方に戻ります。',
      html`お電話で商品券を買うときは ${line}`,
      '途中でやめるときは /cancel',
    ),
  cancelled: html`やめました。`,
  back: '‹ 戻る',
  more: 'もっと見る ›',
  yes: 'はい',
  no: 'いいえ',
  chooseLanguage: html`どの言語にしますか？`,
  languageChosen: '日本語にしました。',
  notUnderstood: (said) => lines(html`「${said}」に合うお店が見つかりませんでした。`, '下からお選びください。'),
  wordsPlease: {
    photo: html`写真は読み取れません。文字で入力してください。`,
    sticker: html`すてきなスタンプですね！ただ、文字で入力していただく必要があります。`,
    voice: html`音声は聞き取れません。文字で入力してください。`,
    location: html`位置情報からはまだ探せません。地名かお店の名前を入力してください。`,
    something: html`これは読み取れません。文字で入力してください。`,
  },
  editedNotRead: html`編集されたメッセージは読み直しません。変更するときは新しく送ってください。`,
  othersContact: html`ほかの方の連絡先では登録できません。下のボタンでご自分の番号を送ってください。`,
  oldButton: 'このボタンはもう使えません。',
  sorry: html`申し訳ありません。問題が起きたため、完了できませんでした。少し待ってからもう一度お試しください。`,
  secretTaken: html`🔒 PINを書いたメッセージはトークから消しました。`,
  closedUntil: (moment) => html`PINの間違いが続いたため、${moment}まで使えません。そのあとでもう一度お試しください。`,
  wrongPin: html`PINが違います。もう一度入力してください。`,
  wrongPinOneLeft: html`PINが違います。もう一度間違えるとしばらく使えなくなります。確かめてから入力してください。`,
  fourToSix: html`PINは4〜6けたの数字です。もう一度入力してください。`,
  pinPlease: html`今はPINをお待ちしています。4〜6けたの数字で入力してください。`,
  phoneNotPin: html`電話番号のようです。今必要なのはPINです。4〜6けたの数字で入力してください。`,
  group: lines(
    'こんにちは、ギフトラインです。',
    'クーポンや商品券はお一人ずつのものなので、ほかの方が見るグループではご案内できません。下のボタンから個別のトークでどうぞ。',
  ),
  toPrivateChat: '個別のトークを開く',
  notInGroup: '個別のトークで押してください。',
  cannotKeep: {
    empty: html`文字で入力してください。`,
    'too-long': (most) => html`長すぎます。${most}文字まで入力できます。`,
    'card-number': html`カード番号のような数字があるため、受け取りませんでした。カード番号はどこにも書かないでください。`,
  },
  commands: {
    start: 'はじめに戻る',
    shops: 'お店を見る',
    coupons: 'もらえるクーポン',
    wallet: 'マイウォレット',
    requests: 'リクエスト一覧',
    buy: '商品券を贈る',
    settings: '設定と言語',
    help: '使い方',
  },
};

export const conversation: Record<WrittenLanguage, ConversationWords> = { ko, en, ja };
