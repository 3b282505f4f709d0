import { money } from '../../src/core/money.ts';
import { parseMobile } from '../../src/core/phone.ts';
import { partialName } from '../../src/core/recipients/partial-name.ts';
import type { CallDuties } from '../../src/ivr/call-context.ts';
import type { CallTurn } from '../../src/operations/calls/call-operations.ts';
import type { MemberFacts } from '../../src/operations/members/member-operations.ts';
import type { ConfirmOutcome, HoldOutcome } from '../../src/operations/purchases/purchase-operations.ts';
import type { ShopFacts } from '../../src/operations/shops/shop-operations.ts';

const won = (minor: number) => money(minor, 'KRW');

const jisu: MemberFacts = {
  id: 'member-1',
  number: '100001',
  name: '김지수',
  phone: '+821020000001',
  locale: 'ko',
  card: { brand: 'visa', last4: '4242' },
};

const shop = (code: string, name: string, nameEn: string): ShopFacts => ({
  id: `shop-${code}`,
  code,
  name,
  nameEn,
  currency: 'KRW',
  presets: [won(10_000), won(30_000), won(50_000), won(100_000)],
  least: won(1_000),
  most: won(500_000),
});

const carrier: Record<string, string> = { '+821030000001': '최유나', '+821030000002': '정훈' };

export type FakeOperations = ReturnType<typeof fakeOperations>;

/** Operations that remember what they were asked, and answer as they are told to. */
export function fakeOperations() {
  const asked: { name: string; ask: unknown }[] = [];
  const turns: CallTurn[] = [];
  const state = {
    shops: [
      shop('101', '한라악기', 'Halla Music'),
      shop('102', '북촌식당', 'Bukchon Table'),
      shop('103', '제주렌터카', 'Jeju Rent'),
      shop('104', '바닷가민박', 'Seaside Stay'),
    ],
    member: jisu,
    hold: [] as (HoldOutcome | Error)[],
    confirm: [] as (ConfirmOutcome | Error)[],
    closedUntil: null as Date | null,
    language: null as 'ko' | 'en' | null,
    returning: false,
    last: null as Awaited<ReturnType<CallDuties['lastPurchase']>>,
    broken: null as { sid: string; sealed: string; memberId: string } | null,
    purchase: 'open' as 'bought' | 'open' | 'waiting' | 'gone',
    allowFullName: false,
    down: false,
  };
  const holds = new Map<string, string>();
  const note = (name: string, ask: unknown) => {
    if (state.down) throw new Error('the store is out');
    asked.push({ name, ask });
  };
  const next = <T>(answers: (T | Error)[], usual: T): T => {
    const answer = answers.shift() ?? usual;
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const operations: CallDuties = {
    async signIn(ask) {
      note('signIn', ask);
      if (state.closedUntil) return { kind: 'closed', until: state.closedUntil };
      const { member } = ask;
      const right =
        ('id' in member && member.id === state.member.id) ||
        ('phone' in member && member.phone === state.member.phone) ||
        ('number' in member && member.number === state.member.number);
      return right && ask.pin === '2580'
        ? { kind: 'signed-in', member: state.member }
        : { kind: 'wrong-pin', left: 4, closedUntil: null };
    },
    async rememberLanguage(choice) {
      note('rememberLanguage', choice);
    },
    async findShop(code) {
      note('findShop', code);
      const found = state.shops.find((one) => one.code === code);
      return found ? { kind: 'shop', shop: found } : { kind: 'unknown-shop' };
    },
    async listShops() {
      note('listShops', null);
      return state.shops;
    },
    async holdPayment(ask) {
      note('holdPayment', ask);
      const holdId = holds.get(ask.key) ?? `hold-${holds.size + 1}`;
      holds.set(ask.key, holdId);
      const outcome = next<HoldOutcome>(state.hold, { kind: 'held', holdId, expiresAt: new Date(0) });
      return 'holdId' in outcome ? { ...outcome, holdId } : outcome;
    },
    async releaseHold(holdId) {
      note('releaseHold', holdId);
    },
    async nameRecipient(ask) {
      note('nameRecipient', ask);
      const mobile = parseMobile(ask.typed, 'KR');
      if (mobile.kind === 'not-mobile') return mobile;
      const name = carrier[mobile.phone];
      if (name === undefined) return { kind: 'unnamed', phone: mobile.phone };
      const full = state.allowFullName;
      return { kind: 'named', phone: mobile.phone, name: partialName(name), shown: full ? name : '최*나', full };
    },
    async confirmPurchase(ask) {
      note('confirmPurchase', ask);
      return next<ConfirmOutcome>(state.confirm, { kind: 'bought' });
    },
    async lastPurchase(memberId) {
      note('lastPurchase', memberId);
      return state.last;
    },
    async purchaseState(holdId) {
      note('purchaseState', holdId);
      return { kind: state.purchase };
    },
    async startCall(call) {
      note('startCall', call);
      return { language: state.language, returning: state.returning, broken: state.broken };
    },
    logTurn(turn) {
      turns.push(turn);
    },
    async takeUpCall(brokenSid, bySid) {
      note('takeUpCall', { brokenSid, bySid });
    },
    async endCall(sid) {
      note('endCall', sid);
    },
  };
  return {
    ...operations,
    state,
    turns,
    asked: (name: keyof CallDuties) => asked.filter((one) => one.name === name).map((one) => one.ask),
  };
}
