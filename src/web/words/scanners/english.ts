import type { ScannerWords } from './scanner-words.ts';

export const english: ScannerWords = {
  title: 'Scanners',
  lead: 'A telephone, tablet or PC at the counter becomes a scanner of this shop. Add one for each device.',
  open: 'Open the scanner on this device',
  none: 'No scanner yet.',
  lastUsed: (day) => `Last used on ${day}`,
  neverUsed: 'Never used yet',
  since: (day) => `Added on ${day}`,
  disable: 'Switch off',
  disableSure: 'This scanner takes no more certificates and coupons. What it has taken stays taken.',
  disabled: 'It is switched off. Its key opens nothing any more.',
  add: 'Add a scanner',
  name: 'Name',
  nameHint: 'So that you know which it is: counter 1, the tablet at the bar.',
  addGo: 'Add',
  added: (name) => `“${name}” was added`,
  scanIt: 'Read this QR with the camera of the telephone or tablet at the counter. It opens signed in.',
  qr: 'QR code that opens the scanner',
  orType: 'Or open this address on the device, and type the key.',
  key: 'Terminal key',
  keyHint:
    'The key is shown for 15 minutes. Whoever knows it can take certificates and coupons of this shop: show it to nobody else.',
  faults: {
    missing: () => 'Please give it a name.',
    'too-long': ({ most }) => `A name has at most ${most} characters.`,
    'card-number': () => 'This looks like a card number. Please choose another name.',
    taken: () => 'There is a scanner of this name. Please choose another.',
  },
  tooMany: (most) => `A shop has at most ${most}. Please switch off one that is not used.`,
  sheetText: 'The devices that take certificates and coupons at the counter.',
  sheetGo: 'See the scanners',
};
