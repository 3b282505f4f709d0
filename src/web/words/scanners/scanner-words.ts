import type { NameFault } from '../../../operations/terminals/terminal-operations.ts';

/** What the page of a shop's scanners says. */
export interface ScannerWords {
  title: string;
  lead: string;
  /** What a scanner is opened by. */
  open: string;
  none: string;
  lastUsed: (day: string) => string;
  /** A device has, but nothing was used at it. */
  signedIn: (day: string) => string;
  nobodyYet: string;
  since: (day: string) => string;
  disable: string;
  disableSure: string;
  disabled: string;
  add: string;
  name: string;
  nameHint: string;
  addGo: string;
  added: (name: string) => string;
  scanIt: string;
  qr: string;
  orType: string;
  key: string;
  keyHint: string;
  faults: { [K in NameFault['kind']]: (fault: Extract<NameFault, { kind: K }>) => string };
  tooMany: (most: number) => string;
  /** On the page of the shop. */
  sheetText: string;
  sheetGo: string;
}
