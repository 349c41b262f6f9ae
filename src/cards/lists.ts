/** Cards that list things: schedules and keys with their buttons, people under what Teams shows of them. */

import type { KeysCard, PeopleCard, SchedulesCard } from '../replies/card.ts';
import { actionData } from './buttons.ts';
import type { CardAudience } from './data.ts';
import { clipped, rowData, some } from './rows.ts';

/** The days as a table, and as lines where a client draws none. */
function weekData(days: SchedulesCard['days']): object {
  const texts = days.map(({ title, times }) => [title, ...times.map(({ text }) => text)].join(' · '));
  return {
    days: days.map(({ title, times }) => ({
      title,
      times: times.map(({ text, look }) => ({ text: clipped(text), look })),
    })),
    instead: texts.map(clipped),
  };
}

/** What the template of schedules and keys is bound to. */
export function schedulesData(card: SchedulesCard | KeysCard, audience: CardAudience): object {
  const { heading, notes, items, lines, buttons } = card;
  const days = card.kind === 'schedules' ? card.days : [];
  return {
    heading: some(heading),
    notes: notes.map(clipped),
    items: items.map(({ row, lines: said, buttons: own }) => ({
      ...rowData(row),
      lines: said.map(clipped),
      actions: own.map((button) => actionData(button, audience)),
    })),
    weeks: days.length === 0 ? [] : [weekData(days)],
    lines: lines.map(clipped),
    actions: buttons.map((button) => actionData(button, audience)),
  };
}

/** What the template of people is bound to. */
export function peopleData({ heading, items, lines }: PeopleCard): object {
  return {
    heading: some(heading),
    items: items.map(({ row, lines: names }) => ({ ...rowData(row), names: names.map(clipped) })),
    lines: lines.map(clipped),
  };
}
