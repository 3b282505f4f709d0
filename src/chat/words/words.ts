import type { WrittenLanguage } from '../../wording/written/language.ts';
import { type AskingWords, asking } from './asking.ts';
import { type BrowsingWords, browsing } from './browsing.ts';
import { type BuyingWords, buying } from './buying.ts';
import { type ConversationWords, conversation } from './conversation.ts';
import { type FetchingWords, fetching } from './fetching.ts';
import { type GiftWords, gifts } from './gifts.ts';
import { type LookingBackWords, lookingBack } from './looking-back.ts';
import { type SettingsWords, settings } from './settings.ts';
import { type SigningUpWords, signingUp } from './signing-up.ts';
import { type WalletWords, wallet } from './wallet.ts';

/** All that the bot says, by area. */
export interface ChatWords {
  conversation: ConversationWords;
  signingUp: SigningUpWords;
  settings: SettingsWords;
  browsing: BrowsingWords;
  asking: AskingWords;
  fetching: FetchingWords;
  wallet: WalletWords;
  gifts: GiftWords;
  buying: BuyingWords;
  lookingBack: LookingBackWords;
}

const wordsIn = (language: WrittenLanguage): ChatWords => ({
  conversation: conversation[language],
  signingUp: signingUp[language],
  settings: settings[language],
  browsing: browsing[language],
  asking: asking[language],
  fetching: fetching[language],
  wallet: wallet[language],
  gifts: gifts[language],
  buying: buying[language],
  lookingBack: lookingBack[language],
});

export const chatWords: Record<WrittenLanguage, ChatWords> = {
  ko: wordsIn('ko'),
  en: wordsIn('en'),
  ja: wordsIn('ja'),
};
