/** Words that Twilio takes as opt-out, opt-in or a call for help, when they are the whole text. Source: Twilio, "Opt-out keywords". */
const words = {
  STOP: ['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT'],
  START: ['START', 'YES', 'UNSTOP'],
  HELP: ['HELP', 'INFO'],
} as const;

export type OptOutType = keyof typeof words;

export function optOutTypeOf(body: string): OptOutType | null {
  const word = body.trim().toUpperCase();
  for (const type of Object.keys(words) as OptOutType[]) {
    if ((words[type] as readonly string[]).includes(word)) return type;
  }
  return null;
}

/** Who wants no texts from which of our numbers. */
export class OptOuts {
  readonly #pairs = new Set<string>();

  apply(type: OptOutType, phone: string, ours: string): void {
    if (type === 'STOP') this.#pairs.add(`${phone} ${ours}`);
    if (type === 'START') this.#pairs.delete(`${phone} ${ours}`);
  }

  has(phone: string, ours: string): boolean {
    return this.#pairs.has(`${phone} ${ours}`);
  }
}
