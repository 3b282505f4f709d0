import { toButtonData } from '../../core/chat/button.ts';
import { giftButtons } from '../../wording/written/gift-buttons.ts';
import { wordMessage } from '../../wording/written/messages.ts';
import { makePinLabel } from '../../wording/written/pin-button.ts';
import type { ChatToSend } from '../message-sender.ts';
import { findPicture } from './find-picture.ts';
import type { ToWord, Wording } from './to-word.ts';
import type { WordedFor } from './worded.ts';

/** GC-09: a gift is answered by buttons; below a coupon, who has no PIN for it makes one. What a press does is the bot's. */
export async function wordChat(toWord: ToWord, by: Wording): Promise<WordedFor<'chat'>> {
  const { row, facts, reader, masked } = toWord;
  const picture = await findPicture(toWord, by);
  const buttons = buttonsOf(toWord);
  const body = wordMessage(facts, {
    ...reader,
    twoWayText: false,
    mms: picture !== null,
    buttons: buttons.length > 0,
    unsigned: true,
  });
  return {
    channel: 'chat',
    toSend: { messageId: row.id, to: row.recipient, body, picture, buttons },
    keptBody: masked(body),
  };
}

function buttonsOf({ facts, reader }: ToWord): ChatToSend['buttons'] {
  if (facts.kind === 'coupon' || facts.kind === 'coupon-expires-soon') {
    const { voucherId, pinAsked } = facts;
    const makesPin = pinAsked === 'no-pin-yet' && voucherId !== null;
    return makesPin ? [{ label: makePinLabel[reader.language], data: toButtonData('make-pin', voucherId) }] : [];
  }
  if (facts.kind !== 'gift-offered') return [];
  const { accept, refuse } = giftButtons[reader.language];
  return [
    { label: accept, data: toButtonData('accept-gift', facts.giftId) },
    { label: refuse, data: toButtonData('refuse-gift', facts.giftId) },
  ];
}
