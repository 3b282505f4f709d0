import type { WrittenLanguage } from './language.ts';

/** What stands on the buttons below a gift that is offered in a chat. */
export const giftButtons: Record<WrittenLanguage, { accept: string; refuse: string }> = {
  ko: { accept: '선물 받기', refuse: '사양하기' },
  en: { accept: 'Accept the gift', refuse: 'Decline' },
  ja: { accept: '受け取る', refuse: '辞退する' },
};
