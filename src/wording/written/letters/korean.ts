import { josa } from 'es-hangul';
import type { OpenGift } from '../../../core/messages/message-facts.ts';
import { answersHere, type GiftLetters, groups, lines, MOST_LISTED, type Pen, sender } from './letter.ts';

const FROM = sender.ko;
const BACK = '카드로 모두 돌려드립니다. 카드사에 따라 며칠 걸릴 수 있습니다.';

export const korean: GiftLetters = {
  'gift-offered': (facts, pen) =>
    lines(
      `${FROM} ${pen.name(facts.buyerName)} 님이 ${voucher(facts, pen)}을 보냈습니다.`,
      facts.hasGreeting && answersHere(pen) && `축하 말씀 듣기: ${pen.link}`,
      pen.buttons && '아래 버튼으로 받거나 사양해 주세요.',
      pen.twoWayText && howToAnswer(pen.othersWait ? facts.giftNumber : null),
      !answersHere(pen) &&
        lines(facts.hasGreeting ? '축하 말씀을 듣고 받기·사양:' : '받기·사양:', pen.link, `문의 ${pen.line}`),
      `선물 번호 ${facts.giftNumber}, ${pen.lastDay(facts.lapsesAt)}까지`,
    ),
  card: (facts, pen) =>
    lines(
      `${FROM} ${voucher(facts, pen)}입니다.`,
      pen.mms
        ? '매장에서 이 그림을 보이고 정하신 PIN을 눌러 주세요.'
        : '매장에서 아래 주소의 바코드를 보이고 정하신 PIN을 눌러 주세요.',
      `${pen.lastDay(facts.expiresAt)}까지`,
      `번호 ${groups(facts.number)}`,
      pen.link,
    ),
  receipt: (facts, pen) =>
    lines(
      `${FROM} 결제됐습니다. ${pen.person(facts.recipient)} 님께 ${voucher(facts, pen)}을 보냅니다.`,
      `${pen.brand(facts.card.brand)} 끝번호 ${facts.card.last4}`,
      '받으시면 알려 드립니다.',
    ),
  'bought-from-other-phone': (facts, pen) =>
    lines(
      `${FROM} 등록하지 않은 전화${facts.caller === null ? '' : `(${pen.person(facts.caller)})`}에서 회원님 이름으로 ${voucher(facts, pen)}을 샀습니다.`,
      `회원님이 아니라면 바로 ${pen.line}에 알려 주세요.`,
    ),
  'pin-guessed': (_, pen) =>
    lines(
      `${FROM} 등록하지 않은 전화에서 회원님의 PIN을 여러 번 틀리게 눌렀습니다. 오늘은 그런 전화로 들어올 수 없습니다.`,
      `회원님 전화로는 그대로 쓰실 수 있습니다. 도움이 필요하시면 ${pen.line}로 전화해 주세요.`,
    ),
  'gift-accepted': (facts, pen) => `${FROM} ${pen.person(facts.recipient)} 님이 ${voucher(facts, pen)}을 받았습니다.`,
  'gift-refused': (facts, pen) =>
    `${FROM} ${pen.person(facts.recipient)} 님이 ${voucher(facts, pen)}을 사양했습니다. ${josa(pen.amount(facts.amount), '을/를')} ${BACK}`,
  'gift-lapsed': (facts, pen) =>
    `${FROM} ${pen.person(facts.recipient)} 님이 기한까지 ${voucher(facts, pen)}에 답하지 않았습니다. ${josa(pen.amount(facts.amount), '을/를')} ${BACK}`,
  'gift-undeliverable': (facts, pen) =>
    `${FROM} ${pen.person(facts.recipient)} 님께 ${voucher(facts, pen)} 문자가 닿지 않았습니다. 번호를 확인해 주세요. 기한까지 받지 않으면 모두 돌려드립니다. 문의 ${pen.line}`,
  'certificate-used': (facts, pen) =>
    `${FROM} ${pen.person(facts.recipient)} 님이 ${pen.moment(facts.at)} ${pen.shop(facts.shop)}에서 ${josa(pen.amount(facts.amount), '을/를')} 썼습니다. ${left(facts.balance, pen)}`,
  'use-rolled-back': (facts, pen) =>
    `${FROM} ${pen.shop(facts.shop)}에서 ${pen.person(facts.recipient)} 님이 쓴 ${josa(pen.amount(facts.amount), '이/가')} 취소됐습니다(${pen.moment(facts.at)}). ${left(facts.balance, pen)}`,
  'certificate-returned': (facts, pen) =>
    `${FROM} ${pen.person(facts.recipient)} 님이 쓰지 않은 ${voucher(facts, pen)}을 돌려보냈습니다. ${josa(pen.amount(facts.amount), '을/를')} ${BACK}`,
  'payment-failed': (facts, pen) =>
    `${FROM} ${voucher(facts, pen)}을 사지 못했습니다. 돈은 나가지 않았습니다. 다시 사시려면 ${pen.line}.`,
  'money-returned': (facts, pen) =>
    `${FROM} 끝나지 않은 구매(${voucher(facts, pen)})로 나간 돈을 카드로 모두 돌려드립니다. 상품권은 나가지 않았습니다.`,
  'reply-which-gift': ({ open }, pen) =>
    lines(
      `답을 기다리는 선물이 ${open.length}개입니다.`,
      listed(open, pen),
      '선물 번호를 앞에 써 주세요.',
      `받기: ${example(open)} 한 칸 띄고 PIN 4–6자리`,
      `사양: ${example(open)} 2`,
    ),
  'reply-no-such-gift': ({ open }, pen) =>
    open.length === 0
      ? '그 번호의 선물이 없습니다.'
      : lines('그 번호의 선물이 없습니다. 기다리는 선물입니다.', listed(open, pen)),
  'reply-closed-gift': ({ giftNumber, state }) => `선물 ${giftNumber}번은 ${closed[state]}`,
  'reply-nothing-open': (_facts, pen) => `지금 답을 기다리는 선물이 없습니다. 문의 ${pen.line}`,
  'reply-help': ({ open }, pen) =>
    lines(
      open.length === 0 ? '지금 답을 기다리는 선물이 없습니다.' : listed(open, pen),
      open.length > 0 && how(open),
      `문의 ${pen.line}. 문자를 그만 받으려면 STOP`,
    ),
  'reply-unclear': ({ digits, open }, pen) =>
    open.length === 0
      ? `지금 답을 기다리는 선물이 없습니다. 문의 ${pen.line}`
      : lines(digits ? '그 숫자로는 답하실 수 없습니다.' : '알아듣지 못했습니다. 숫자로만 답해 주세요.', how(open)),
  'reply-refused': (facts, pen) => `${voucher(facts, pen)}을 사양하셨습니다. 보낸 분께 알리고 돈을 돌려드립니다.`,
};

