import type { ShopNames } from '../../core/messages/message-facts.ts';

/** Of a shop, what a message keeps: its reader's language is known when it is sent. */
export const namesOf = ({ name, nameEn }: ShopNames): ShopNames => ({ name, nameEn });
