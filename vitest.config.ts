import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Half a minute and more. Begun last, one of them would keep one worker busy while the other has nothing to do. */
const longest = [
  'faults/kills.',
  'docs/commands.',
  'redelivered-events.',
  'hanging-providers.',
  'key-sequences',
  'desk/',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => Number(!longest.some((part) => moduleId.includes(part)));
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other));
  }
}

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    globalSetup: ['tests/support/database-server.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // Files share their worker's modules: loading them anew for each file takes longer than most files do.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What comes in a moment comes later where everything is busy.
    expect: { poll: { timeout: 15_000 } },
  },
});
