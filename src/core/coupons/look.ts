/** The colours that a shop may choose for its coupons, each dark or light enough for text on it (WCAG AA: 4.5 to 1). */
export const themes = {
  pine: '#1b5348',
  persimmon: '#a63c14',
  indigo: '#27427c',
  plum: '#73295a',
  citron: '#f2c14e',
  charcoal: '#2b3033',
} as const;

/** The picture in the coupon's corner. */
export const motifs = {
  gift: '🎁',
  coffee: '☕',
  meal: '🍚',
  cake: '🍰',
  beer: '🍺',
  music: '🎵',
  ticket: '🎫',
  flower: '🌸',
  shopping: '🛍',
  car: '🚗',
  bed: '🛏',
  plane: '✈',
  train: '🚆',
  heart: '💝',
} as const;

export type Theme = keyof typeof themes;
export type Motif = keyof typeof motifs;

/** How a coupon's card looks. */
export interface Look {
  theme: Theme;
  motif: Motif;
}

/** The look that a campaign's row names. Its maker could choose no other; a row from elsewhere gets the usual one. */
export function lookOf({ theme, motif }: { theme: string; motif: string }): Look {
  return { theme: isTheme(theme) ? theme : 'persimmon', motif: isMotif(motif) ? motif : 'gift' };
}

export const isTheme = (name: string): name is Theme => Object.hasOwn(themes, name);
export const isMotif = (name: string): name is Motif => Object.hasOwn(motifs, name);
