/** What the domain needs of the outside world, so that no room above knows who provides it. */

import type { Change, GraphRequest } from './change.ts';
import type { Guid, Sender } from './intent.ts';
import type { Ledger } from './ledger.ts';
import type { Failure, Outcome, Result } from './outcome.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * Applies a change: its requests strictly in order, stopping at the first that is not accepted.
 * `stop` is raised when a newer choice of the same person replaces this one: nothing more is sent then.
 * Never rejects; who failed is in the outcome.
 */
export type Apply = (change: Change, stop: AbortSignal) => Promise<Outcome>;

type SnapshotResult =
  { readonly ok: true; readonly snapshot: Snapshot } | { readonly ok: false; readonly failure: Failure };

/** Reads a user's presence back, for whoever asks. Never rejects. */
export type ReadPresence = (who: Sender, userId: Guid) => Promise<SnapshotResult>;

type SnapshotsResult =
  | { readonly ok: true; readonly snapshots: ReadonlyMap<Guid, Snapshot> }
  | { readonly ok: false; readonly failure: Failure };

/** Reads the presence of many users at once, for whoever asks; whoever Graph does not tell of is not in the answer. Never rejects. */
export type ReadPresences = (who: Sender, userIds: readonly Guid[]) => Promise<SnapshotsResult>;

/**
 * Sends requests about several people of one tenant together, each person's at most once, in no order. Each has a
 * result of its own, in the order of the requests: applied, absent or failed. One attempt: repeating is the caller's.
 * Never rejects.
 */
export type SendTogether = (
  tenantId: string,
  requests: readonly GraphRequest[],
) => Promise<readonly Result[]>;

/** What this bot remembers of each person. */
export interface Ledgers {
  get(userId: Guid): Ledger;
  set(userId: Guid, ledger: Ledger): void;
}

/** Makes what a person asks of their session last: beyond one expiration, and through a restart. */
export interface Sessions {
  /** Before a change that touches the session is sent; nobody renews anything of that person meanwhile. Never rejects. */
  begin(change: Change): Promise<SessionTurn>;
}

export interface SessionTurn {
  /** Whether what has to be renewed can be put on record. */
  readonly keeps: boolean;
  /** After it was sent: whether what Graph took is on record, and what was there before is not. Never rejects. */
  end(outcome: Outcome): Promise<boolean>;
}

/** People's own tokens for Graph, where the bot acts as they and not as itself. */
export interface UserTokens {
  /** The person's token, or undefined if they have to sign in. Rejects when the Bot Service cannot tell. */
  get(who: Sender): Promise<string | undefined>;
  /** That token was not accepted: it is not given again from memory. */
  refused(who: Sender, token: string): void;
  /** Forgets the person's sign-in here and at the Bot Service. Rejects when the Bot Service does not take it. */
  signOut(who: Sender): Promise<void>;
}
