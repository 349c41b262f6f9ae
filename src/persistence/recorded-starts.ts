/** What schedules set is remembered as everything else is that the bot sets. */

import { guid, type Instant } from '../presence/intent.ts';
import type { StartServices } from '../schedules/start-services.ts';
import type { PeopleStore } from '../store/people.ts';
import { senderOf } from './conversation-references.ts';
import type { KeptPersonStates } from './person-states.ts';

/** What a start asks and tells of people's states. */
export function recordedStarts(
  people: Pick<PeopleStore, 'find'>,
  {
    personStates,
    now,
  }: {
    readonly personStates: Pick<KeptPersonStates, 'recall' | 'record' | 'flush'>;
    readonly now: () => Instant;
  },
): Pick<StartServices, 'stateOf' | 'record' | 'flush'> {
  return {
    stateOf: async (userId) => {
      const { state, known } = await personStates.recall(userId);
      return known ? state : undefined;
    },
    record: async (userId, steps) => {
      const person = await people.find(userId);
      const tenantId = guid(person?.tenantId ?? '');
      const [first, ...rest] = steps.map(({ step }) => step);
      if (tenantId === undefined || first === undefined) return;
      const who = senderOf(person) ?? { userId, tenantId, account: '' };
      const change = { who, door: 'schedule', at: now(), steps: [first, ...rest], assumed: [] } as const;
      personStates.record({ outcome: { change, steps }, did: 'change', kept: true });
    },
    flush: personStates.flush,
  };
}
