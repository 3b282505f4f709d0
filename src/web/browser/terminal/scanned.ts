import { convertHangulToQwerty } from 'es-hangul';

/** Twelve digits, or the 26 letters of a QR: nobody types so much so fast. */
const leastKeys = 12;
/** Slow wireless scanners take up to some 50 ms from key to key; people who type take more. */
const mostGapMs = 80;

/** Which character a key stands for, whatever keyboard language is on: a Korean one makes ㅁ of a scanner's A. */
function characterOf(code: string): string | null {
  return /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(code)?.[1] ?? null;
}

/**
 * Hears a hand scanner, which types fast and ends with Enter, wherever the cursor is. Gives the way to stop listening.
 */
export function hearScanner(heard: (code: string) => void): () => void {
  let typed = '';
  let lastMs = 0;
  const listen = (event: KeyboardEvent) => {
    if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.timeStamp - lastMs > mostGapMs) typed = '';
    lastMs = event.timeStamp;
    if (event.code === 'Enter' || event.code === 'NumpadEnter' || event.key === 'Enter') {
      if (typed.length >= leastKeys) {
        event.preventDefault();
        event.stopPropagation();
        heard(typed);
      }
      typed = '';
      return;
    }
    // Some scanners hold Shift for capitals; any other key is of somebody who types.
    if (event.key === 'Shift') return;
    const character = characterOf(event.code);
    typed = character === null ? '' : typed + character;
  };
  window.addEventListener('keydown', listen, { capture: true });
  return () => window.removeEventListener('keydown', listen, { capture: true });
}

/** What a code looks like: the twelve digits, what one of our QR codes says, or nothing that could be ours. */
export type CodeShape = 'number' | 'token' | 'neither';

export function shapeOf(code: string): CodeShape {
  if (/^\d{12}$/.test(code)) return 'number';
  return /^[A-Z2-7]{26}$/.test(code) ? 'token' : 'neither';
}

/** What somebody typed or pasted into the field, as the till API takes it. */
export const typedCode = (text: string): string =>
  convertHangulToQwerty(text).normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();

/** Twelve digits in groups while they are typed; anything else as it is. */
export const grouped = (text: string): string =>
  /^[\d\s-]*$/.test(text)
    ? (text
        .replace(/\D/g, '')
        .slice(0, 12)
        .match(/.{1,4}/g)
        ?.join(' ') ?? '')
    : text;
