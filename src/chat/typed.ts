/** The digits of what somebody typed, full-width ones too. */
export const digitsIn = (typed: string): string => typed.normalize('NFKC').replace(/[^0-9]/g, '');

/** What was typed as it is said back: on one line, and not long. */
export const shortly = (typed: string): string => {
  const line = typed.replace(/\s+/g, ' ').trim();
  return line.length > 40 ? `${line.slice(0, 39).replace(/[\ud800-\udbff]$/, '')}…` : line;
};

const yes = new Set(['네', '예', '응', '맞아요', '좋아요', 'ok', 'yes', 'y', 'はい', 'ok', 'うん']);
const no = new Set(['아니요', '아니오', '아뇨', '아니', 'no', 'n', 'いいえ', 'ちがう']);

export function yesOrNo(typed: string): 'yes' | 'no' | null {
  const word = typed.toLowerCase().replace(/[^\p{L}]/gu, '');
  if (yes.has(word)) return 'yes';
  return no.has(word) ? 'no' : null;
}

/** Words on a button without its little picture: what somebody types who would rather type than press. */
export const bare = (label: string): string => label.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** A telephone number, however it is written and whatever stands around it. */
export const isPhoneLike = (typed: string): boolean => /\+?\d{8,15}/.test(joinedDigits(typed));

/** Nothing but digits, as many as no shop's code has, or a telephone number: nothing to look for. */
export const isRunOfDigits = (typed: string): boolean =>
  isPhoneLike(typed) || (/^\d+$/.test(joinedDigits(typed)) && digitsIn(typed).length !== codeDigits);

const codeDigits = 3;

const joinedDigits = (typed: string): string =>
  typed
    .normalize('NFKC')
    .trim()
    .replace(/(?<=[\d+)])[\s.\-()‐–]+(?=\d)|^\((?=\d)/g, '');

const greetings = new Set([
  ...[
    '안녕하세요',
    '안녕하십니까',
    '안녕',
    '안뇽',
    '하이',
    '헬로',
    '여보세요',
    'ㅎㅇ',
    'ㅎㅇㅎㅇ',
    '반가워요',
    '반갑습니다',
  ],
  ...['감사합니다', '감사해요', '고마워요', '고맙습니다', '고마워', 'ㄱㅅ', 'ㄳ', '땡큐', '수고하세요', '네감사합니다'],
  ...['hi', 'hello', 'hey', 'hithere', 'hellothere', 'goodmorning', 'goodafternoon', 'goodevening'],
  ...['thanks', 'thankyou', 'thankyousomuch', 'thx', 'ty'],
  ...['こんにちは', 'こんにちわ', 'こんばんは', 'おはよう', 'おはようございます', 'はじめまして', 'もしもし'],
  ...['ありがとう', 'ありがとうございます', 'ありがとうございました', 'どうも', 'やあ', 'ハロー'],
]);

/** Said by way of hello or thanks, and no shop's name. What is left of laughter (ㅎㅎ, ㅋㅋ) does not count. */
export function isGreeting(typed: string): boolean {
  const word = typed
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');
  return greetings.has(word) || greetings.has(word.replace(/[ㅋㅎㅠㅜ]+$/u, ''));
}

const helpWords = new Set([
  ...[
    '상담',
    '상담원',
    '상담사',
    '상담원연결',
    '상담원연결해주세요',
    '고객센터',
    '문의',
    '문의하기',
    '전화번호',
    '전화',
  ],
  ...[
    '환불',
    '환불해주세요',
    '환불하기',
    '환불방법',
    '반품',
    '도움',
    '도와주세요',
    '도와줘',
    '사용법',
    '사용방법',
    '사람',
  ],
  ...['help', 'helpme', 'support', 'agent', 'operator', 'customerservice', 'contact', 'refund', 'moneyback'],
  ...['ヘルプ', '助けて', '問い合わせ', 'お問い合わせ', 'オペレーター', '返金', '払い戻し', '電話番号'],
]);

/** Asks for help, or for money back, and is no shop's name. */
export const wantsHelp = (typed: string): boolean => helpWords.has(bare(typed.normalize('NFKC')));

const cancelWords = new Set([
  '취소',
  '취소하기',
  '취소해주세요',
  '취소할게요',
  'cancel',
  'キャンセル',
  '取り消し',
  '中止',
]);

/** Calls off what is being done. */
export const isCancel = (typed: string): boolean => cancelWords.has(bare(typed.normalize('NFKC')));
