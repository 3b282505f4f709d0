import { parseMobile } from '../../core/phone.ts';
import type { Deps } from '../ports.ts';
import type { CustomerOperations } from './customer-operations.ts';
import { nameFrom } from './customer-row.ts';
import { takeIn } from './take-in.ts';

export const signUpByContact =
  (deps: Deps): CustomerOperations['signUpByContact'] =>
  async ({ userId, phone, name }) => {
    const number = parseMobile(phone, deps.limits.homeCountry);
    if (number.kind !== 'mobile') return number;
    const taken = { userId, phone: number.phone, name: nameFrom(name) };
    const outcome = await deps.store.transaction((tx) => takeIn(tx, deps, taken));
    deps.nudge();
    return outcome;
  };
