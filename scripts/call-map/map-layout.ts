import type { StepOnMap } from './describe-steps.ts';

export const road = { width: 440, side: 350, height: 132, gap: 40, channel: 64, clock: 116, margin: 20, head: 58 };

export interface Place {
  x: number;
  y: number;
  width: number;
}

export interface Way {
  from: string;
  to: string;
  label: string;
}

/**
 * Ways forward, those between the same two steps together. Back by `*`, what is refused, and where a broken call goes
 * on, stand in the tables: the picture is of a call that goes well.
 */
export function waysOf(steps: readonly StepOnMap[]): Way[] {
  const ways = new Map<string, string[]>();
  const led = new Set(steps.flatMap(({ leads }) => leads.flatMap(({ to, how }) => (how === 'on' && to ? [to] : []))));
  for (const { step, leads } of steps.filter((one) => led.has(one.step))) {
    for (const { to, how, outcome, on } of leads) {
      if (to === null || to === step || outcome === 'back' || how !== 'on') continue;
      const key = `${step} ${to}`;
      ways.set(key, [...(ways.get(key) ?? []), on === '' ? outcome : `${on} ${outcome}`]);
    }
  }
  return [...ways].map(([key, labels]) => {
    const [from = '', to = ''] = key.split(' ');
    return { from, to, label: labels.join(' · ') };
  });
}

/**
 * The main road straight down; each other step beside the step of the road that leads to it, or else, for one that no
 * way leads to (a start of its own, an end from anywhere), in the first free place from above.
 */
export function placesOf(
  steps: readonly StepOnMap[],
  main: readonly string[],
  ways: readonly Way[],
): Map<string, Place> {
  const rowY = (row: number) => road.margin + road.head + row * (road.height + road.gap);
  const left = road.margin + road.clock + road.channel;
  const sideLeft = left + road.width + road.channel * 2;
  const places = new Map<string, Place>(main.map((step, row) => [step, { x: left, y: rowY(row), width: road.width }]));
  const taken = new Set<number>();
  const beside = (step: string) => main.findIndex((from) => ways.some((way) => way.from === from && way.to === step));
  const others = steps.map(({ step }) => step).filter((step) => !main.includes(step));
  const led = others.filter((step) => beside(step) >= 0);
  for (const step of [...led, ...others.filter((step) => !led.includes(step))]) {
    let row = Math.max(0, beside(step));
    while (taken.has(row)) row += 1;
    taken.add(row);
    places.set(step, { x: sideLeft, y: rowY(row), width: road.side });
  }
  return places;
}
