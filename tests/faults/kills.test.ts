import { afterAll, beforeAll, describe, test } from 'vitest';
import { failpoints } from '../../src/operations/ports.ts';
import { inLanes } from './lanes.ts';
import { Programs } from './programs.ts';
import { scenarios } from './scenarios.ts';
import { Scene } from './scene.ts';

const lane = inLanes(2);
/** A story takes a few seconds, but waits for its lane while the clock of its test runs. */
const wholeRunMs = 180_000;

let programs: Programs;
beforeAll(async () => {
  programs = await Programs.bundle();
});
afterAll(() => programs.dispose());

describe.each(failpoints)('killed at %s', (failpoint) => {
  for (const { says, before, deed, after, leaves } of scenarios[failpoint]) {
    test.concurrent(says, { timeout: wholeRunMs }, () =>
      lane(async () => {
        const scene = await Scene.open(programs);
        try {
          await scene.starts();
          await before?.(scene);
          await scene.isKilledAt(failpoint, () => deed(scene));
          await scene.starts();
          await after?.(scene);
          await scene.recovers();
          await scene.endsRight(leaves);
        } finally {
          await scene.close();
        }
      }),
    );
  }
});
