export interface KeyRule {
  /** Null: any number of keys. */
  numDigits: number | null;
  /** Empty: no key finishes. */
  finishOnKey: string;
}

export interface Collected {
  digits: string;
  complete: boolean;
  /** Keys that came after the entry was complete. */
  rest: string;
}

/** Collects keys for one Gather. The finishing key is not part of the digits. */
export function collectKeys(rule: KeyRule, soFar: string, keys: string): Collected {
  let digits = soFar;
  for (const [index, key] of [...keys].entries()) {
    const rest = keys.slice(index + 1);
    if (key === rule.finishOnKey) return { digits, complete: true, rest };
    digits += key;
    if (rule.numDigits !== null && digits.length >= rule.numDigits) return { digits, complete: true, rest };
  }
  return { digits, complete: false, rest: '' };
}
