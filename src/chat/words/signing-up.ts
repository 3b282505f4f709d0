import type { WrittenLanguage } from '../../wording/written/language.ts';
import { type Html, html, lines } from '../html.ts';

export interface SigningUpWords {
  why: Html;
  shareKey: string;
  /** To somebody who types the number. */
  whyButton: Html;
  orLink: Html;
  linkButton: string;
  notMobile: Html;
  signedUp: (name: string) => Html;
  welcomeBack: (name: string) => Html;
  memberKnown: Html;
  askNumber: Html;
  sixDigits: Html;
  askPin: Html;
  digitsTaken: Html;
  wrongEither: Html;
  codeSent: (phone: string) => Html;
  wrongCode: Html;
  noCode: Html;
  linked: (name: string) => Html;
}

export const signingUp: Record<WrittenLanguage, SigningUpWords> = {
  ko: {
    why: lines(
      '쿠폰과 상품권을 받아 두려면 휴대폰 번호가 필요해요.',
      html`아래 <b>내 번호 보내기</b>를 누르면 바로 가입돼요. 번호는 매장에 알려 주지 않아요.`,
    ),
    whyButton: lines(
      '직접 쓰신 번호로는 본인 번호인지 확인할 수 없어요.',
      html`아래 <b>내 번호 보내기</b> 버튼을 누르시면 텔레그램이 본인 번호임을 확인해 줘요.`,
    ),
    shareKey: '📱 내 번호 보내기',
    orLink: html`다른 번호로 기프트라인 회원이신가요?`,
    linkButton: '회원번호로 연결하기',
    notMobile: html`휴대폰 번호가 아니어서 가입할 수 없어요.`,
    signedUp: (name) => html`${name} 님, 가입됐어요. 반가워요!`,
    welcomeBack: (name) => html`${name} 님, 다시 오셨네요. 반가워요!`,
    memberKnown: html`기프트라인 회원이시네요. 등록하신 카드로 상품권을 선물할 수 있어요.`,
    askNumber: html`회원번호 여섯 자리를 써 주세요.`,
    sixDigits: html`먼저 회원번호가 필요해요. 회원번호는 숫자 여섯 자리예요.`,
    digitsTaken: html`🔒 숫자를 쓰신 글은 대화에서 지웠어요.`,
    askPin: html`PIN을 써 주세요. 읽은 뒤 대화에서 바로 지워요.`,
    wrongEither: html`회원번호나 PIN이 맞지 않아요. 회원번호부터 다시 써 주세요.`,
    codeSent: (phone) =>
      html`등록하신 휴대폰(${phone})에 문자로 여섯 자리 확인 번호를 보냈어요. 10분 안에 여기에 써 주세요.`,
    wrongCode: html`확인 번호가 맞지 않아요. 다시 써 주세요.`,
    noCode: html`확인 번호가 더는 맞지 않아요. 회원번호부터 다시 해 주세요.`,
    linked: (name) => html`${name} 님, 연결됐어요.`,
  },
  en: {
    why: lines(
      'To keep coupons and certificates for you, I need your mobile number.',
      html`Press <b>Share my number</b> below and you are signed up. Shops are not told your number.`,
    ),
    whyButton: lines(
      'From a number that is typed I cannot tell that it is yours.',
      html`Press <b>Share my number</b> below: Telegram then vouches that the number is your own.`,
    ),
    shareKey: '📱 Share my number',
    orLink: html`Are you a Giftline member under another number?`,
    linkButton: 'Use my member number',
    notMobile: html`This is not a mobile number, so I cannot sign you up with it.`,
    signedUp: (name) => html`Welcome, ${name}. You are signed up.`,
    welcomeBack: (name) => html`Welcome back, ${name}.`,
    memberKnown: html`You are a Giftline member: you can send certificates with your saved card.`,
    askNumber: html`Please type your member number, six digits.`,
    sixDigits: html`I need your member number first. It has six digits.`,
    digitsTaken: html`🔒 I took the message with the digits out of the chat.`,
    askPin: html`Please type your PIN. I take it out of the chat once I have read it.`,
    wrongEither: html`Member number or PIN is not right. Please start again with the member number.`,
    codeSent: (phone) =>
      html`I sent a six-digit code by text to your phone (${phone}). Please type it here within 10 minutes.`,
    wrongCode: html`That code is not right. Please type it again.`,
    noCode: html`That code is no longer good. Please start again with your member number.`,
    linked: (name) => html`${name}, your membership is linked.`,
  },
  ja: {
    why: lines(
      'クーポンや商品券をお預かりするには、携帯番号が必要です。',
      html`下の<b>番号を送る</b>を押すと登録が完了します。番号をお店に知らせることはありません。`,
    ),
    whyButton: lines(
      '入力された番号では、ご本人の番号かどうか確認できません。',
      html`下の<b>番号を送る</b>ボタンを押すと、Telegramがご本人の番号であることを確認します。`,
    ),
    shareKey: '📱 番号を送る',
    orLink: html`別の番号でギフトラインの会員の方ですか？`,
    linkButton: '会員番号で連携する',
    notMobile: html`携帯番号ではないため、登録できません。`,
    signedUp: (name) => html`${name}さん、登録できました。ようこそ！`,
    welcomeBack: (name) => html`${name}さん、おかえりなさい。`,
    memberKnown: html`ギフトラインの会員ですね。登録済みのカードで商品券を贈れます。`,
    askNumber: html`6けたの会員番号を入力してください。`,
    sixDigits: html`先に会員番号が必要です。会員番号は6けたの数字です。`,
    digitsTaken: html`🔒 数字を書いたメッセージはトークから消しました。`,
    askPin: html`PINを入力してください。確認後、トークからすぐに消します。`,
    wrongEither: html`会員番号かPINが違います。会員番号からもう一度入力してください。`,
    codeSent: (phone) =>
      html`ご登録の携帯(${phone})にSMSで6けたの確認番号を送りました。10分以内にここに入力してください。`,
    wrongCode: html`確認番号が違います。もう一度入力してください。`,
    noCode: html`確認番号の期限が切れました。会員番号からやり直してください。`,
    linked: (name) => html`${name}さん、連携できました。`,
  },
};
