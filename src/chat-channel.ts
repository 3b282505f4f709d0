import type { Accounts } from './accounts.ts';
import { Chat } from './chat/open-chat.ts';
import type { Settings } from './config.ts';
import { historyFacts } from './coupon-plots.ts';
import { stateSealer } from './ivr/seal-state.ts';
import { couponCardFacts } from './operations/coupons/card-facts.ts';
import type { Operations } from './operations/operations.ts';
import type { Deps } from './operations/ports.ts';
import type { Plots } from './plot-pictures.ts';
import { deriveKey } from './providers/keys.ts';
import type { DrawCardOf, DrawCoupons } from './web/send-card.ts';
import { wordOwnHistoryPlot } from './wording/written/plots/own-history.ts';

/** Of a sealed update: no body of a webhook is as long. */
const longestUpdate = 1_000_000;

interface ChatChannel {
  settings: Settings;
  accounts: Accounts;
  deps: Deps;
  operations: Operations;
  drawCard: DrawCardOf;
  drawCoupons: DrawCoupons;
  plots: Plots;
}

/** The bot, with what it needs of the world. */
export function openChat({ settings, accounts, deps, operations, drawCard, drawCoupons, plots }: ChatChannel): Chat {
  const { publicUrl, timeZone, voiceNumber } = settings;
  return new Chat({
    operations,
    pictures: {
      certificateCard: async ({ id, cardVersion }, locale) => {
        const facts = await operations.cardFacts(id, cardVersion);
        return facts && (await drawCard({ ...facts, locale }, 'png')).picture;
      },
      voucherCard: async ({ voucherId, campaignId, cardVersion }, locale) => {
        const shown = await operations.voucherCard(voucherId === null ? { campaignId } : { voucherId, cardVersion });
        return shown && (await drawCoupons.card(couponCardFacts(shown), locale, 'png')).picture;
      },
      plotOf: async (history, language) =>
        (await plots.png(wordOwnHistoryPlot(historyFacts(history), language))).picture,
    },
    account: accounts.telegram,
    sealer: stateSealer(deriveKey(accounts.secret, 'chat updates'), longestUpdate),
    publicUrl,
    lineNumber: voiceNumber,
    timeZone,
    now: deps.now,
    log: deps.log,
  });
}
