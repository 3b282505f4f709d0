/** Codes of ours and of providers, whose digits are chance: UUIDs, Twilio's ids, hashes and tokens. */
const codes = [
  /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g,
  /\b[A-Z]{2}[0-9a-f]{32}\b/g,
  /\b[a-z]{2,6}_[A-Za-z0-9_]{10,}\b/g,
  /(?<![A-Za-z0-9_-])(?=[A-Za-z0-9_-]*[A-Za-z])[A-Za-z0-9_-]{40,}(?![A-Za-z0-9_-])/g,
];

function isLuhnValid(digits: string): boolean {
  let sum = 0;
  for (const [i, digit] of [...digits].reverse().entries()) {
    const doubled = Number(digit) * (i % 2 === 1 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Whether a text may carry a card number: a Luhn-valid run of 13–19 digits, also when it is grouped (truth 9). */
export function hasCardNumber(text: string): boolean {
  const plain = codes.reduce((left, code) => left.replace(code, ' '), text);
  const runs = plain.match(/\d(?:[ -]?\d){12,}/g) ?? [];
  return runs.some((run) => {
    const digits = run.replace(/[ -]/g, '');
    return digits.length <= 19 && isLuhnValid(digits);
  });
}
