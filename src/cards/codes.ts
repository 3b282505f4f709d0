// The values stay out of the messages: a token opens a certificate or a coupon, and messages end in logs.

export function checkToken(token: string): void {
  if (!/^[A-Z2-7]{26}$/.test(token)) throw new RangeError('a token has 26 characters A–Z and 2–7');
}

export function checkNumber(number: string, groups: readonly string[]): void {
  if (!/^\d{12}$/.test(number)) throw new RangeError('a number has 12 digits');
  if (groups.join('') !== number) throw new RangeError('the number groups do not give the number');
}
