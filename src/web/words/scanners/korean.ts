import type { ScannerWords } from './scanner-words.ts';

export const korean: ScannerWords = {
  title: '스캐너',
  lead: '계산대의 휴대폰, 태블릿, PC가 이 매장의 스캐너가 됩니다. 기기마다 하나씩 추가하세요.',
  open: '이 기기에서 스캐너 열기',
  none: '아직 스캐너가 없습니다.',
  lastUsed: (day) => `마지막 사용 ${day}`,
  neverUsed: '아직 쓴 적 없음',
  since: (day) => `${day} 추가`,
  disable: '사용 중지',
  disableSure: '이 스캐너로는 더 이상 상품권과 쿠폰을 받을 수 없습니다. 이미 받은 것은 그대로입니다.',
  disabled: '사용을 중지했습니다. 그 키는 이제 쓸 수 없습니다.',
  add: '스캐너 추가',
  name: '이름',
  nameHint: '알아보기 쉽게 적어 주세요. 예: 1번 계산대, 홀 태블릿',
  addGo: '추가하기',
  added: (name) => `‘${name}’ 스캐너를 추가했습니다`,
  scanIt: '계산대의 휴대폰이나 태블릿 카메라로 이 QR을 읽으세요. 로그인된 채로 열립니다.',
  qr: '스캐너를 여는 QR 코드',
  orType: '또는 그 기기에서 아래 주소를 열고 키를 입력하세요.',
  key: '단말기 키',
  keyHint:
    '이 키는 15분 동안만 보입니다. 키를 아는 사람은 이 매장의 상품권과 쿠폰을 받을 수 있으니 다른 사람에게 보이지 마세요.',
  faults: {
    missing: () => '이름을 적어 주세요.',
    'too-long': ({ most }) => `이름은 ${most}자까지입니다.`,
    'card-number': () => '카드 번호처럼 보입니다. 다른 이름으로 해 주세요.',
    taken: () => '같은 이름의 스캐너가 있습니다. 다른 이름으로 해 주세요.',
  },
  tooMany: (most) => `한 매장에 ${most}대까지입니다. 쓰지 않는 스캐너를 먼저 중지해 주세요.`,
  sheetText: '계산대에서 상품권과 쿠폰을 받는 기기입니다.',
  sheetGo: '스캐너 관리',
};
