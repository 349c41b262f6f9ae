import type { PreferredId } from '../presence/pairs.ts';
import { inForce, type PersonState } from '../presence/person-state.ts';
import type { Instant } from '../presence/intent.ts';
import type { Stack } from '../presence/meeting.ts';
import { changeSchedules } from './change-schedules.ts';
import { command } from './command.ts';

export const clear = command('clear', {
  action: ({ kind, slots, named }, context) => {
    const request = { wanted: { kind, slots }, assumed: [] };
    if (named === undefined) return { kind: 'set', request };
    return {
      kind: 'revise',
      did: 'change',
      // What holds now is nearer than what is scheduled.
      requestOf: (state, now, stack) =>
        stack.scheduled?.includes(named) !== true || isSet(named, state, now, stack)
          ? request
          : {
              instead: () =>
                changeSchedules(context, { kind: 'remove', which: { status: named } }, { what: 'removed' }),
            },
    };
  },
});

/** Whether anything of the person's own holds that a word for that status may mean. */
function isSet(named: PreferredId, state: PersonState, now: Instant, { layers }: Stack): boolean {
  return inForce(state, 'preferred', now)?.pair === named || layers.length > 0;
}
