/** A change as it is kept for its person's export, and for nothing else. */

import type { Change } from '../presence/change.ts';
import type { Guid } from '../presence/intent.ts';
import type { Choice } from '../presence/person-state.ts';
import type { StateEntry } from '../presence/state-entry.ts';
import type { ChangeRow } from '../store/person-states.ts';

/** What was to hold, and what came of it. */
export function changeRow({ who, door }: Change, { id, did, steps, call }: StateEntry): ChangeRow {
  const ends = steps.flatMap(({ came, holding }) =>
    came === 'applied' && holding?.endsAt !== undefined ? [holding.endsAt] : [],
  );
  return {
    userId: who.userId,
    at: id,
    door,
    what: { did, steps: steps.map(({ slot, holding }) => holding ?? { slot }) },
    outcome: { steps: steps.map(({ came }) => came), ...(call === undefined ? {} : { call: callOf(call) }) },
    ...(ends.length === 0 ? {} : { until: Math.max(...ends) }),
  };
}

/** The request as it was sent; whose it is, the row says. */
function callOf({ request, ...answered }: NonNullable<StateEntry['call']>): unknown {
  const { userId: _, ...sent } = request;
  return { ...answered, request: sent };
}

/** What was chosen beside a status: on a meeting's card, or about reminders. */
export function choiceRow(userId: Guid, { id, door }: StateEntry, choice: Choice): ChangeRow {
  return { userId, at: id, door, what: choice, outcome: 'applied' };
}
