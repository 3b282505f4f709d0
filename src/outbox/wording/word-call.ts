import { spokenDemand } from '../../wording/spoken/demand.ts';
import { voices } from '../../wording/spoken/voices.ts';
import type { ToWord } from './to-word.ts';
import type { WordedFor } from './worded.ts';

/** RC-06. The line speaks Korean and English; whoever reads another language hears English. */
export function wordCall({ row, facts, reader }: ToWord): WordedFor<'call'> {
  if (facts.kind !== 'demand-reached') throw new RangeError(`a ${facts.kind} is not told by a call`);
  const said = spokenDemand(facts, reader.language === 'ko' ? 'ko' : 'en');
  const say = said.map(({ text, language }) => ({ text, ...voices[language] }));
  const keptBody = said.map(({ text }) => text).join(' ');
  return { channel: 'call', toSend: { messageId: row.id, to: row.recipient, say }, keptBody };
}
