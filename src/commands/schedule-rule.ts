/** Whether each occurrence of a schedule could be set: the same judge as for what is set at once. */

import type { Instant, Sender, WantedPresence } from '../presence/intent.ts';
import { pairOf } from '../presence/pairs.ts';
import type { Problem } from '../presence/problem.ts';
import type { LocalTime, ScheduleRule } from '../presence/schedule.ts';
import { validate, type Policy } from '../presence/validate.ts';

/** What is wrong with it; undefined: nothing. */
export function ruleProblem(
  rule: ScheduleRule,
  policy: Policy,
  who: Sender,
  now: Instant,
): Problem | undefined {
  const { timing, message } = rule;
  if (timing.kind === 'once' && (timing.endsAt ?? Infinity) <= now) return { code: 'endPassed' };
  const seconds = secondsOf(rule);
  const pair = pairOf(rule.status);
  const said = {
    end: { said: 'duration', seconds },
    ...(message === undefined ? {} : { message }),
  } as const;
  const wanted: WantedPresence =
    pair.slot === 'session'
      ? { kind: 'open', session: pair.id, ...said }
      : { kind: 'prefer', status: pair.id, ...said };
  const judged = validate({ who, door: 'schedule', wanted, assumed: [] }, policy, now);
  return judged.ok ? undefined : judged.problem;
}

/** How long one occurrence is on a day without a change of the clocks. */
function secondsOf({ status, timing }: ScheduleRule): number {
  const { defaultSeconds } = pairOf(status);
  if (timing.kind === 'once')
    return timing.endsAt === undefined ? defaultSeconds : (timing.endsAt - timing.startsAt) / 1000;
  if (timing.to === undefined) return defaultSeconds;
  const minutes = minutesOf(timing.to) - minutesOf(timing.from);
  return 60 * (minutes > 0 ? minutes : minutes + 24 * 60);
}

function minutesOf(time: LocalTime): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
