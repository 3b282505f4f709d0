import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    globalSetup: ['tests/support/database-server.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // Files share their worker's modules: loading them anew for each file takes longer than most files do.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What comes in a moment comes later where everything is busy.
    expect: { poll: { timeout: 15_000 } },
  },
});
