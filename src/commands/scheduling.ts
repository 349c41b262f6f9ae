/** Time ahead: what is to be set later, and what becomes of that. */

import type { ScheduleCommand } from '../parser/reading.ts';
import type { End, Instant } from '../presence/intent.ts';
import type { ScheduleRule } from '../presence/schedule.ts';
import type { Answer } from './answer.ts';
import { changeSchedules } from './change-schedules.ts';
import { rulesFrom } from '../presence/schedule.ts';
import { offerOf, type CommandAction, type CommandEntry, type CommandId } from './command.ts';
import { ruleProblem } from './schedule-rule.ts';

type Kind = Exclude<ScheduleCommand['kind'], 'chain' | 'endReminders'>;

/** `offered`: whether it stands in the help. */
function entry<K extends Kind>(
  offered: readonly (K & CommandId)[],
  action: CommandEntry<K>['action'],
): CommandEntry<K> {
  return { offers: offered.map((id) => offerOf<CommandId>(id)), place: 'anywhere', action };
}

const telling = (answer: () => Answer | Promise<Answer>): CommandAction => ({ kind: 'tell', answer });

export const schedule = entry<'schedule'>(['schedule'], (command, context) => {
  const { zone } = context;
  // Without a zone nobody knows when nine is.
  if (zone === undefined) return telling(() => ({ kind: 'refusal', refusal: { code: 'noZone', words: [] } }));
  const { status, timing, quietHours, message, then, assumed } = command;
  const rule: ScheduleRule = {
    status,
    timing,
    ...(quietHours === undefined ? {} : { quietHours }),
    ...(message === undefined ? {} : { message }),
    ...(then === undefined ? {} : { then }),
  };
  const now = context.now();
  const [problem] = [rule, ...rulesFrom(now, then)].flatMap(
    (one) => ruleProblem(one, context.policy, context.who, now) ?? [],
  );
  if (problem !== undefined) return { kind: 'refused', problem };
  return telling(() => changeSchedules(context, { kind: 'add', rule, zone }, { what: 'added', assumed }));
});

export const schedules = entry<'schedules'>(['schedules'], (_command, context) =>
  telling(() => changeSchedules(context, { kind: 'list' }, { what: 'listed' })),
);

export const skipSchedule = entry<'skipSchedule'>(['skipSchedule'], ({ which, on }, context) =>
  telling(() => changeSchedules(context, { kind: 'skip', which, on }, { what: 'skipped', on })),
);

export const pauseSchedules = entry<'pauseSchedules'>(
  ['pauseSchedules'],
  ({ which, until: end, assumed }, context) => {
    const until = instantOf(end, context.now());
    if (until !== undefined && until <= context.now())
      return { kind: 'refused', problem: { code: 'endPassed' } };
    return telling(() =>
      changeSchedules(context, { kind: 'pause', which, until }, { what: 'paused', until, assumed }),
    );
  },
);

export const resumeSchedules = entry<'resumeSchedules'>([], ({ which }, context) =>
  telling(() => changeSchedules(context, { kind: 'resume', which }, { what: 'resumed' })),
);

export const removeSchedule = entry<'removeSchedule'>(['removeSchedule'], ({ which }, context) =>
  telling(() => changeSchedules(context, { kind: 'remove', which }, { what: 'removed' })),
);

export const changeSchedule = entry<'changeSchedule'>([], ({ which, from, to }, context) =>
  telling(() =>
    changeSchedules(
      context,
      {
        kind: 'retime',
        which,
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      },
      { what: 'changed' },
    ),
  ),
);

export const scheduledDays = entry<'scheduledDays'>([], ({ from, to }, context) =>
  telling(() =>
    changeSchedules(context, { kind: 'days', from, to, zone: context.zone ?? 'UTC' }, { what: 'listed' }),
  ),
);

function instantOf(end: End, now: Instant): Instant | undefined {
  switch (end.said) {
    case 'nothing':
      return undefined;
    case 'duration':
      return now + end.seconds * 1000;
    case 'instant':
      return end.at;
  }
}
