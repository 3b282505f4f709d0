import { INK, INK_SOFT, PAPER } from '../cards/colours.ts';
import type { Role } from './plot.ts';

export { INK, INK_SOFT, PAPER };

/**
 * Amber, blue, pine: apart in hue, in lightness and for every kind of colour blindness, and 3 to 1 on paper (WCAG 1.4.11).
 */
export const ROLES: Record<Role, string> = { asked: '#c88618', got: '#26608e', used: '#0b2a24' };

export const TRACK = '#e9eeec';
export const GRID = '#e3e9e6';

/** From none to most, one hue, so that it reads in grey as well. */
export const HEAT = ['#dceae5', '#a5cbbf', '#62a08f', '#2b6f60', '#123c34'];
export const NO_HEAT = '#f1f4f3';
