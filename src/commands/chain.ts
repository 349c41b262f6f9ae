/** One status after the other: the first at once, and each of the others due at the end of the one before. */

import { randomUUID } from 'node:crypto';
import type { ScheduleCommand } from '../parser/reading.ts';
import type { Instant, WantedPresence } from '../presence/intent.ts';
import { pairOf } from '../presence/pairs.ts';
import type { ScheduleRule } from '../presence/schedule.ts';
import { validate } from '../presence/validate.ts';
import type { Answer } from './answer.ts';
import { command } from './command.ts';
import type { ChangeRequest, CommandContext } from './context.ts';
import { recorded } from './recorded.ts';
import { ruleProblem } from './schedule-rule.ts';

type Step = Extract<ScheduleCommand, { kind: 'chain' }>['steps'][number];
type Request = Extract<ChangeRequest, { kind: 'set' }>['request'];

export const chain = command('chain', {
  action: ({ steps, assumed }, context) => {
    const [first, ...later] = steps;
    // The reader gives two at the least.
    if (first === undefined) return { kind: 'refused', problem: { code: 'nothingToDo' } };
    const { policy, who } = context;
    const now = context.now();
    const wanted = wantedOf(first);
    const judged = validate({ who, door: 'chat', wanted, assumed }, policy, now);
    if (!judged.ok) return { kind: 'refused', problem: judged.problem };
    const rules = rulesAfter(first, later, now);
    for (const rule of rules) {
      const problem = ruleProblem(rule, policy, who, now);
      if (problem !== undefined) return { kind: 'refused', problem };
    }
    const request = { wanted, assumed };
    return { kind: 'chain', request, rules, start: () => start(request, rules, context) };
  },
});

/** The later steps are on record before the first is set: what cannot be kept is not begun. */
function start(request: Request, rules: readonly ScheduleRule[], context: CommandContext): Promise<Answer> {
  const id = randomUUID();
  return recorded(
    context,
    'chain',
    (records, who) =>
      records.schedules(who, { kind: 'chain', chain: id, rules, zone: context.zone ?? 'UTC' }),
    () => context.change({ kind: 'set', request: { ...request, chain: id } }),
  );
}

function wantedOf({ status, end, message }: Step): WantedPresence {
  const pair = pairOf(status);
  const said = { end, ...(message === undefined ? {} : { message }) };
  return pair.slot === 'session'
    ? { kind: 'open', session: pair.id, ...said }
    : { kind: 'prefer', status: pair.id, ...said };
}

/** Each of the later steps as it is scheduled. */
function rulesAfter(first: Step, later: readonly Step[], now: Instant): readonly ScheduleRule[] {
  let at = endOf(first, now);
  return later.map((step): ScheduleRule => {
    const { status, end, message } = step;
    const startsAt = at;
    at = endOf(step, startsAt);
    return {
      status,
      timing: {
        kind: 'once',
        startsAt,
        ...(end.said === 'nothing' ? {} : { endsAt: at }),
        ...(end.said === 'duration' ? { seconds: end.seconds } : {}),
      },
      ...(message === undefined ? {} : { message }),
    };
  });
}

function endOf({ end, status }: Step, from: Instant): Instant {
  switch (end.said) {
    case 'instant':
      return end.at;
    case 'duration':
      return from + end.seconds * 1000;
    case 'nothing':
      return from + pairOf(status).defaultSeconds * 1000;
  }
}
