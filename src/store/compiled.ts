/** Queries that are built and compiled once, since that takes longer than SQLite takes to run them. */

import {
  sql,
  type Compilable,
  type CompiledQuery,
  type Kysely,
  type QueryResult,
  type RawBuilder,
} from 'kysely';
import type { Tables } from './tables.ts';

/** A query with its values, run on that database or in that transaction. */
export type Compiled<Values, Row = unknown> = (
  db: Kysely<Tables>,
  values: Values,
) => Promise<QueryResult<Row>>;

/** The query that `build` makes, where `given` stands for each of the values. */
export function compiled<Values extends object, Row = unknown>(
  build: (given: <K extends keyof Values>(name: K) => RawBuilder<Values[K]>) => Compilable<Row>,
): Compiled<Values, Row> {
  let known: CompiledQuery<Row> | undefined;
  return (db, values) => {
    known ??= build((name) => sql`${new Given(name)}`).compile();
    const parameters = known.parameters.map((one) =>
      one instanceof Given ? values[one.name as keyof Values] : one,
    );
    return db.executeQuery({ ...known, parameters });
  };
}

/** Stands in the query for a value that is given each time. */
class Given {
  readonly name: PropertyKey;

  constructor(name: PropertyKey) {
    this.name = name;
  }
}
