import { isOfPassword } from '../../core/messages/address.ts';
import type { MessageKind } from '../../core/messages/message-facts.ts';
import { wordMail } from '../../wording/written/mail/mail-words.ts';
import { mailHtml, mailText } from '../mail/mail-letter.tsx';
import { findPicture } from './find-picture.ts';
import type { ToWord, Wording } from './to-word.ts';
import type { WordedFor } from './worded.ts';

/** To be asked for an address is no news, and what is about a password comes all the same. */
const canBeEnded = (kind: MessageKind): boolean => kind !== 'email-link' && !isOfPassword(kind);

export async function wordEmail(toWord: ToWord, by: Wording): Promise<WordedFor<'email'>> {
  const { row, facts, reader, masked } = toWord;
  const found = await findPicture(toWord, by);
  const picture = found && { ...found, cid: `${row.id}@giftline` };
  const words = wordMail(facts, { ...reader, twoWayText: false, mms: picture !== null });
  const unsubscribe = canBeEnded(facts.kind) ? by.links.unsubscribe(row.recipient) : null;
  const letter = { words, cid: picture?.cid ?? null, unsubscribeUrl: unsubscribe?.url ?? null };
  const text = mailText(letter);
  return {
    channel: 'email',
    toSend: {
      messageId: row.id,
      to: row.recipient,
      fromName: words.brand,
      subject: words.subject,
      text,
      html: mailHtml(letter),
      picture,
      unsubscribeUrl: unsubscribe?.url ?? null,
    },
    keptBody: masked(text).replaceAll(unsubscribe?.secret ?? '\0', '***'),
  };
}
