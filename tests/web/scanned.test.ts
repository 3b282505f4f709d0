import { afterEach, beforeEach, expect, test } from 'vitest';
import { grouped, hearScanner, typedCode } from '../../src/web/browser/terminal/scanned.ts';

const token = 'ABCDEFGHIJKLMNOPQRSTUVWX23';
const before = Object.getOwnPropertyDescriptor(globalThis, 'window');
let page: EventTarget;
let atMs = 1_000;
let heard: string[];
let stop: () => void;

beforeEach(() => {
  page = new EventTarget();
  Object.defineProperty(globalThis, 'window', { value: page, configurable: true });
  heard = [];
  stop = hearScanner((code) => heard.push(code));
});
afterEach(() => {
  stop();
  if (before) Object.defineProperty(globalThis, 'window', before);
  else Reflect.deleteProperty(globalThis, 'window');
});

/** A key goes down; gives whether the page took it for itself. */
function presses(code: string, gapMs: number, key = code): boolean {
  atMs += gapMs;
  const event = new Event('keydown', { cancelable: true });
  Object.defineProperties(event, { code: { value: code }, key: { value: key }, timeStamp: { value: atMs } });
  page.dispatchEvent(event);
  return event.defaultPrevented;
}

function types(text: string, gapMs: number, key?: string): boolean {
  for (const character of text) presses(/\d/.test(character) ? `Digit${character}` : `Key${character}`, gapMs, key);
  return presses('Enter', gapMs);
}

test('a scanner is heard whatever keyboard language is on, and its Enter presses no button', () => {
  expect(types(token, 15)).toBe(true);
  // With a Korean keyboard the browser sees syllables being written, and the keys all the same.
  expect(types(token, 60, 'Process')).toBe(true);
  expect(types('482170339164', 10)).toBe(true);
  expect(heard).toEqual([token, token, '482170339164']);
});

test('nobody who types is taken for a scanner', () => {
  expect(types('482170339164', 150)).toBe(false);
  expect(types('20000', 5)).toBe(false);
  for (const digit of '01030000001') presses(`Digit${digit}`, 5);
  presses('Tab', 5);
  expect(types('1357', 5)).toBe(false);
  stop();
  expect(types(token, 15)).toBe(false);
  expect(heard).toEqual([]);
});

test('what is typed is read as it was meant: in groups, small, full-width, or with a Korean keyboard', () => {
  expect(typedCode(' 4821 7033-9164 ')).toBe('482170339164');
  expect(typedCode('４８２１７０３３９１６４')).toBe('482170339164');
  expect(typedCode('abcd23')).toBe('ABCD23');
  expect(typedCode('뮻ㅇ23')).toBe('ABCD23');
  expect(grouped('482170339')).toBe('4821 7033 9');
  expect(grouped('4821703391649')).toBe('4821 7033 9164');
  expect(grouped('ABC1')).toBe('ABC1');
});
