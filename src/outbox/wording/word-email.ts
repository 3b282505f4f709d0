import { wordMail } from '../../wording/written/mail/mail-words.ts';
import { mailHtml, mailText } from '../mail/mail-letter.tsx';
import { findPicture } from './find-picture.ts';
import type { ToWord, Wording } from './to-word.ts';
import type { WordedFor } from './worded.ts';

/** Who gets this did not ask for news, but to be asked: there is nothing yet to unsubscribe from. */
const askedFor = 'email-link';

export async function wordEmail(toWord: ToWord, by: Wording): Promise<WordedFor<'email'>> {
  const { row, facts, reader, masked } = toWord;
  const found = await findPicture(toWord, by);
  const picture = found && { ...found, cid: `${row.id}@giftline` };
  const words = wordMail(facts, { ...reader, twoWayText: false, mms: picture !== null });
  const unsubscribe = facts.kind === askedFor ? null : by.links.unsubscribe(row.recipient);
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
