import type { Accounts } from './accounts.ts';
import { Chat } from './chat/open-chat.ts';
import type { Settings } from './config.ts';
import { stateSealer } from './ivr/seal-state.ts';
import type { Operations } from './operations/operations.ts';
import type { Deps } from './operations/ports.ts';
import { deriveKey } from './providers/keys.ts';
import type { DrawCardOf } from './web/send-card.ts';

/** Of a sealed update: no body of a webhook is as long. */
const longestUpdate = 1_000_000;

interface ChatChannel {
  settings: Settings;
  accounts: Accounts;
  deps: Deps;
  operations: Operations;
  drawCard: DrawCardOf;
}

/** The bot, with what it needs of the world. */
export function openChat({ settings, accounts, deps, operations, drawCard }: ChatChannel): Chat {
  const { publicUrl, timeZone } = settings;
  return new Chat({
    operations,
    pictures: {
      certificateCard: async ({ id, cardVersion }, locale) => {
        const facts = await operations.cardFacts(id, cardVersion);
        return facts && (await drawCard({ ...facts, locale }, 'png')).picture;
      },
      voucherCard: async () => null,
      plotOf: async () => null,
    },
    account: accounts.telegram,
    sealer: stateSealer(deriveKey(accounts.secret, 'chat updates'), longestUpdate),
    publicUrl,
    timeZone,
    now: deps.now,
    log: deps.log,
  });
}
