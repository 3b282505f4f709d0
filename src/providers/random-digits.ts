import { randomInt } from 'node:crypto';

export const randomDigits = (count: number): string => Array.from({ length: count }, () => randomInt(10)).join('');
