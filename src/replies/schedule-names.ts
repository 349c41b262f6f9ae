/** What a schedule is called on a card, and the button that leads to all of them. */

import { say } from '../locales/say.ts';
import type { Schedule } from '../presence/schedule.ts';
import type { SchedulesCard } from './card.ts';
import { exampleOf } from './examples.ts';
import { labelOf } from './phrases.ts';
import type { View } from './time.ts';

/** “My schedules”. */
export function listButton(view: View): SchedulesCard['buttons'][number] {
  const { title, say: sentence } = exampleOf('schedule.show', view);
  return { title, act: { verb: 'run', say: sentence } };
}

/** What it is called in a list. */
export function nameOf({ quietHours, status }: Schedule, view: View): string {
  return quietHours === true
    ? say(view, 'schedule.quietHours', { status: labelOf(status, view) })
    : labelOf(status, view);
}
