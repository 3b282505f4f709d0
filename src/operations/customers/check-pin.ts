import type { Deps } from '../ports.ts';
import type { CustomerOperations } from './customer-operations.ts';
import { tryCustomerPin } from './customer-pin.ts';

export const checkPin =
  (deps: Deps): CustomerOperations['checkPin'] =>
  (ask) =>
    deps.store.transaction((tx) => tryCustomerPin(tx, deps, ask));
