/** Why a reply needs a sign-in, and how it is asked for. */

import { say, type Reader } from '../locales/say.ts';
import type { Failure } from '../presence/outcome.ts';
import type { ReplyContent } from '../replies/reply-content.ts';

/** Why somebody has to sign in; empty: they have not yet. */
export interface Missing {
  /** Their sign-in lacks it. */
  readonly permission?: string;
  /** Microsoft no longer takes their sign-in. */
  readonly stale?: boolean;
  /** Teams tried silently and failed. */
  readonly silentFailed?: boolean;
}

/** Why this reply needs a sign-in; undefined if it does not. */
export function missingSignIn(content: ReplyContent): Missing | undefined {
  if (content.kind === 'signIn') return {};
  if (content.kind === 'pastReceipt' && content.note !== undefined) return missingSignIn(content.note);
  const failure = failuresIn(content).find(({ by }) => by === 'signedOut');
  if (failure === undefined) return undefined;
  const { grant, stale = false } = failure;
  return grant === undefined ? { stale } : { permission: grant.permission };
}

function failuresIn(content: ReplyContent): readonly Failure[] {
  if (content.kind === 'statusFailed') return [content.failure];
  if (content.kind === 'pastReceipt') return content.reported?.ok === false ? [content.reported.failure] : [];
  if (content.kind !== 'receipt') return [];
  // A change that was done in part is reported, not repeated.
  if (content.receipt.holds.length + content.receipt.cleared.length > 0) return [];
  return content.receipt.open.flatMap(({ result }) => (result.kind === 'failed' ? [result.failure] : []));
}

/** How somebody is asked to sign in. */
export function wordsFor({ permission, stale, silentFailed }: Missing, to: Reader): string {
  if (silentFailed === true) return say(to, 'signIn.thenFailed');
  if (stale === true) return say(to, 'signIn.thenStale');
  return permission === undefined ? say(to, 'signIn.then') : say(to, 'signIn.thenLacks', { permission });
}
