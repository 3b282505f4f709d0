import type { CampaignOperations } from '../../src/operations/campaigns/campaign-operations.ts';
import type {
  CertificateOperations,
  CertificatePage,
} from '../../src/operations/certificates/certificate-operations.ts';
import type { CouponOperations, VoucherView } from '../../src/operations/coupons/coupon-operations.ts';
import type { GiftOperations, GiftPage } from '../../src/operations/gifts/gift-operations.ts';
import type { Log } from '../../src/operations/ports.ts';
import type { Redemption, Terminal, TillOperations } from '../../src/operations/tills/till-operations.ts';

export const won = (minor: number | bigint) => ({ minor: BigInt(minor), currency: 'KRW' as const });
const nameOfMarkup = '<img src=x onerror=alert(1)>"&\'';

export const offeredGift: GiftPage = {
  state: 'offered',
  shop: { name: '한라악기', nameEn: 'Halla Music' },
  amount: won(50_000),
  buyerName: nameOfMarkup,
  lapsesAt: new Date('2026-12-20T15:00:00.000Z'),
  locale: 'ko',
  hasGreeting: true,
};

export const heldCertificate: CertificatePage = {
  id: 'certificate-1',
  cardVersion: 1,
  number: '482170339164',
  state: 'active',
  shop: { name: nameOfMarkup, nameEn: 'Halla Music' },
  issued: won(50_000),
  balance: won(50_000),
  buyerName: '김지수',
  expiresAt: new Date('2027-11-20T15:00:00.000Z'),
  locale: 'ko',
  hasGreeting: true,
  uses: [],
};

const cardFacts = {
  token: 'A'.repeat(26),
  number: '482170339164',
  shop: { name: '한라악기', nameEn: 'Halla Music' },
  issued: won(50_000),
  buyerName: '김지수',
  expiresAt: new Date('2027-11-20T15:00:00.000Z'),
  locale: 'ko',
};

/** Gifts and certificates by their tokens; what was asked for is remembered. */
export class FakePages {
  gifts = new Map<string, GiftPage>([['gifttoken-1', offeredGift]]);
  certificates = new Map<string, CertificatePage>([['pagetoken-1', heldCertificate]]);
  vouchers = new Map<string, VoucherView>();
  returnOutcome: Awaited<ReturnType<CertificateOperations['returnCertificate']>> = { kind: 'returned' };
  asked: { name: string; ask: unknown }[] = [];

  showGift: GiftOperations['showGift'] = async (token) => {
    const gift = this.gifts.get(token);
    return gift ? { kind: 'gift', gift } : { kind: 'unknown-gift' };
  };
  acceptGift: GiftOperations['acceptGift'] = async (ask) => {
    this.asked.push({ name: 'accept', ask });
    const gift = this.gifts.get(ask.token);
    if (!gift) return { kind: 'unknown-gift' };
    return gift.state === 'offered'
      ? { kind: 'accepted', pageToken: 'pagetoken-1' }
      : { kind: 'closed-gift', state: gift.state };
  };
  refuseGift: GiftOperations['refuseGift'] = async (ask) => {
    this.asked.push({ name: 'refuse', ask });
    return this.gifts.has(ask.token) ? { kind: 'refused' } : { kind: 'unknown-gift' };
  };
  greetingOf: GiftOperations['greetingOf'] = async (token) => (token.endsWith('1') ? 'RE1' : null);
  showCertificate: CertificateOperations['showCertificate'] = async (token) => {
    const certificate = this.certificates.get(token);
    return certificate ? { kind: 'certificate', certificate } : { kind: 'unknown-certificate' };
  };
  returnCertificate: CertificateOperations['returnCertificate'] = async (ask) => {
    this.asked.push({ name: 'return', ask });
    return this.returnOutcome;
  };
  cardFacts: CertificateOperations['cardFacts'] = async (id, version) =>
    id === 'certificate-1' && version === 1 ? cardFacts : null;
  showVoucher: CouponOperations['showVoucher'] = async (token) => {
    const voucher = this.vouchers.get(token);
    return voucher ? { kind: 'voucher', voucher } : { kind: 'unknown-voucher' };
  };
  voucherCard: CouponOperations['voucherCard'] = async (of) => {
    const voucher = [...this.vouchers.values()].find((one) =>
      'campaignId' in of ? one.voucherId === null && one.campaignId === of.campaignId : one.voucherId === of.voucherId,
    );
    return voucher ? { voucher, token: 'A'.repeat(26) } : null;
  };
  testCard: CampaignOperations['testCard'] = async () => null;
}

export const terminal: Terminal = { id: 'terminal-1', shopId: 'shop-1', name: 'Till' };
export const redeemed: Redemption = {
  kind: 'redeemed',
  id: 'redemption-1',
  number: '482170339164',
  amount: won(20_000),
  balance: won(30_000),
  at: '2026-11-20T06:30:00.000Z',
};

/** A till's operations that answer as they are told. */
export class FakeTill implements TillOperations {
  asked: Record<string, unknown>[] = [];
  redeem: Awaited<ReturnType<TillOperations['redeemCode']>> = {
    kind: 'answer',
    replayed: false,
    answer: redeemed,
  };
  rollBack: Awaited<ReturnType<TillOperations['rollBackRedemption']>> = {
    kind: 'answer',
    replayed: false,
    answer: { kind: 'unknown-redemption' },
  };
  validate: Awaited<ReturnType<TillOperations['validateCode']>> = { kind: 'unknown-code' };
  holdings: Awaited<ReturnType<TillOperations['holdingsOf']>> = { kind: 'wrong-pin' };
  lines: Awaited<ReturnType<TillOperations['shopRegister']>> = [];
  fails: Error | null = null;

  terminalByKey = async (key: string) => (key === 'demo-terminal-101' ? terminal : null);
  showTerminal: TillOperations['showTerminal'] = async ({ id, name }) => ({
    id,
    name,
    shop: { name: '한라악기', nameEn: 'Halla Music' },
    currency: 'KRW',
  });
  validateCode: TillOperations['validateCode'] = (ask) => this.answer(ask, this.validate);
  redeemCode: TillOperations['redeemCode'] = (ask) => this.answer(ask, this.redeem);
  holdingsOf: TillOperations['holdingsOf'] = (ask) => this.answer(ask, this.holdings);
  rollBackRedemption: TillOperations['rollBackRedemption'] = (ask) => this.answer(ask, this.rollBack);
  shopRegister: TillOperations['shopRegister'] = (ask) => this.answer(ask, this.lines);

  private async answer<T>(ask: object, answer: T): Promise<T> {
    if (this.fails) throw this.fails;
    this.asked.push({ ...ask });
    return answer;
  }
}

export function keptLog(): { log: Log; lines: string[] } {
  const lines: string[] = [];
  const note = (facts: object, message: string) => void lines.push(`${JSON.stringify(facts)} ${message}`);
  return { log: { info: note, warn: note, error: note }, lines };
}
