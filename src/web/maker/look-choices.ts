import type { Theme } from '../../core/coupons/campaign-draft.ts';

/** What the maker shows of a theme, as a class of its swatch. */
export const swatchOf = (theme: Theme): string => `swatch ${theme}`;

/** Each is one emoji that the card's own font has. */
export const motifs = ['🎁', '☕', '🍚', '🍰', '🍺', '🎵', '🎫', '🌸', '🛍', '🚗', '🛏', '✈', '🚆', '💝'] as const;
