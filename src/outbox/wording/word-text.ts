import { wordMessage } from '../../wording/written/messages.ts';
import { pictureUrlOf } from './link-of.ts';
import type { ToWord, Wording } from './to-word.ts';
import type { WordedFor } from './worded.ts';

/** For what can be done towards the number. */
export function wordText({ row, facts, reader, masked }: ToWord, { reachOf, links }: Wording): WordedFor<'text'> {
  const reach = reachOf(row.recipient);
  const plain = 'withoutPicture' in facts && facts.withoutPicture === true;
  const mediaUrl = reach.mms && !plain ? pictureUrlOf(facts, links) : null;
  const body = wordMessage(facts, { ...reader, ...reach, othersWait: row.othersWait, mms: mediaUrl !== null });
  const toSend = { messageId: row.id, to: row.recipient, body, ...(mediaUrl !== null && { mediaUrl }) };
  return { channel: 'text', toSend, keptBody: masked(body) };
}
