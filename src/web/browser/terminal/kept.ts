import { languageAskedFor, type WrittenLanguage } from '../../../wording/written/language.ts';

/** A request whose answer has not come. No PIN stands in it: the customer types it once more where it was asked for. */
export interface Pending {
  key: string;
  code: string;
  amount: number;
  withPin: boolean;
  /** Keys mean something to one terminal only. */
  terminalId: string;
}

/** What this terminal used, without anything of whose it was. */
export interface Use {
  id: string;
  kind: 'certificate' | 'coupon';
  /** A coupon's name; '' of a certificate. */
  title: string;
  lastDigits: string;
  /** What was taken off a balance or a bill; 0 where something was handed over. */
  amount: number;
  currency: string;
  doneAtMs: number;
  undone: boolean;
}

const mostUses = 20;
const names = {
  terminalKey: 'giftline.terminal.key',
  language: 'giftline.terminal.language',
  quiet: 'giftline.terminal.quiet',
  pending: 'giftline.terminal.pending',
  uses: 'giftline.terminal.uses',
};

/** What the device keeps until it is signed out, so that a clerk does so once. */
export const kept = {
  terminalKey: (): string | null => localStorage.getItem(names.terminalKey),
  keepTerminalKey: (key: string): void => localStorage.setItem(names.terminalKey, key),
  language: (): WrittenLanguage | null => languageAskedFor(localStorage.getItem(names.language) ?? undefined),
  keepLanguage: (language: WrittenLanguage): void => localStorage.setItem(names.language, language),
  quiet: (): boolean => localStorage.getItem(names.quiet) === 'yes',
  keepQuiet: (quiet: boolean): void => localStorage.setItem(names.quiet, quiet ? 'yes' : 'no'),
  forgetTerminal(): void {
    localStorage.removeItem(names.terminalKey);
    sessionStorage.removeItem(names.pending);
    sessionStorage.removeItem(names.uses);
  },
};

/** What this window keeps over a reload, and no longer than it is open. */
export const session = {
  pending: (): Pending | null => read<Pending | null>(names.pending, null),
  keepPending: (pending: Pending): void => sessionStorage.setItem(names.pending, JSON.stringify(pending)),
  forgetPending: (): void => sessionStorage.removeItem(names.pending),
  uses: (): Use[] => read<Use[]>(names.uses, []),
  keepUses(uses: Use[]): Use[] {
    const last = uses.slice(0, mostUses);
    sessionStorage.setItem(names.uses, JSON.stringify(last));
    return last;
  },
};

/** Only this page writes there; what an older version of it left is not worth a broken page. */
function read<T>(name: string, otherwise: T): T {
  try {
    return (JSON.parse(sessionStorage.getItem(name) ?? 'null') as T | null) ?? otherwise;
  } catch {
    sessionStorage.removeItem(name);
    return otherwise;
  }
}
