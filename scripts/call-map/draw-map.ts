import type { SpokenForm, StepOnMap } from './describe-steps.ts';
import { type Place, placesOf, road, type Way, waysOf } from './map-layout.ts';

const ink = { text: '#1c2b33', soft: '#5f7079', line: '#8a9aa3', accent: '#0b7a75', paper: '#ffffff', rim: '#d5dde1' };
const fills = { asks: '#f1f8f6', waits: '#fdf5e6', ends: '#f3f3f6' };
const font = "'Noto Sans KR', 'Apple SD Gothic Neo', 'Malgun Gothic', system-ui, sans-serif";

/** When the words of a step are over, in seconds of speech from the start of the call. */
export type Clock = ReadonlyMap<string, { first: number; repeat: number }>;

/** The map of the call as a picture. `main` is the road of a whole purchase, in order. */
export function drawMap(steps: readonly StepOnMap[], main: readonly string[], clock: Clock): string {
  const ways = waysOf(steps);
  const places = placesOf(steps, main, ways);
  const at = (step: string): Place => {
    const place = places.get(step);
    if (!place) throw new Error(`${step} has no place on the map`);
    return place;
  };
  const all = [...places.values()];
  const width = Math.max(...all.map(({ x, width }) => x + width)) + road.margin;
  const height = Math.max(...all.map(({ y }) => y)) + road.height + road.margin;
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${font}" font-size="12.5">`,
    '<title>The steps of the purchase call</title>',
    `<rect width="${width}" height="${height}" fill="${ink.paper}"/>`,
    `<marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z" fill="${ink.line}"/></marker>`,
    text(road.margin, road.margin + 14, 'seconds of speech', ink.soft, 11),
    text(road.margin, road.margin + 30, 'first call', ink.text, 11),
    text(road.margin, road.margin + 46, 'repeat caller', ink.accent, 11),
    ...main.flatMap((step) => clockOf(clock.get(step), at(step))),
    ...ways.map((way, i) => arrow(way, at(way.from), at(way.to), i)),
    ...steps.map((step) => boxOf(step, at(step.step))),
    '</svg>',
  ].join('\n')}\n`;
}

function clockOf(heard: { first: number; repeat: number } | undefined, { y }: Place): string[] {
  if (!heard) return [];
  const { first, repeat } = heard;
  const middle = y + road.height / 2;
  return [
    text(road.margin, middle - 2, `${first.toFixed(1)} s`, ink.text, 13),
    text(road.margin, middle + 16, `${repeat.toFixed(1)} s`, ink.accent, 13),
  ];
}

/** Straight down to the next step of the road; across to a step beside it; else through the channel on a side. */
function arrow({ label }: Way, from: Place, to: Place, lane: number): string {
  const bottom = from.y + road.height;
  const shift = 10 + (lane % 4) * 9;
  if (from.x === to.x && to.y > from.y && to.y - bottom <= road.gap) {
    const x = from.x + from.width / 2;
    return `${path(`M${x} ${bottom}V${to.y}`)}${note(x + 10, bottom + road.gap / 2, label, 'start')}`;
  }
  if (from.x === to.x) {
    const channel = from.x - shift;
    const [start, end] = [from.y + road.height - 24, to.y + road.height - 24];
    return `${path(`M${from.x} ${start}H${channel}V${end}H${to.x}`)}${note(channel - 4, start + 16, label, 'end')}`;
  }
  if (from.y === to.y) {
    const across = from.x < to.x;
    const y = from.y + (across ? 62 : road.height - 38);
    const [start, end] = across ? [from.x + from.width, to.x] : [from.x, to.x + to.width];
    return `${path(`M${start} ${y}H${end}`)}${note((start + end) / 2, y - 7, label, 'middle')}`;
  }
  const [start, end] = from.x < to.x ? [from.x + from.width, to.x] : [from.x, to.x + to.width];
  const channel = Math.max(from.x, to.x) - road.channel + shift;
  const y = from.y + road.height - 12;
  return `${path(`M${start} ${y}H${channel}V${to.y + 22}H${end}`)}${note(channel - 5, y + 14, label, 'end')}`;
}

const path = (d: string): string =>
  `<path d="${d}" fill="none" stroke="${ink.line}" stroke-width="1.5" stroke-linejoin="round" marker-end="url(#head)"/>`;

const note = (x: number, y: number, said: string, anchor: 'start' | 'middle' | 'end'): string =>
  `<text x="${x}" y="${y + 4}" text-anchor="${anchor}" font-size="11" fill="${ink.soft}" stroke="${ink.paper}" stroke-width="4" paint-order="stroke">${escaped(said)}</text>`;

const text = (x: number, y: number, said: string, colour: string, size = 12.5, more = ''): string =>
  `<text x="${x}" y="${y}" fill="${colour}" font-size="${size}"${more}>${escaped(said)}</text>`;

function boxOf({ step, spoken, listens, ends }: StepOnMap, { x, y, width }: Place): string {
  const fill = ends ? fills.ends : listens === null ? fills.waits : fills.asks;
  const [korean, english] = [spoken.ko, spoken.en].map(
    (forms) => forms.find(({ form }) => form === 'first')?.said ?? '',
  );
  const short = spoken.ko.find(({ form }) => form === 'short')?.said;
  const lines = [
    ...wrapped(korean ?? '', width - 28, 2).map((line) => ({ line, colour: ink.text })),
    ...wrapped(english ?? '', width - 28, short === undefined ? 2 : 1).map((line) => ({ line, colour: ink.soft })),
    ...wrapped(short ?? '', width - 28, 1).map((line) => ({ line, colour: ink.accent })),
  ];
  const last = listens?.replaceAll('`', '') ?? (ends ? 'the end of the call' : 'asks the card company');
  return [
    `<rect x="${x}" y="${y}" width="${width}" height="${road.height}" rx="12" fill="${fill}" stroke="${ink.rim}"/>`,
    text(x + 14, y + 23, step, ink.text, 14.5, ' font-weight="700"'),
    text(x + width - 14, y + 23, secondsOf(spoken.ko), ink.soft, 11.5, ' text-anchor="end"'),
    ...lines.map(({ line, colour }, i) => text(x + 14, y + 46 + i * 18, line, colour)),
    text(x + 14, y + road.height - 11, last, ink.soft, 11),
  ].join('\n');
}

function secondsOf(forms: readonly SpokenForm[]): string {
  const of = (wanted: string) => forms.find(({ form }) => form === wanted)?.seconds.toFixed(1);
  const short = of('short');
  return short === undefined ? `${of('first')} s` : `${of('first')} s · short ${short} s`;
}

/** A Korean letter takes about twice the room of a Latin one. */
const roomOf = (letter: string): number => (/[가-힣]/.test(letter) ? 11.4 : 6.4);
const roomFor = (said: string): number => [...said].reduce((sum, letter) => sum + roomOf(letter), 0);

function wrapped(said: string, room: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of said.split(' ').filter(Boolean)) {
    const line = lines.at(-1);
    if (line !== undefined && roomFor(`${line} ${word}`) <= room) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${lines[most - 1] ?? ''} …`];
}

const escaped = (said: string): string =>
  said.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
