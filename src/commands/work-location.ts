/** Where the person works today. Microsoft keeps it for the day, and lets only their own sign-in set it. */

import { temporal } from '../parser/time/temporal.ts';
import type { Instant } from '../presence/intent.ts';
import type { Problem } from '../presence/problem.ts';
import { command } from './command.ts';

export const workLocation = command('workLocation', {
  action: ({ place, otherDay }, context) => {
    const { policy, zone } = context;
    const refused = (code: Extract<Problem['code'], `location${string}`>) =>
      ({ kind: 'refused', problem: { code } }) as const;
    // The validator says so, too; but that another day is not possible would be only half of the truth.
    if (policy.setsLocation !== true) return refused('locationNotHere');
    if (otherDay === true) return refused('locationOtherDay');
    if (zone === undefined) return refused('locationNoZone');
    return {
      kind: 'set',
      request: { wanted: { kind: 'locate', place, until: endOfDay(context.now(), zone) }, assumed: [] },
    };
  },
});

function endOfDay(now: Instant, zone: string): Instant {
  const today = temporal().Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  return today.add({ days: 1 }).toZonedDateTime({ timeZone: zone }).epochMilliseconds;
}
