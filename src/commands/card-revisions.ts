/** What the buttons of a receipt ask for: always about the change that the card shows, and no other. */

import { newestChangeIn, type CardReference } from '../presence/card-reference.ts';
import {
  endFromCard,
  extendFromCard,
  setEndFromCard,
  type CardExtendDecision,
} from '../presence/card-requests.ts';
import type { Instant } from '../presence/intent.ts';
import { showAnyway } from '../presence/unseen.ts';
import type { CommandContext, RevisedRequest, Revision } from './context.ts';

/** What one press of "+30 min" adds. */
export const extendSeconds = 1800;

/** "+30 min". */
export function extendRevision(reference: CardReference): Revision {
  return {
    did: 'extend',
    since: newestChangeIn(reference),
    requestOf: (state, now, stack) => requestOf(extendFromCard(state, now, reference, extendSeconds, stack)),
  };
}

/** "Until …". */
export function setEndRevision(reference: CardReference, until: Instant): Revision {
  return {
    did: 'extend',
    since: newestChangeIn(reference),
    requestOf: (state, now, stack) => requestOf(setEndFromCard(state, now, reference, until, stack)),
  };
}

/** "End now". */
export function endRevision(reference: CardReference): Revision {
  return {
    did: 'change',
    since: newestChangeIn(reference),
    requestOf: (state, now) => {
      const found = endFromCard(state, now, reference);
      return found.kind === 'end'
        ? { wanted: found.wanted, assumed: [] }
        : { answer: { kind: 'nothingToEnd', checked: found.checked } };
    },
  };
}

/** “Show it anyway”, on news of a status that nobody sees; a press after the first one finds it done. */
export function showAnywayRevision({ holds }: CardReference, { policy }: CommandContext): Revision {
  const origin = holds.find(({ slot }) => slot === 'preferred')?.origin ?? 0;
  return {
    did: 'change',
    since: origin,
    requestOf: (state, now) => {
      const found = showAnyway(state, origin, now, policy.maxSessionSeconds);
      return found.kind === 'show'
        ? { wanted: found.wanted, assumed: [] }
        : { answer: { kind: 'nothingToShow', why: found.why } };
    },
  };
}

function requestOf(found: CardExtendDecision): RevisedRequest {
  return found.kind === 'extend'
    ? { wanted: found.wanted, assumed: [] }
    : { answer: { kind: 'nothingToExtend', because: found } };
}