const closed = {
  offered: '기한이 지났습니다.',
  accepted: '이미 받으셨습니다.',
  refused: '이미 사양하셨습니다.',
  lapsed: '기한이 지났습니다.',
} as const;

const voucher = (facts: Pick<OpenGift, 'shop' | 'amount'>, pen: Pen): string =>
  `${pen.shop(facts.shop)} ${pen.amount(facts.amount)} 상품권`;

const left = (balance: OpenGift['amount'], pen: Pen): string =>
  balance.minor === '0' ? '남은 금액은 없습니다.' : `남은 금액은 ${pen.amount(balance)}입니다.`;

const howToAnswer = (gift: number | null): string =>
  gift === null
    ? '받으시려면 PIN으로 쓸 숫자 4–6자리를 답장해 주세요. 사양은 2.'
    : `받으시려면 ${gift} 한 칸 띄고 PIN으로 쓸 숫자 4–6자리를 답장해 주세요. 사양은 ${gift} 2.`;

const example = (open: OpenGift[]): string => String(open[0]?.giftNumber ?? '');

function how(open: OpenGift[]): string {
  return open.length === 1
    ? '받기: PIN으로 쓸 숫자 4–6자리. 사양: 2'
    : `받기: ${example(open)} 한 칸 띄고 PIN 4–6자리. 사양: ${example(open)} 2`;
}

function listed(open: OpenGift[], pen: Pen): string {
  const shown = open.slice(0, MOST_LISTED).map((gift) => `${gift.giftNumber}: ${voucher(gift, pen)}`);
  return lines(...shown, open.length > MOST_LISTED && `그 밖에 ${open.length - MOST_LISTED}개`);
}
