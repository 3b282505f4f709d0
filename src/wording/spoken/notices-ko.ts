import { josa } from 'es-hangul';
import { spokenAmount, spokenNumber } from './amount.ts';
import { spokenName } from './name.ts';
import { type NoticeFacts, type Notices, once } from './notices.ts';
import { ko } from './utterance.ts';

const notPaid = once(() => ko`아직 결제되지 않았어요.`);
/** With the amount it would be too long before the prompt that follows; whoever is to pay hears it again. */
const goOn = once(({ shop }: NoticeFacts['at-hold']) => ko`${spokenName(shop.name)} 상품권은 아직 결제되지 않았어요.`);

/** Up to an hour and a half in minutes; what is longer in hours. */
const wait = (minutes: number): string =>
  minutes <= 90 ? `${spokenNumber(minutes, 'ko')} 분` : `${Math.ceil(minutes / 60)}시간`;

/** Outcomes in Korean. What to press is said by the prompt that follows. */
export const koreanNotices: Notices = {
  empty: [() => ko`입력이 없었어요.`, () => ko`아직 누르지 않으셨어요.`],
  'wrong-key': [() => ko`없는 번호예요.`, () => ko`그 번호는 쓰지 않아요.`],
  'wrong-length': [() => ko`자릿수가 맞지 않아요.`, () => ko`번호가 짧거나 길어요.`],
  'no-recording': [() => ko`녹음된 말씀이 없어요.`, () => ko`이번에도 소리가 없었어요.`],
  'no-caller-number': [() => ko`거신 전화의 번호가 보이지 않아요.`, () => ko`이 전화에서는 0을 쓸 수 없어요.`],
  'wrong-pin': [
    () => ko`회원번호나 비밀번호가 맞지 않아요.`,
    () => ko`이번에도 맞지 않았어요. 천천히 다시 눌러 주세요.`,
  ],
  closed: once(({ minutes }) => ko`비밀번호가 여러 번 틀렸어요. ${wait(minutes)} 뒤에 걸어 주세요.`),
  'unknown-shop': [() => ko`그 번호의 매장이 없어요.`, () => ko`이번에도 없는 매장이에요.`],
  'no-such-preset': [() => ko`없는 번호예요.`, () => ko`그 번호는 쓰지 않아요.`],
  'no-amount': [() => ko`영 원은 사실 수 없어요.`, () => ko`금액이 영보다 커야 해요.`],
  declined: [
    () => ko`카드사가 승인하지 않았어요. 다른 금액을 골라 주세요.`,
    () => ko`이번 금액도 승인되지 않았어요. 더 적은 금액은 어떠세요?`,
  ],
  'hold-failed': [
    () => ko`카드사와 이어지지 않았어요. 한 번 더 골라 주세요.`,
    () => ko`카드사가 아직 답하지 않아요. 다시 해 볼게요.`,
  ],
  'amount-out-of-range': [
    ({ least, most }) => ko`${spokenAmount(least, 'ko')}부터 ${spokenAmount(most, 'ko')}까지 됩니다.`,
    ({ least, most }) =>
      ko`가장 적게는 ${spokenAmount(least, 'ko')}, 가장 많게는 ${josa(spokenAmount(most, 'ko'), '이에요/예요')}.`,
  ],
  'daily-limit': [
    ({ left }) => ko`다른 전화로는 오늘 ${spokenAmount(left, 'ko')}까지예요.`,
    ({ left }) => ko`오늘 남은 한도는 ${josa(spokenAmount(left, 'ko'), '이에요/예요')}.`,
  ],
  'daily-limit-reached': once(() => ko`다른 전화 한도가 찼어요. 등록하신 전화로 걸어 주세요.`),
  'not-mobile': [() => ko`휴대폰 번호가 아니에요.`, () => ko`공일공부터 끝까지 눌러 주세요.`],
  another: once(() => ko`네, 다른 번호로 할게요.`),
  cancelled: once(() => ko`그만두었습니다. 이 상품권의 돈은 나가지 않았습니다.`),
  'hold-expired': once(() => ko`시간이 지났어요. 이 상품권의 돈은 나가지 않았습니다.`),
  'payment-failed': [
    () => ko`결제가 안 됐어요. 이 상품권의 돈은 나가지 않았습니다.`,
    () => ko`이번에도 안 됐어요. 이 상품권의 돈은 나가지 않았습니다.`,
  ],
  'was-bought': once(() => ko`끊긴 구매는 결제됐습니다. 받는 분께 곧 알려 드립니다.`),
  'was-gone': once(() => ko`끊긴 구매는 취소됐어요. 그 돈은 나가지 않았습니다.`),
  'at-hold': goOn,
  'at-recipient': goOn,
  'at-recipient-confirm': notPaid,
  'at-greeting': goOn,
  'at-confirm': notPaid,
};
