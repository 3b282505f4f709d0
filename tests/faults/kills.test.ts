import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FailpointName, failpoints } from '../../src/operations/ports.ts';
import { figure } from '../support/figure.ts';
import { inLanes } from './lanes.ts';
import { lives } from './lives.ts';
import type { Conditions } from './orders.ts';
import { Programs } from './programs.ts';
import { scenarios } from './scenarios.ts';
import { Scene } from './scene.ts';

const lane = inLanes(2);
/** A story takes a few seconds, but waits for its lane while the clock of its test runs. */
const wholeRunMs = 600_000;

const wanted = 200;
const byStories = Object.values(scenarios).flat().length;
const byALife = lives.reduce((sum, { deaths }) => sum + deaths.length, 0);
const rounds = Math.ceil((wanted - byStories) / byALife);

let programs: Programs;
const killedAt: FailpointName[] = [];
let endedRight = 0;
beforeAll(async () => {
  programs = await Programs.bundle();
});
afterAll(async () => {
  await programs.dispose();
  figure('200 SIGKILLs over all failpoints', {
    kills: killedAt.length,
    failpoints: `${new Set(killedAt).size} of ${failpoints.length}`,
    'stories that ended right': endedRight,
  });
});

async function inAScene(
  conditions: Partial<Conditions> | undefined,
  story: (scene: Scene, dies: Dies) => Promise<void>,
): Promise<void> {
  const scene = await Scene.open(programs, conditions);
  try {
    await scene.starts();
    await story(scene, async (failpoint, deed) => {
      await scene.isKilledAt(failpoint, deed);
      killedAt.push(failpoint);
      await scene.starts();
    });
    endedRight += 1;
  } finally {
    await scene.close();
  }
}

/** The program is killed at the failpoint, in the deed or in what follows from it, and is started again. */
type Dies = (failpoint: FailpointName, deed: () => Promise<unknown>) => Promise<void>;

describe.each(failpoints)('killed at %s', (failpoint) => {
  for (const { says, conditions, before, deed, after, leaves } of scenarios[failpoint]) {
    test.concurrent(says, { timeout: wholeRunMs }, () =>
      lane(() =>
        inAScene(conditions, async (scene, dies) => {
          await before?.(scene);
          await dies(failpoint, () => deed(scene));
          await after?.(scene);
          await scene.recovers();
          await scene.endsRight(leaves);
        }),
      ),
    );
  }
});

describe.each(Array.from({ length: rounds }, (_, nth) => nth + 1))('killed at each step of its life, round %i', () => {
  for (const { says, conditions, deaths, end, leaves } of lives) {
    test.concurrent(says, { timeout: wholeRunMs }, () =>
      lane(() =>
        inAScene(conditions, async (scene, dies) => {
          for (const [failpoint, deed] of deaths) await dies(failpoint, () => deed(scene));
          await end(scene);
          await scene.endsRight(leaves);
        }),
      ),
    );
  }
});

test('200 SIGKILLs are planned, over every failpoint', () => {
  const planned = new Set<FailpointName>(lives.flatMap(({ deaths }) => deaths.map(([failpoint]) => failpoint)));
  expect(planned).toEqual(new Set(failpoints));
  expect(byStories + rounds * byALife).toBeGreaterThanOrEqual(wanted);
});
