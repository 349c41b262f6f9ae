/** The rules for somebody's calendar: the receipt of what was done about them, the card of all, and what comes of them. */

import { say } from '../locales/say.ts';
import type { CalendarAnswer } from '../commands/answer.ts';
import {
  eventTraits,
  type CalendarCondition,
  type CalendarEffect,
  type CalendarNews,
  type CalendarRule,
  type RuleText,
} from '../presence/calendar.ts';
import type { NoticeCard, SchedulesCard } from './card.ts';
import { iconOfPair, type IconId } from './icon.ts';
import { exampleOf } from './examples.ts';
import { failureText } from './failure.ts';
import { allOf, labelOf, quotedText, untilText } from './phrases.ts';
import { plainText } from './plain.ts';
import type { View } from './time.ts';

type Button = SchedulesCard['buttons'][number];

/** As many have their button; the later ones are named, so that Teams takes the card. */
const mostWhole = 12;

/** All of them with what was just done; of a new one, that one alone. */
export function calendarCard({ change, did }: CalendarAnswer, view: View): SchedulesCard {
  const { rules, changed, at, refused } = change;
  const isNew = did === 'added' && refused === undefined;
  const shown = isNew ? changed : rules;
  const undo: readonly Button[] =
    at === undefined || did === 'undone'
      ? []
      : [{ title: say(view, 'schedule.undo'), act: { verb: 'undoCalendar', at } }];
  return {
    kind: 'schedules',
    heading: isNew ? '' : say(view, 'calendar.heading'),
    notes: notesOf({ change, did }, view).map(plainText),
    items: shown.slice(0, mostWhole).map((rule) => itemOf(rule, view)),
    days: [],
    lines: [
      ...shown.slice(mostWhole).map((rule) => calendarRuleText(rule, view)),
      ...linesOf({ change, did }, view),
    ].map(plainText),
    buttons: [...undo, ...(isNew ? [listButton(view)] : [])],
  };
}

/** “Busy (events: out of office)” */
export function calendarRuleText({ when, then }: RuleText, view: View): string {
  return say(view, 'schedule.named', {
    status: effectText(then, view),
    rule: conditionText(when, view),
  });
}

function listButton(view: View): Button {
  const { title, say: sentence } = exampleOf('calendar.show', view);
  return { title, act: { verb: 'run', say: sentence } };
}

function itemOf({ id, when, then }: CalendarRule, view: View): SchedulesCard['items'][number] {
  return {
    row: {
      icon: iconOfEffect(then),
      title: effectText(then, view),
      detail: plainText(conditionText(when, view)),
    },
    lines: [],
    buttons: [{ title: say(view, 'schedule.remove'), act: { verb: 'removeCalendar', id } }],
  };
}

function iconOfEffect(then: CalendarEffect): IconId {
  if (then === 'ask') return 'message';
  return then === 'nothing' ? 'cleared' : iconOfPair(then);
}

function effectText(then: CalendarEffect, view: View): string {
  return then === 'ask' || then === 'nothing' ? say(view, `calendar.then.${then}`) : labelOf(then, view);
}

/** "events in the category “Focus”, all day" */
export function conditionText(when: CalendarCondition, view: View): string {
  const { category, moreThan } = when;
  const parts = [
    ...eventTraits.flatMap((trait) => (when[trait] === true ? [say(view, `calendar.when.${trait}`)] : [])),
    ...(category === undefined
      ? []
      : [say(view, 'calendar.when.category', { name: quotedText(category, view) })]),
    ...(moreThan === undefined ? [] : [say(view, 'calendar.when.moreThan', { count: moreThan })]),
  ];
  return parts.length === 0
    ? say(view, 'calendar.when.any')
    : say(view, 'calendar.when.events', { which: allOf(parts, view) });
}

function notesOf({ change, did }: Pick<CalendarAnswer, 'change' | 'did'>, view: View): readonly string[] {
  const { changed, refused } = change;
  if (refused !== undefined) return [say(view, `calendar.refused.${refused}`)];
  if (did === 'listed') return [];
  if (did === 'undone')
    return [say(view, change.at === undefined ? 'calendar.nothingToUndo' : 'calendar.undone')];
  if (changed.length === 0) return [say(view, 'calendar.noneMeant')];
  if (did === 'added') return [say(view, 'calendar.added')];
  if (did === 'moved') return [say(view, 'calendar.moved')];
  const named = changed.map(({ when }) => conditionText(when, view));
  return [say(view, 'calendar.removed', { which: allOf(named, view) }), say(view, 'calendar.takenBack')];
}

function linesOf({ change, did }: Pick<CalendarAnswer, 'change' | 'did'>, view: View): readonly string[] {
  const [added] = change.changed;
  const how =
    did === 'added' && added !== undefined && added.then !== 'ask' && added.then !== 'nothing'
      ? [say(view, added.then === 'doNotDisturb' ? 'calendar.session' : 'calendar.preferred')]
      : [];
  return [
    ...how,
    change.rules.length === 0 ? say(view, 'calendar.none') : say(view, 'calendar.counts'),
    say(view, 'calendar.reads'),
  ];
}

/** What somebody is told of their calendar without having asked. */
export function calendarNewsCard(news: CalendarNews, view: View): NoticeCard {
  const card = { kind: 'notice', heading: '', buttons: [listButton(view)] } as const;
  switch (news.kind) {
    case 'hidden':
      return { ...card, rows: [], lines: [plainText(say(view, `calendar.hidden.${news.part}`))] };
    case 'failed':
      return {
        ...card,
        rows: [],
        lines: [say(view, `calendar.failed.${news.doing}`), failureText(news.failure, news.doing, view)].map(
          plainText,
        ),
      };
    case 'ask': {
      const { rule, endsAt } = news;
      return {
        ...card,
        rows: [
          {
            icon: 'message',
            title: say(view, 'calendar.begins'),
            detail: plainText(conditionText(rule.when, view)),
          },
        ],
        lines: [plainText(say(view, 'calendar.ask', { until: untilText(endsAt, view) }))],
        buttons: [
          ...asked.map((pair) => ({
            title: labelOf(pair, view),
            act: { verb: 'choose', pair, until: endsAt } as const,
          })),
          listButton(view),
        ],
      };
    }
  }
}

const asked = ['doNotDisturb', 'busy', 'away'] as const;
