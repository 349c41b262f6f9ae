/** What the events of one's calendar mean for one's status. */

import type { Command } from '../parser/reading.ts';
import type { CalendarRequest } from '../presence/calendar.ts';
import type { Answer, CalendarDid } from './answer.ts';
import { command } from './command.ts';
import type { CommandAction, CommandEntry } from './command.ts';
import type { CommandContext } from './context.ts';
import { recorded } from './recorded.ts';

/** Does it on record, and tells how the rules are then; or who can have calendars read. */
export function changeCalendar(
  context: CommandContext,
  request: CalendarRequest,
  did: CalendarDid,
): Promise<Answer> {
  if (context.records !== undefined && context.records.calendar === undefined)
    return Promise.resolve({ kind: 'calendarUnread' });
  return recorded(
    context,
    'calendarRules',
    async ({ calendar }, who) => calendar?.(who, request),
    (change) => (change === undefined ? { kind: 'calendarUnread' } : { kind: 'calendar', change, did }),
  );
}

/** `what if` before a rule: that it would be kept, or who can have calendars read. */
export function previewRule(
  { when, then }: Extract<Command, { kind: 'calendarRule' }>,
  { records }: CommandContext,
): Answer {
  if (records === undefined) return { kind: 'notHere', wanted: 'calendarRule' };
  return records.calendar === undefined
    ? { kind: 'calendarUnread' }
    : { kind: 'wouldKeep', rule: { when, then } };
}

const telling = (answer: () => Promise<Answer>): CommandAction => ({ kind: 'tell', answer });

export const calendarRule = command('calendarRule', {
  action: ({ when, then }, context) =>
    telling(() =>
      changeCalendar(
        context,
        // Days begin at midnight in UTC to somebody of whom no zone is known.
        { kind: 'add', rule: { when, then }, zone: context.zone ?? 'UTC' },
        'added',
      ),
    ),
});

export const calendarRules = command('calendarRules', {
  action: (_command, context) => telling(() => changeCalendar(context, { kind: 'list' }, 'listed')),
});

export const removeCalendarRule: CommandEntry<'removeCalendarRule'> = {
  offers: [],
  place: 'anywhere',
  action: ({ when }, context) =>
    telling(() => changeCalendar(context, { kind: 'removeAll', when }, 'removed')),
};

export const calendarOff = command('calendarOff', {
  action: (_command, context) => telling(() => changeCalendar(context, { kind: 'removeAll' }, 'removed')),
});

/** A press on one of somebody's rules, or on what was done last about them. */
export type CalendarPress =
  | { readonly act: 'removeCalendar'; readonly id: string }
  | { readonly act: 'undoCalendar'; readonly at: number };

/** Does it, and tells how they are then. Each may be pressed twice. */
export function answerCalendarPress(press: CalendarPress, context: CommandContext): Promise<Answer> {
  return press.act === 'removeCalendar'
    ? changeCalendar(context, { kind: 'remove', id: press.id }, 'removed')
    : changeCalendar(context, { kind: 'undo', since: 0, at: press.at }, 'undone');
}
