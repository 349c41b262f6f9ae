/** What is scheduled on some days: a row for each of them. */

import { say } from '../locales/say.ts';
import type { PairId } from '../presence/pairs.ts';
import type { ScheduledDay } from '../presence/schedule.ts';
import type { Look, SchedulesCard } from './card.ts';
import { iconOfPair, type IconId } from './icon.ts';
import { plainText } from './plain.ts';
import { listButton, nameOf } from './schedule-names.ts';
import { clockText, dateText } from './schedule-text.ts';
import type { View } from './time.ts';

/** The card of those days; a day without anything stands there too. */
export function weekCard(days: readonly ScheduledDay[], view: View): SchedulesCard {
  const isEmpty = days.every(({ times }) => times.length === 0);
  return {
    kind: 'schedules',
    heading: say(view, 'schedule.heading'),
    notes: [],
    items: [],
    days: isEmpty
      ? []
      : days.map(({ date, times }) => ({
          title: dateText(date, view),
          times:
            times.length === 0
              ? [{ text: '–', look: 'default' }]
              : times.map((time) => ({ text: timeText(time, view), look: lookOf(time.schedule.status) })),
        })),
    lines: isEmpty ? [say(view, 'schedule.noneThen')] : [],
    buttons: [listButton(view)],
  };
}

function timeText({ schedule, startsAt, endsAt, allDay }: ScheduledDay['times'][number], view: View): string {
  const times = allDay
    ? say(view, 'schedule.allDay')
    : say(view, 'schedule.times', { from: clockText(startsAt, view), to: clockText(endsAt, view) });
  return plainText(say(view, 'schedule.named', { status: nameOf(schedule, view), rule: times }));
}

const looks: Readonly<Partial<Record<IconId, Look>>> = {
  available: 'good',
  busy: 'attention',
  doNotDisturb: 'attention',
  away: 'warning',
};

function lookOf(status: PairId): Look {
  return looks[iconOfPair(status)] ?? 'emphasis';
}
