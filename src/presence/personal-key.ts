/** Personal keys: with one, a device or an automation says for its owner what its owner can say. */

import type { Guid, Instant, Sender } from './intent.ts';

/** A key as its owner sees it; the key itself is shown once, when it is made. */
export interface PersonalKey {
  /** Names it in audit lines. */
  readonly number: number;
  /** What its owner calls it; empty where they gave it no name. */
  readonly name: string;
  readonly madeAt: Instant;
  readonly endsAt: Instant;
  /** Its last use, to the minute. */
  readonly usedAt?: Instant;
}

/** Somebody's keys, and what was just done about them. */
export interface KeysChange {
  readonly keys: readonly PersonalKey[];
  readonly did:
    | { readonly what: 'listed' | 'removed' | 'tooMany' }
    | { readonly what: 'made'; readonly key: PersonalKey; readonly secret: string };
}

/** One person's keys. Each call is durable when it resolves, and rejects while the store is out of reach. */
export interface PersonalKeys {
  list(who: Sender): Promise<readonly PersonalKey[]>;
  /** Makes one, and gives what is shown once; undefined: they have as many as one may have. */
  make(
    who: Sender,
    name: string,
  ): Promise<{ readonly key: PersonalKey; readonly secret: string } | undefined>;
  /** Ends it; another person's, or one that has ended, is left alone. */
  remove(who: Sender, number: number): Promise<void>;
}

export const mostKeys = 5;
export const keyDays = 90;
/** Characters of a name. */
export const longestKeyName = 40;

/** What became of keys, for the audit. */
type KeyEvent =
  | { readonly kind: 'made' | 'removed'; readonly who: Sender; readonly number: number }
  /** `asked`: method and address, or the tool; never what was said. `status` as HTTP has it. */
  | {
      readonly kind: 'used';
      readonly who: Sender;
      readonly number: number;
      readonly asked: string;
      readonly status: number;
    }
  /** An operator ended all of a tenant that were made before that instant. */
  | { readonly kind: 'ended'; readonly tenantId: Guid; readonly before: Instant; readonly count: number };

export type AuditKey = (event: KeyEvent) => void;

/** What is known of a request when it comes. */
export type KnownRequest =
  | { readonly kind: 'first' }
  /** It was answered so. */
  | { readonly kind: 'answered'; readonly status: number; readonly answer: unknown }
  /** It is being answered, or its process ended before it was. */
  | { readonly kind: 'unanswered' }
  /** Under that id something else was asked. */
  | { readonly kind: 'other' };

/** Whose key it is, and how they read. */
export interface KeyOwner {
  readonly number: number;
  readonly who: Sender;
  readonly zone: string | undefined;
  /** Of their client, as far as it is known. */
  readonly locale: string;
}

/** A request that carries an id of its sender's. */
export interface KeyRequest {
  readonly owner: KeyOwner;
  /** As the sender gave it. */
  readonly id: string;
  /** All that is asked. */
  readonly asked: string;
}

/** What is asked of the store for requests with keys. All but the first reject while the store is out of reach. */
export interface KeyDoorRecords {
  /** Whose key that is; undefined: nobody's. What has not the shape of a key costs no look-up. */
  owner(secret: string): Promise<KeyOwner | undefined>;
  begin(request: KeyRequest): Promise<KnownRequest>;
  answered(request: KeyRequest, status: number, answer: unknown): Promise<void>;
  /** Nothing was done, so that the same may be asked again. */
  drop(request: KeyRequest): Promise<void>;
}
