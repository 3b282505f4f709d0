import { numberGroups } from '../../core/certificates/certificate.ts';
import type { Money } from '../../core/money.ts';
import { writtenAmount } from './amounts.ts';
import { dateWriter } from './dates.ts';
import { shopNameIn, type WrittenLanguage } from './language.ts';
import { shortName } from './names.ts';

interface CardToWord {
  token: string;
  number: string;
  shop: { name: string; nameEn: string };
  issued: Money;
  buyerName: string;
  expiresAt: Date;
}

interface CardWords {
  title: string;
  from: (buyer: string) => string;
  validity: (lastDay: string) => string;
  terms: (shop: string) => string[];
}

const words: Record<WrittenLanguage, CardWords> = {
  ko: {
    title: '모바일 상품권',
    from: (buyer) => `${buyer} 님이 보냈습니다`,
    validity: (lastDay) => `${lastDay}까지`,
    terms: (shop) => [
      `${shop}에서 쓸 수 있습니다.`,
      '매장에서 바코드를 보이고 PIN을 눌러 주세요.',
      '나누어 쓸 수 있습니다.',
    ],
  },
  en: {
    title: 'Gift certificate',
    from: (buyer) => `From ${buyer}`,
    validity: (lastDay) => `Valid until ${lastDay}`,
    terms: (shop) => [`For use at ${shop}.`, 'Show the barcode and key in your PIN.', 'It can be used in parts.'],
  },
  ja: {
    title: 'モバイル商品券',
    from: (buyer) => `${buyer}様より`,
    validity: (lastDay) => `${lastDay}まで`,
    terms: (shop) => [`${shop}で使えます。`, 'お店でバーコードを見せ、PINを押してください。', '分けて使えます。'],
  },
};

/** GC-11: what the barcode card says, in one language. */
export function wordCard(facts: CardToWord, language: WrittenLanguage, timeZone: string) {
  const { title, from, validity, terms } = words[language];
  const shopName = shopNameIn(language, facts.shop);
  return {
    kind: 'certificate' as const,
    shopName,
    title,
    amount: writtenAmount(facts.issued, language),
    from: from(shortName(facts.buyerName)),
    validity: validity(dateWriter(language, timeZone).lastDay(facts.expiresAt)),
    numberGroups: numberGroups(facts.number),
    terms: terms(shortName(shopName)),
    token: facts.token,
    number: facts.number,
    language,
  };
}
