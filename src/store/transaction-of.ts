import type { Tx } from './store.ts';

/** A transaction as operations have it: what we do with it ourselves, and the models. */
export const transactionOf = (own: Pick<Tx, 'lock' | 'query' | 'execute'>, models: object): Tx =>
  new Proxy(own, {
    get: (_target, key) => (Object.hasOwn(own, key) ? Reflect.get(own, key) : Reflect.get(models, key)),
  }) as unknown as Tx;
