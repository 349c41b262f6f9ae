/** A Friday afternoon in New York, and what a sentence comes to then, in a few words. */

import { read } from '../../src/parser/read.ts';
import type { ReadContext, Reading } from '../../src/parser/reading.ts';
import type { Assumption, End } from '../../src/presence/intent.ts';

export const friday: ReadContext = {
  now: Date.parse('2026-11-20T14:07:00-05:00'),
  zone: 'America/New_York',
  locale: 'en-US',
  bot: ['Presence', '<at>Presence</at>'],
};

/** `prefer busy 7200 s`, `open presenting until 2026-11-20T20:00:00.000Z (nextDay)`, `ask leftOver`, `none`. */
export function told(text: string, context: Partial<ReadContext> = {}): string {
  return summary(read(text, { ...friday, ...context }));
}

/** A reading in those few words. */
export function summary(reading: Reading): string {
  switch (reading.kind) {
    case 'prefer':
      return parts('prefer', reading.status, reading);
    case 'open':
      return parts('open', reading.session, reading);
    case 'message':
      return parts('message', JSON.stringify(reading.text), reading);
    case 'extend':
    case 'changeEnd':
      return parts(reading.kind, '', reading);
    case 'clear':
      return `clear ${[...reading.slots].sort().join(' ')}`;
    case 'whatIf':
      return `what if ${summary(reading.of)}`;
    case 'ask':
      return `ask ${reading.question.code}`;
    case 'refuse':
      return `refuse ${reading.refusal.code}`;
    case 'pasted':
      return `pasted ${JSON.stringify(reading.body)}`;
    case 'meetingRule':
      return `rule ${reading.when.join(' ')}: ${reading.then}`;
    case 'workLocation':
      return spaced('work', reading.place, reading.otherDay === true ? 'other day' : '');
    case 'whoIs':
      return `who is ${reading.asked}`;
    case 'pauseMeetings':
      return spaced('pause', endTold(reading.until), guessesTold(reading.assumed));
    case 'language':
      return `language ${reading.language}`;
    case 'calendarRule':
    case 'calendarRules':
    case 'removeCalendarRule':
    case 'calendarOff':
    case 'schedule':
    case 'chain':
    case 'schedules':
    case 'scheduledDays':
    case 'key':
    case 'keys':
    case 'skipSchedule':
    case 'pauseSchedules':
    case 'resumeSchedules':
    case 'removeSchedule':
    case 'changeSchedule':
    case 'endReminders':
      return JSON.stringify(reading);
    case 'undo':
    case 'status':
    case 'details':
    case 'help':
    case 'picker':
    case 'why':
    case 'meetings':
    case 'resumeMeetings':
    case 'signIn':
    case 'signOut':
    case 'exportMe':
    case 'privacy':
    case 'forgetMe':
    case 'none':
      return reading.kind;
  }
}

type Timed = Extract<Reading, { readonly assumed: unknown; readonly end: End }>;

function parts(kind: string, what: string, reading: Timed): string {
  const message = 'message' in reading ? JSON.stringify(reading.message) : '';
  return spaced(kind, what, endTold(reading.end), message, guessesTold(reading.assumed));
}

/** `7200 s`, `until 2026-11-20T20:00Z`; empty if no end was said. */
export function endTold(end: End): string {
  if (end.said === 'nothing') return '';
  return end.said === 'duration'
    ? `${end.seconds} s`
    : `until ${new Date(end.at).toISOString().slice(0, 16)}Z`;
}

/** `(nextDay clockGap)`; empty if nothing was assumed. */
export function guessesTold(assumed: readonly Assumption[]): string {
  const codes = assumed.map(({ code }) => code).filter((code) => code !== 'defaultEnd' && code !== 'noEnd');
  return codes.length === 0 ? '' : `(${codes.join(' ')})`;
}

/** Those of the parts that are not empty. */
export function spaced(...said: readonly string[]): string {
  return said.filter((part) => part !== '').join(' ');
}
