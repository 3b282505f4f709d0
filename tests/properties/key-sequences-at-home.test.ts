import { test } from 'vitest';
import { playRandomCalls } from './play-random-calls.ts';

test(
  '400 of 1,000 callers press random keys on their own telephones: every answer is valid TwiML, every call ends',
  {
    timeout: 600_000,
  },
  () => playRandomCalls(400, ['own']),
);
