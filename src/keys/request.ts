/** A request with a key, and its answer, whatever brought it. */

import type { KeyOwner } from '../presence/personal-key.ts';

export interface KeyRequestParts {
  readonly method: 'GET' | 'POST';
  readonly path: '/api/me' | '/api/me/undo' | '/mcp';
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly query: Readonly<Record<string, string>>;
  /** The JSON in the body; undefined: there is no body; null: it is no JSON, packed, or too large. */
  readonly readBody: () => Promise<unknown>;
}

export interface KeyResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; undefined: nothing. */
  readonly body: unknown;
}

/** What answers a request of a key's owner, and how the audit calls it. */
export type KeyHandler = (
  owner: KeyOwner,
  request: KeyRequestParts,
) => Promise<KeyResponse & { readonly asked: string }>;
