/** What comes after: the later steps of a chain, each due at the end of the one before. Pure, but for the names of what is new. */

import { randomUUID } from 'node:crypto';
import type { ChainId, Instant } from '../presence/intent.ts';
import { rulesFrom, type ScheduleRequest } from '../presence/schedule.ts';
import type { KeptSchedule } from '../store/schedule-rows.ts';
import { advanced, leastMs, type DueSchedule } from './plan.ts';

/** The steps as they are kept, for that person. */
export function chainSteps(
  { chain, rules, zone }: Omit<Extract<ScheduleRequest, { kind: 'chain' }>, 'kind'>,
  of: Pick<KeptSchedule, 'userId' | 'tenantId'>,
  now: Instant,
): readonly KeptSchedule[] {
  return rules.map((rule) =>
    advanced(
      { ...of, id: randomUUID(), rule, zone, skips: [], madeAt: now, failures: 0, chain },
      now - 1,
      now,
    ),
  );
}

/** The steps that come after one time of a rule, under names that are the same if it is started twice. */
export function stepsAfter({ schedule, next, chain }: DueSchedule, now: Instant): readonly KeptSchedule[] {
  const { id, userId, tenantId, zone, rule, madeAt } = schedule;
  if (chain === undefined || rule.then === undefined) return [];
  const rules = rulesFrom(next.endsAt, rule.then);
  return chainSteps({ chain, rules, zone }, { userId, tenantId }, now).map((one, index) => ({
    ...one,
    id: `${id}:${next.startsAt}:${index}`,
    // It is no choice of that moment: its person said it with the rule.
    madeAt,
  }));
}

/** The steps of that chain that have not been started, in order. */
export function restOf(all: readonly KeptSchedule[], chain: ChainId | undefined): readonly KeptSchedule[] {
  return all
    .filter((one) => chain !== undefined && one.chain === chain && one.held === undefined)
    .toSorted((one, other) => startOf(one) - startOf(other));
}

function startOf({ rule: { timing } }: KeptSchedule): Instant {
  return timing.kind === 'once' ? timing.startsAt : 0;
}

/**
 * Those steps, the first of them from that instant: a length moves, an end stays where it was said. A step of which too
 * little is left then is left out, and comes back where an earlier instant leaves enough of it.
 */
export function followingFrom(
  steps: readonly KeptSchedule[],
  from: Instant,
  now: Instant,
): readonly KeptSchedule[] {
  let at = from;
  return steps.map((step): KeptSchedule => {
    const { timing } = step.rule;
    if (timing.kind !== 'once') return step;
    const endsAt = timing.seconds === undefined ? timing.endsAt : at + timing.seconds * 1000;
    if (endsAt !== undefined && endsAt - at < leastMs)
      return { ...step, next: undefined, overAt: Math.max(now, endsAt) };
    const moved = { ...timing, startsAt: at, ...(endsAt === undefined ? {} : { endsAt }) };
    const next = advanced({ ...step, rule: { ...step.rule, timing: moved } }, at - 1, now);
    at = next.next?.endsAt ?? at;
    return next;
  });
}
