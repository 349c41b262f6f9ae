/** What schedules and calendars set is remembered as everything else is that the bot sets. */

import { clearRequest, type Change } from '../presence/change.ts';
import { guid, type Guid } from '../presence/intent.ts';
import { accepted, type StepOutcome } from '../presence/outcome.ts';
import { showingSession } from '../presence/person-state.ts';
import type { StartServices } from '../schedules/start-services.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { PeopleStore } from '../store/people.ts';
import { senderOf } from './conversation-references.ts';
import type { KeptPersonStates } from './person-states.ts';

/** What a start asks and tells of people's states; a session that lets an earlier status show ends with that status. */
export function recordedStarts(
  people: Pick<PeopleStore, 'find'>,
  {
    personStates,
    sessions,
    sessionId,
    now,
  }: Pick<StartServices, 'sessionId' | 'now'> & {
    readonly personStates: Pick<KeptPersonStates, 'get' | 'recall' | 'record' | 'flush'>;
    readonly sessions: Pick<Sessions, 'endMany'>;
  },
  door: 'schedule' | 'calendar' = 'schedule',
): Pick<StartServices, 'stateOf' | 'record' | 'flush'> {
  /** The step that ended it; undefined: there was none, or another status has not taken its status' place. */
  const endShowing = async (
    userId: Guid,
    steps: readonly StepOutcome[],
  ): Promise<StepOutcome | undefined> => {
    const isOver = steps.some((one) => one.step.slot === 'preferred' && accepted(one));
    if (!isOver || showingSession(personStates.get(userId), now()) === undefined) return undefined;
    const { statuses } = await sessions.endMany([userId], { kind: 'asked' });
    const request = clearRequest({ userId, sessionId }, 'session');
    const step = { slot: 'session', request, holding: undefined } as const;
    const call = { request, at: now() };
    const left = statuses.get(userId)?.kind;
    return left === 'empty' || left === 'holds'
      ? { step, result: { kind: 'applied', call } }
      : { step, result: { kind: 'failed', call, failure: { by: 'unreachable', mayHold: true } } };
  };

  return {
    stateOf: async (userId) => {
      const { state, known } = await personStates.recall(userId);
      return known ? state : undefined;
    },
    record: async (userId, sent, chain) => {
      const person = await people.find(userId);
      const ended = await endShowing(userId, sent);
      const steps = ended === undefined ? sent : [ended, ...sent];
      const tenantId = guid(person?.tenantId ?? '');
      const [first, ...rest] = steps.map(({ step }) => step);
      if (tenantId === undefined || first === undefined) return;
      const who = senderOf(person) ?? { userId, tenantId, account: '' };
      const change: Change = {
        who,
        door,
        at: now(),
        steps: [first, ...rest],
        assumed: [],
        ...(chain === undefined ? {} : { chain }),
      };
      personStates.record({ outcome: { change, steps }, did: 'change', kept: true });
    },
    flush: personStates.flush,
  };
}
