import { nationalGroups } from '../core/phone.ts';

/** A number as its owner writes it: 010-3000-0001. */
export const nationalPhone = (phone: string): string => nationalGroups(phone).join('-');
