import { josa } from 'es-hangul';
import { type CouponLetters, groups, lines, type Pen, type PinAskedAtShop, sender } from './letter.ts';

const FROM = sender.ko;

export const couponsInKorean: CouponLetters = {
  coupon: (facts, pen) =>
    lines(
      `${FROM} ${pen.shop(facts.shop)} 쿠폰이 왔습니다: ${pen.offer(facts.offer, facts.currency)}`,
      pen.name(facts.title),
      facts.asked && '요청하신 쿠폰입니다.',
      `${pen.lastDay(facts.expiresAt)}까지`,
      facts.serial !== null && `번호 ${groups(facts.serial)}`,
      pinLine(facts, pen),
      pen.link,
    ),
  'coupon-expires-soon': (facts, pen) =>
    lines(
      `${FROM} ${pen.shop(facts.shop)} 쿠폰 ${quoted(pen.name(facts.title), '은/는')} ${pen.lastDay(facts.expiresAt)}까지 쓸 수 있습니다.`,
      pinLine(facts, pen),
      pen.link,
    ),
  'coupon-withdrawn': (facts, pen) =>
    `${FROM} ${pen.shop(facts.shop)}에서 쿠폰 ${quoted(pen.name(facts.title), '을/를')} 회수했습니다. 쓰실 수 없습니다. 요청은 그대로 남아 있습니다.`,
  'coupon-used': (facts, pen) =>
    lines(
      `${FROM} ${pen.moment(facts.at)} ${pen.shop(facts.where)}에서 쿠폰 ${quoted(pen.name(facts.title), '을/를')} 썼습니다.`,
      facts.off.minor !== '0' && `할인 ${pen.amount(facts.off)}`,
    ),
  'coupon-use-rolled-back': (facts, pen) =>
    `${FROM} ${pen.shop(facts.where)}에서 쿠폰 ‘${pen.name(facts.title)}’ 사용을 취소했습니다(${pen.moment(facts.at)}). 다시 쓰실 수 있습니다.`,
  'request-lapsed': (facts, pen) =>
    `${FROM} ${pen.shop(facts.shop)}에 하신 쿠폰 요청이 기한이 지나 끝났습니다. 다시 요청하실 수 있습니다.`,
  'wish-listed': (facts, pen) =>
    `${FROM} 찾으시던 ${quoted(pen.name(facts.wish), '이/가')} ${josa(pen.shop(facts.shop), '으로/로')} 등록됐습니다. 이제 쿠폰을 요청하실 수 있습니다.`,
  'wish-declined': (facts, pen) => `${FROM} 찾으시던 ${quoted(pen.name(facts.wish), '은/는')} 등록하지 못했습니다.`,
  'link-code': (_facts, pen) =>
    `${FROM} 확인 번호 ${pen.code}. 10분 안에 채팅에 써 주세요. 직접 하신 일이 아니면 무시해 주세요.`,
  'chat-moved': ({ told }, pen) =>
    told === 'old-chat'
      ? lines(
          `${FROM} 회원님의 쿠폰과 상품권이 다른 대화로 옮겨졌습니다. 이 대화에서는 더 보이지 않습니다.`,
          `직접 하신 일이 아니면 바로 ${pen.line}에 알려 주세요.`,
          '이 대화에서 ‘가입하기’를 누르고 처음 가입하신 방법 그대로(‘내 번호 보내기’ 또는 ‘회원번호로 연결하기’) 하시면 되찾을 수 있습니다.',
        )
      : `${FROM} 회원님의 쿠폰과 상품권이 텔레그램 대화에 새로 연결됐습니다. 직접 하신 일이 아니면 바로 ${pen.line}에 알려 주세요.`,
  'email-link': (_facts, pen) =>
    lines(
      `${FROM} 이 주소로 쿠폰을 받으시려면 아래 주소를 열어 주세요.`,
      pen.link,
      '직접 하신 일이 아니면 무시해 주세요.',
    ),
  'password-link': (facts, pen) =>
    lines(
      `${FROM} ${pen.moment(facts.goodUntil)}까지 매장 페이지의 비밀번호를 새로 정하실 수 있습니다.`,
      pen.link && `새 비밀번호 정하기: ${pen.link}`,
      '직접 요청하지 않으셨다면 무시해 주세요. 비밀번호는 그대로이고, 이 요청으로 로그인한 사람도 없습니다.',
    ),
  'password-changed': (facts, pen) =>
    lines(
      `${FROM} ${pen.moment(facts.at)}에 매장 페이지의 비밀번호가 바뀌었습니다. 바꾼 기기를 빼고 모두 로그아웃됐습니다.`,
      `직접 하신 일이 아니면 바로 비밀번호를 다시 정하고 ${pen.line}에 알려 주세요.`,
      pen.link && `비밀번호 다시 정하기: ${pen.link}`,
    ),
  'demand-reached': (facts, pen) =>
    lines(
      `${FROM} ${pen.shop(facts.shop)}에 손님 ${facts.asking}명이 쿠폰을 요청했습니다.`,
      ...facts.wants.map(({ want, count }) => `${pen.want(want, facts.currency)}: ${count}명`),
      pen.link && `쿠폰 만들기: ${pen.link}`,
    ),
  'test-card': (facts, pen) =>
    `${FROM} ${pen.shop(facts.shop)} 쿠폰 ‘${pen.name(facts.title)}’의 시험 카드입니다. 매장에서는 쓸 수 없습니다.`,
  'campaign-sent': (facts, pen) =>
    `${FROM} ${pen.shop(facts.shop)} 쿠폰 ${quoted(pen.name(facts.title), '을/를')} 요청한 손님 ${facts.total}명에게 모두 보냈습니다.`,
  'shop-approved': (facts, pen) =>
    lines(
      `${FROM} ${pen.shop(facts.shop)} 등록을 마쳤습니다. 이제 손님이 쿠폰을 요청할 수 있습니다.`,
      pen.link && `매장 페이지: ${pen.link}`,
    ),
  'shop-declined': (facts, pen) =>
    lines(
      `${FROM} ${josa(pen.shop(facts.shop), '은/는')} 등록하지 못했습니다.`,
      pen.name(facts.reason),
      pen.link && `고쳐서 저장하시면 다시 확인합니다: ${pen.link}`,
    ),
  'shop-renamed': (facts, pen) =>
    lines(
      `${FROM} ${pen.shop(facts.before)}의 상호가 ${quoted(pen.shop(facts.shop), '으로/로')} 바뀌었습니다.`,
      pen.link && `매장 페이지: ${pen.link}`,
    ),
  'shop-name-declined': (facts, pen) =>
    lines(
      `${FROM} ${pen.shop(facts.shop)}의 상호를 ${quoted(pen.shop(facts.asked), '으로/로')} 바꾸지 못했습니다.`,
      pen.name(facts.reason),
      pen.link && `매장 페이지: ${pen.link}`,
    ),
  'operator-news': (facts, pen) => lines(`${FROM} ${newsInKorean[facts.what]}: ${pen.name(facts.name)}`, pen.link),
};

/** What waits for an operator. */
export const newsInKorean = {
  shop: '승인을 기다리는 매장',
  'shop-name': '승인을 기다리는 새 상호',
  wish: '손님이 찾는 매장',
  campaign: '제작을 맡긴 쿠폰',
} as const;

const quoted = (name: string, particle: Parameters<typeof josa>[1]): string => `‘${name}’${josa.pick(name, particle)}`;

/** EC-03. */
function pinLine({ pinAsked }: PinAskedAtShop, pen: Pen): string {
  if (pinAsked === undefined) return '';
  const asked = '매장에서 쓰실 때 PIN을 눌러 주세요.';
  if (pinAsked === 'own-pin') return asked;
  return `${asked} 아직 PIN이 없으시니 ${pen.buttons ? '아래 버튼으로' : '텔레그램 대화의 설정에서'} 먼저 만들어 주세요.`;
}
