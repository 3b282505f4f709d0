import type { NewsBy } from '../../operations/customers/customer-operations.ts';
import type { WrittenLanguage } from '../../wording/written/language.ts';
import { makePinLabel } from '../../wording/written/pin-button.ts';
import { type Html, html } from '../html.ts';

export interface SettingsWords {
  title: string;
  phone: (phone: string) => Html;
  member: string;
  news: (by: string) => Html;
  email: (address: string | null) => Html;
  pin: (has: boolean) => Html;
  newsBy: Record<NewsBy, string>;
  newsButton: (by: string, chosen: boolean) => string;
  emailButton: string;
  pinButton: (has: boolean) => string;
  newsChosen: (by: string) => string;
  emailFirst: Html;
  askEmail: Html;
  emailSent: (address: string) => Html;
  notAnAddress: Html;
  wantsNoMail: (address: string) => Html;
  mailsSpent: (most: number) => Html;
  memberPin: Html;
  askOldPin: Html;
  askNewPin: Html;
  pinFirst: Html;
  /** Before it is made for a coupon that its holder has already. */
  pinAtShop: Html;
  pinChosen: Html;
}

export const settings: Record<WrittenLanguage, SettingsWords> = {
  ko: {
    title: '설정',
    phone: (phone) => html`휴대폰: ${phone}`,
    member: '기프트라인 회원',
    news: (by) => html`쿠폰과 소식을 받는 곳: <b>${by}</b>`,
    email: (address) => (address === null ? html`이메일: 없음` : html`이메일: ${address}`),
    pin: (has) => (has ? html`PIN: 있음` : html`PIN: 아직 없음`),
    newsBy: { chat: '이 대화', text: '문자', email: '이메일' },
    newsButton: (by, chosen) => (chosen ? `✓ ${by}` : by),
    emailButton: '이메일 바꾸기',
    pinButton: (has) => (has ? 'PIN 바꾸기' : makePinLabel.ko),
    newsChosen: (by) => `이제 ${by}로 보내 드려요.`,
    emailFirst: html`먼저 이메일 주소를 확인해야 해요.`,
    askEmail: html`이메일 주소를 써 주세요. 확인하는 메일을 보내 드려요.`,
    emailSent: (address) => html`${address} 주소로 메일을 보냈어요. 메일에 있는 주소를 열면 확인이 끝나요.`,
    notAnAddress: html`이메일 주소가 아닌 것 같아요. 다시 써 주세요.`,
    wantsNoMail: (address) =>
      html`${address} 주소는 기프트라인 메일을 받지 않기로 한 주소예요. 예전에 받은 메일 맨 아래 링크에서 다시 받기로 바꾼 뒤 써 주시거나, 다른 주소를 써 주세요.`,
    mailsSpent: (most) => html`확인 메일은 하루에 ${most}번까지 보내요. 내일 다시 해 주세요.`,
    memberPin: html`회원님은 전화에서 쓰시는 PIN을 여기서도 그대로 써요.`,
    askOldPin: html`지금 PIN을 먼저 써 주세요. 읽은 뒤 대화에서 바로 지워요.`,
    askNewPin: html`새 PIN을 숫자 4~6자리로 써 주세요. 읽은 뒤 대화에서 바로 지워요.`,
    pinFirst: html`이 쿠폰은 PIN이 있어야 받을 수 있어요.`,
    pinAtShop: html`이 쿠폰은 매장에서 PIN을 눌러야 쓸 수 있어요.`,
    pinChosen: html`PIN을 정했어요.`,
  },
  en: {
    title: 'Settings',
    phone: (phone) => html`Mobile: ${phone}`,
    member: 'Giftline member',
    news: (by) => html`Coupons and news go to: <b>${by}</b>`,
    email: (address) => (address === null ? html`E-mail: none` : html`E-mail: ${address}`),
    pin: (has) => (has ? html`PIN: set` : html`PIN: not set yet`),
    newsBy: { chat: 'this chat', text: 'text message', email: 'e-mail' },
    newsButton: (by, chosen) => (chosen ? `✓ ${by}` : by),
    emailButton: 'Change e-mail',
    pinButton: (has) => (has ? 'Change PIN' : makePinLabel.en),
    newsChosen: (by) => `From now on: ${by}.`,
    emailFirst: html`First your e-mail address has to be confirmed.`,
    askEmail: html`Please type your e-mail address. I will send a mail to confirm it.`,
    emailSent: (address) => html`I sent a mail to ${address}. Open the link in it and you are done.`,
    notAnAddress: html`That does not look like an e-mail address. Please type it again.`,
    wantsNoMail: (address) =>
      html`${address} asked for no more mail from Giftline. Change that by the link at the foot of an earlier mail, then type it again; or type another address.`,
    mailsSpent: (most) => html`I send at most ${most} such mails a day. Please try again tomorrow.`,
    memberPin: html`As a member you use the same PIN here as on the telephone.`,
    askOldPin: html`Please type your present PIN first. I take it out of the chat once I have read it.`,
    askNewPin: html`Please type a new PIN of 4 to 6 digits. I take it out of the chat once I have read it.`,
    pinFirst: html`This coupon needs a PIN of yours.`,
    pinAtShop: html`To use this coupon, you key in a PIN at the shop.`,
    pinChosen: html`Your PIN is set.`,
  },
  ja: {
    title: '設定',
    phone: (phone) => html`携帯番号：${phone}`,
    member: 'ギフトライン会員',
    news: (by) => html`クーポンとお知らせの届け先：<b>${by}</b>`,
    email: (address) => (address === null ? html`メール：なし` : html`メール：${address}`),
    pin: (has) => (has ? html`PIN：設定済み` : html`PIN：未設定`),
    newsBy: { chat: 'このトーク', text: 'SMS', email: 'メール' },
    newsButton: (by, chosen) => (chosen ? `✓ ${by}` : by),
    emailButton: 'メールを変更',
    pinButton: (has) => (has ? 'PINを変更' : makePinLabel.ja),
    newsChosen: (by) => `これからは${by}に届きます。`,
    emailFirst: html`先にメールアドレスの確認が必要です。`,
    askEmail: html`メールアドレスを入力してください。確認のメールをお送りします。`,
    emailSent: (address) => html`${address}にメールを送りました。メールのリンクを開くと確認が完了します。`,
    notAnAddress: html`メールアドレスではないようです。もう一度入力してください。`,
    wantsNoMail: (address) =>
      html`${address}は、ギフトラインのメールを受け取らない設定になっています。以前のメールの下にあるリンクで設定を戻してからもう一度入力するか、別のアドレスを入力してください。`,
    mailsSpent: (most) => html`確認メールは1日${most}通までです。明日もう一度お試しください。`,
    memberPin: html`会員の方は、電話で使うPINをここでもそのまま使います。`,
    askOldPin: html`先に今のPINを入力してください。確認後、トークからすぐに消します。`,
    askNewPin: html`新しいPINを4〜6けたの数字で入力してください。確認後、トークからすぐに消します。`,
    pinFirst: html`このクーポンを受け取るにはPINが必要です。`,
    pinAtShop: html`このクーポンをお店で使うにはPINが必要です。`,
    pinChosen: html`PINを設定しました。`,
  },
};
