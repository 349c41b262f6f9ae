/** What the repositories are given: the open database, and where SQLite and PostgreSQL differ. */

import type { Kysely, SelectQueryBuilder } from 'kysely';
import type { Tables, Tx } from './tables.ts';

export interface Database {
  readonly db: Kysely<Tables>;
  readonly dialect: Dialect;
  readonly close: () => Promise<void>;
}

export interface Dialect {
  /** Milliseconds between two looks at what is due: others may have written it, the clock been set, or a lock expired. */
  readonly pollMs: number;
  /** For `create table`: an instant, a key that counts up by itself, and what follows the last bracket. */
  readonly words: Readonly<Record<'instant' | 'counting' | 'strict', string>>;
  /** Locks the rows that nobody else has locked, until the end of the transaction, and leaves out the others. */
  readonly skipLocked: <Table extends keyof Tables, Row>(
    query: SelectQueryBuilder<Tables, Table, Row>,
  ) => SelectQueryBuilder<Tables, Table, Row>;
  /** Locks the rows, in their order, until the end of the transaction. */
  readonly forUpdate: <Table extends keyof Tables, Row>(
    query: SelectQueryBuilder<Tables, Table, Row>,
  ) => SelectQueryBuilder<Tables, Table, Row>;
  /** Lets one process at a time make tables, until the end of the transaction. */
  readonly lockTables: (tx: Tx) => Promise<void>;
  /** The names of all tables that are there. */
  readonly tableNames: (tx: Tx) => Promise<readonly string[]>;
}
