import { test } from 'vitest';
import { playRandomCalls } from './play-random-calls.ts';

test(
  '1,000 callers press random keys on telephones of others: every answer is valid TwiML, every call ends',
  {
    timeout: 600_000,
  },
  () => playRandomCalls(1_000, ['fresh', 'shared', 'anonymous']),
);
