const figures: Record<string, bigint> = Object.fromEntries(
  ['일一', '이二', '삼三', '사四', '오五', '육六륙', '칠七', '팔八', '구九'].flatMap((signs, i) =>
    [...signs].map((sign) => [sign, BigInt(i + 1)]),
  ),
);
const tens: Record<string, bigint> = { 십: 10n, 十: 10n, 백: 100n, 百: 100n, 천: 1_000n, 千: 1_000n };
const myriads: Record<string, bigint> = { 만: 10_000n, 万: 10_000n, 억: 100_000_000n, 億: 100_000_000n };

const signs = [figures, tens, myriads].flatMap((table) => Object.keys(table)).join('');
const large = [tens, myriads].flatMap((table) => Object.keys(table)).join('');

/** 이만오천, 3만 5천, 二万: what a number in words says; null for what is none. */
function parseNumeral(typed: string): bigint | null {
  const tokens = typed.replace(/\s/g, '').match(new RegExp(`\\d[\\d,]*|[${signs}]|.`, 'gu')) ?? [];
  let [whole, below, figure] = [0n, 0n, null as bigint | null];
  for (const token of tokens) {
    const said = /^\d/.test(token) ? BigInt(token.replaceAll(',', '')) : figures[token];
    if (said !== undefined) {
      if (figure !== null) return null;
      figure = said;
    } else if (tens[token] !== undefined) {
      below += (figure ?? 1n) * tens[token];
      figure = null;
    } else if (myriads[token] !== undefined) {
      const before = below + (figure ?? 0n);
      whole += (before === 0n ? 1n : before) * myriads[token];
      [below, figure] = [0n, null];
    } else return null;
  }
  return tokens.length === 0 ? null : whole + below + (figure ?? 0n);
}

const money = '원|엔|달러|円|ウォン';
const share = '%|퍼센트|프로(?!\\p{L})|퍼(?!\\p{L})|パーセント|割';
/** One sign alone is a number only before a percentage: 사원, 구원 and 이원 are words. */
const beforeUnit = new RegExp(
  `(?<![\\p{L}\\d.,])(?:(?=[\\d,\\s${signs}]*[${large}])[\\d${signs}][\\d,\\s${signs}]*(?=(?:${money}|${share}))|[${signs}]\\s*(?=${share}))`,
  'gu',
);
const alone = new RegExp(`^[\\d${signs}][\\d,\\s${signs}]*[${large}][\\s${signs}]*$`, 'u');

/** Numbers in words as digits, where they count money or a percentage: 이만오천원 → 25000원. */
export function withDigits(typed: string): string {
  const text = typed.normalize('NFKC').trim();
  const digits = (said: string) => String(parseNumeral(said) ?? said);
  return alone.test(text) && [...text].length > 1 ? digits(text) : text.replace(beforeUnit, digits);
}
