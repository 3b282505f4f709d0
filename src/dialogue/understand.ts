import type { Digits, Listen, OneKey } from './listen.ts';

/** What came from the other side. `digits` may be empty: silence, or a lone finishing key. */
export type Heard = { kind: 'digits'; digits: string } | { kind: 'recording'; id: string } | { kind: 'nothing' };

/** What an action is told of the answer. `chosen` is the name that the table gives to a key. */
export type Answer =
  | { kind: 'chosen'; chosen: string }
  | { kind: 'digits'; digits: string }
  | { kind: 'recording'; id: string };

/** Answers that the table itself can refuse, for want of anything or of the right form. */
export type FormFault = 'empty' | 'wrong-key' | 'wrong-length' | 'no-recording';

export type Understood =
  | { kind: 'answer'; answer: Answer }
  | { kind: 'back' }
  | { kind: 'repeat' }
  | { kind: 'fault'; fault: FormFault };

/** Says the prompt of a one-key step again. */
const repeatKey = '9';

const fault = (kind: FormFault): Understood => ({ kind: 'fault', fault: kind });

export function understand(listen: Listen, heard: Heard): Understood {
  if (listen.kind === 'recording') {
    if (heard.kind === 'recording') return { kind: 'answer', answer: heard };
    return isBack(typed(heard)) ? { kind: 'back' } : fault('no-recording');
  }
  const digits = typed(heard);
  if (isBack(digits)) return { kind: 'back' };
  const entry = digits.slice(digits.lastIndexOf('*') + 1);
  if (entry === '') return fault('empty');
  return listen.kind === 'one-key' ? chosenBy(listen, entry) : entered(listen, entry);
}

const typed = (heard: Heard): string => (heard.kind === 'digits' ? heard.digits : '');

/** Digits before a star are thrown away, so an entry that ends with one is nothing but the way back. */
const isBack = (digits: string): boolean => digits.endsWith('*');

function chosenBy({ keys }: OneKey, key: string): Understood {
  const chosen = Object.hasOwn(keys, key) ? keys[key] : undefined;
  if (chosen !== undefined) return { kind: 'answer', answer: { kind: 'chosen', chosen } };
  return key === repeatKey ? { kind: 'repeat' } : fault('wrong-key');
}

function entered({ least, most, also }: Digits, digits: string): Understood {
  const fits = /^\d+$/.test(digits) && digits.length >= least && digits.length <= most;
  return fits || also.includes(digits) ? { kind: 'answer', answer: { kind: 'digits', digits } } : fault('wrong-length');
}
