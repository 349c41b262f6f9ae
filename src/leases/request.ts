/** A step as Graph takes it. */

import type { GraphRequest } from '../presence/change.ts';
import type { Guid } from '../presence/intent.ts';
import { pairOf } from '../presence/pairs.ts';
import type { Step } from './decide.ts';

/** A step that something is told to Graph for. */
export type Telling = Extract<Step, { kind: 'set' | 'clear' }>;

export function isTelling(step: Step): step is Telling {
  return step.kind === 'set' || step.kind === 'clear';
}

/** `sessionId` is the application's id: it has one session for each person. */
export function requestOf(step: Telling, userId: Guid, sessionId: Guid): GraphRequest {
  if (step.kind === 'clear') return { userId, action: 'clearPresence', body: { sessionId } };
  const { availability, activity } = pairOf(step.claim.pair);
  const { expirationDuration } = step.plan;
  return { userId, action: 'setPresence', body: { sessionId, availability, activity, expirationDuration } };
}
