/** RC-02, MP-14. What shops are classified by. */
export const trades = [
  'retail',
  'restaurant',
  'cafe',
  'beauty',
  'car-rental',
  'lodging',
  'sights',
  'culture',
  'other',
] as const;
export type Trade = (typeof trades)[number];

export const isTrade = (text: string): text is Trade => (trades as readonly string[]).includes(text);
