/** Where the store is, and whom it tells. */

/**
 * A PostgreSQL of version 14 or newer, or a folder for SQLite. `password` is asked for each connection, in place of one
 * in the address.
 */
export type StoreFolder =
  | { readonly databaseUrl: string; readonly password?: () => Promise<string> }
  | { readonly dataDir: string };

/** What the operator is told; pino's own shape. */
export interface StoreLog {
  warn(fields: object, text: string): void;
}
