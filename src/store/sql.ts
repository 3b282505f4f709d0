/** Raw SQL with bound values, for Store.query, Tx.query and Tx.execute: the same text on both databases. */
export { raw, Sql, sqltag as sql } from '@prisma/client/runtime/client';
