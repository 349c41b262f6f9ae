/** What the validator lets through: Graph requests in order, and what each one promises. */

import type { Assumption, Door, Guid, Holding, Sender } from './intent.ts';
import type { Pair, PreferredPair, SessionPair, Slot } from './pairs.ts';

type PairBody<P extends Pair> = Pick<P, 'availability' | 'activity'>;

/** One call of Graph's presence API about one user; its body is exactly what is sent. */
export type GraphRequest = { readonly userId: Guid } & (
  | {
      readonly action: 'setUserPreferredPresence';
      readonly body: PairBody<PreferredPair> & { readonly expirationDuration: string };
    }
  | {
      readonly action: 'setPresence';
      readonly body: { readonly sessionId: Guid } & PairBody<SessionPair> & {
          readonly expirationDuration: string;
        };
    }
  | { readonly action: 'clearUserPreferredPresence'; readonly body: Readonly<Record<string, never>> }
  | { readonly action: 'clearPresence'; readonly body: { readonly sessionId: Guid } }
  | {
      readonly action: 'setStatusMessage';
      readonly body: {
        readonly statusMessage: {
          readonly message: { readonly content: string; readonly contentType: 'text' };
          readonly expiryDateTime?: { readonly dateTime: string; readonly timeZone: 'UTC' };
        };
      };
    }
);

/** The path of a request below the version root: `/users/{id}/presence/{action}`. */
export function requestPath(request: Pick<GraphRequest, 'userId' | 'action'>): string {
  return `/users/${request.userId}/presence/${request.action}`;
}

/** One request and what holds in its slot once Graph has accepted it; undefined: the slot is empty. */
export interface Step {
  readonly slot: Slot;
  readonly request: GraphRequest;
  readonly holding: Holding | undefined;
}

/** A judged wish, ready to be applied: steps in order, at least one. */
export interface Change {
  readonly who: Sender;
  readonly door: Door;
  readonly steps: readonly [Step, ...Step[]];
  readonly assumed: readonly Assumption[];
}
