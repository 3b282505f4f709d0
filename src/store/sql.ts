/** Raw SQL with bound values, for Store.query, Tx.query and Tx.execute: the same text on both databases. */
export { default as sql, join, raw, Sql } from 'sql-template-tag';
