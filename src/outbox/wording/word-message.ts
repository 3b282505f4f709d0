import type { MessageFacts } from '../../core/messages/message-facts.ts';
import { languageOfLocale } from '../../wording/written/language.ts';
import { linkOf } from './link-of.ts';
import type { RowToWord, ToWord, Wording } from './to-word.ts';
import { wordCall } from './word-call.ts';
import { wordChat } from './word-chat.ts';
import { wordEmail } from './word-email.ts';
import { wordText } from './word-text.ts';
import type { Worded } from './worded.ts';

/**
 * The words and the picture of a message, as its channel carries them. Throws for facts of no kind of ours, and for a
 * channel that does not carry this kind.
 */
export async function wordOutboxMessage(row: RowToWord, by: Wording): Promise<Worded> {
  const toWord = read(row, by);
  switch (row.channel) {
    case 'text':
      return wordText(toWord, by);
    case 'chat':
      return wordChat(toWord, by);
    case 'email':
      return wordEmail(toWord, by);
    case 'call':
      return wordCall(toWord);
    default:
      throw new RangeError('no such channel');
  }
}

/** By chat and mail nobody's country is known, and the line is written as at its home, as on all pages. */
function read(row: RowToWord, { links, keys, lineNumber, timeZone }: Wording): ToWord {
  const facts = JSON.parse(row.facts) as MessageFacts;
  const language = languageOfLocale(row.locale);
  const link = linkOf(facts, links, row.createdAt);
  const code = facts.kind === 'link-code' ? keys.linkCode(facts.codeId) : undefined;
  return {
    row,
    facts,
    reader: {
      language,
      phone: row.channel === 'text' ? row.recipient : lineNumber,
      timeZone,
      line: lineNumber,
      link: link?.url ?? '',
      ...(code && { code }),
    },
    masked: (body) => {
      const secrets = [link?.secret, code].flatMap((secret) => secret || []);
      return secrets.reduce((text, secret) => text.replaceAll(secret, '***'), body);
    },
  };
}
