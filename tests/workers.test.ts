import { afterEach, expect, test, vi } from 'vitest';
import { Workers } from '../src/workers.ts';

const log = { info: () => {}, warn: () => {}, error: () => {} };

afterEach(() => {
  vi.useRealTimers();
});

test('a steady job is asked again when it says so, is not hurried by a nudge, and rests when it has nothing to say', async () => {
  vi.useFakeTimers();
  const ran = { urgent: 0, steady: 0 };
  const workers = new Workers({
    jobs: {
      urgent: async () => {
        ran.urgent += 1;
        return 0;
      },
    },
    steady: {
      steady: async () => {
        ran.steady += 1;
        return { done: 5, againAfterMs: ran.steady < 4 ? 100 : null };
      },
    },
    log,
  });
  workers.start();
  await vi.advanceTimersByTimeAsync(999);
  workers.nudge();
  expect(ran).toEqual({ urgent: 1, steady: 0 });
  await vi.advanceTimersByTimeAsync(1);
  expect(ran).toEqual({ urgent: 2, steady: 1 });
  await vi.advanceTimersByTimeAsync(300);
  expect(ran).toEqual({ urgent: 2, steady: 4 });
  await vi.advanceTimersByTimeAsync(600);
  expect(ran.steady).toBe(4);
  await workers.stop();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(ran.steady).toBe(4);
});
