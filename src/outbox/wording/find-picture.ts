import type { Picture } from '../message-sender.ts';
import type { ToWord, Wording } from './to-word.ts';

/** The picture of a message. One that cannot be drawn keeps nobody from the words and the link. */
export async function findPicture({ row, facts }: ToWord, { pictureOf, log }: Wording): Promise<Picture | null> {
  try {
    return await pictureOf(facts, row.locale);
  } catch (error) {
    log.error({ err: error, message: row.id, kind: facts.kind }, 'the picture of a message could not be drawn');
    return null;
  }
}
