import { test } from 'vitest';
import { playRandomCalls } from './play-random-calls.ts';

test(
  '600 of 1,000 callers press random keys on telephones of others: every answer is valid TwiML, every call ends',
  {
    timeout: 600_000,
  },
  () => playRandomCalls(600, ['fresh', 'shared', 'anonymous']),
);
