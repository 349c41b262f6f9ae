/** What the domain needs of the outside world, so that no room above knows who provides it. */

import type { Change } from './change.ts';
import type { Guid } from './intent.ts';
import type { Ledger } from './ledger.ts';
import type { Failure, Outcome } from './outcome.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * Applies a change: its requests strictly in order, stopping at the first that is not accepted.
 * `stop` is raised when a newer choice of the same person replaces this one: nothing more is sent then.
 * Never rejects; who failed is in the outcome.
 */
export type Apply = (change: Change, stop: AbortSignal) => Promise<Outcome>;

type SnapshotResult =
  { readonly ok: true; readonly snapshot: Snapshot } | { readonly ok: false; readonly failure: Failure };

/** Reads a user's presence back. Never rejects. */
export type ReadPresence = (userId: Guid) => Promise<SnapshotResult>;

type SnapshotsResult =
  | { readonly ok: true; readonly snapshots: ReadonlyMap<Guid, Snapshot> }
  | { readonly ok: false; readonly failure: Failure };

/** Reads the presence of many users at once; whoever Graph does not tell of is not in the answer. Never rejects. */
export type ReadPresences = (userIds: readonly Guid[]) => Promise<SnapshotsResult>;

/** What this bot remembers of each person. */
export interface Ledgers {
  get(userId: Guid): Ledger;
  set(userId: Guid, ledger: Ledger): void;
}
