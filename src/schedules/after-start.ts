/** What is kept of somebody's schedules after a look at them, and what they are told. */

import { backgroundDelay } from '../presence/retry.ts';
import type { KeptSchedule } from '../store/schedule-rows.ts';
import { followingFrom, restOf, stepsAfter } from './chain.ts';
import { advanced, broughtBack, started } from './plan.ts';
import type { Planned, StartServices, Started } from './start-services.ts';
import { scheduleOf } from './view.ts';

/** The person's schedules as they are to be kept; tells the person what waits, and what failed. */
export function changesOf(
  services: StartServices,
  { person, steps, start, notBefore }: Planned,
  result: Started | undefined,
): readonly KeptSchedule[] {
  const { tell, now, random } = services;
  const at = now();
  const all = new Map(person.all.map((one) => [one.id, one]));
  if (notBefore !== undefined)
    return person.all.map((one) =>
      one.next === undefined || one.next.dueAt > at
        ? one
        : { ...one, next: { ...one.next, dueAt: notBefore } },
    );
  const isStarted = result?.kind === 'started';
  for (const step of steps) {
    const { schedule, next } = step;
    switch (step.kind) {
      case 'miss':
        all.set(schedule.id, advanced(schedule, next.startsAt, at));
        break;
      case 'wait':
      case 'giveUp': {
        const { until, because } = step;
        const startsLater = step.kind === 'wait';
        if (because === 'choice' && schedule.told !== 'waits')
          tell(person.userId, {
            kind: 'waits',
            schedule: scheduleOf(schedule, at),
            until,
            endsAt: next.endsAt,
            startsLater,
          });
        const told = because === 'choice' ? 'waits' : schedule.told;
        all.set(
          schedule.id,
          startsLater
            ? { ...schedule, told, next: { ...next, dueAt: until } }
            : advanced(schedule, next.startsAt, at),
        );
        break;
      }
      case 'follow':
        for (const one of followingFrom(restOf([...all.values()], schedule.chain), step.until, at))
          all.set(one.id, one);
        break;
      case 'start':
        if (!isStarted) break;
        all.set(schedule.id, started(step, at));
        for (const one of stepsAfter(step, at)) all.set(one.id, one);
        if (schedule.rule.news === true && step === start)
          tell(person.userId, { kind: 'started', schedule: scheduleOf(schedule, at), endsAt: next.endsAt });
        break;
    }
  }
  if (start === undefined || result === undefined) return [...all.values()];
  if (result.kind === 'started') {
    // They are signed in again: the next time that they are not, they are told again.
    for (const one of all.values()) if (one.told === 'failed') all.set(one.id, { ...one, told: undefined });
    for (const one of all.values()) {
      const back = one.id === start.schedule.id ? undefined : broughtBack(one, start, at);
      if (back !== undefined) all.set(one.id, back);
    }
    return [...all.values()];
  }
  const { schedule, next } = start;
  if (result.kind === 'failed' && result.isFinal) {
    const wasTold = person.all.some(({ told }) => told === 'failed');
    if (!wasTold)
      tell(person.userId, { kind: 'failed', schedule: scheduleOf(schedule, at), failure: result.failure });
    all.set(schedule.id, advanced({ ...schedule, told: 'failed' }, next.startsAt, at));
    return [...all.values()];
  }
  const failures = result.kind === 'failed' ? schedule.failures + 1 : schedule.failures;
  const dueAt =
    result.kind === 'failed'
      ? Math.round(at + backgroundDelay(failures, result.failure, random()))
      : result.at;
  all.set(schedule.id, { ...schedule, failures, next: { ...next, dueAt } });
  return [...all.values()];
}
