/** Somebody's schedules: the receipt of what was done about them, and the card of all. */

import { say } from '../locales/say.ts';
import type { SchedulesAnswer } from '../commands/answer.ts';
import { untilResumed, type Schedule, type ScheduleChange, type ScheduleNews } from '../presence/schedule.ts';
import type { NoticeCard, SchedulesCard } from './card.ts';
import { iconOfPair } from './icon.ts';
import { failureText } from './failure.ts';
import { allOf, quotedText, untilChangedText, untilDayText, untilText } from './phrases.ts';
import { plainText } from './plain.ts';
import { assumedText } from './receipt.ts';
import { listButton, nameOf } from './schedule-names.ts';
import { weekCard } from './week.ts';
import {
  dateText,
  followingText,
  namedText,
  namesOf,
  rangeText,
  ruleText,
  zoneText,
} from './schedule-text.ts';
import { zoneLabel, type View } from './time.ts';

type Button = SchedulesCard['buttons'][number];
type Item = SchedulesCard['items'][number];

/** As many have their buttons; the later ones are named, so that Teams takes the card. */
const mostWhole = 6;

/** All of them with what was just done; of a new one, that one alone. */
export function schedulesCard(answer: SchedulesAnswer, view: View): SchedulesCard {
  const { change, did } = answer;
  const isNew = did.what === 'added' && change.refused === undefined;
  if (change.days !== undefined) return weekCard(change.days, view);
  const shown = change.because.length > 0 ? change.because : isNew ? change.changed : change.all;
  return {
    kind: 'schedules',
    heading: isNew ? '' : say(view, 'schedule.heading'),
    notes: notesOf(answer, view).map(plainText),
    items: shown.slice(0, mostWhole).map((one) => itemOf(one, view)),
    days: [],
    lines: [...shown.slice(mostWhole).map((one) => namedText(one, view)), ...linesOf(answer, view)].map(
      plainText,
    ),
    buttons: [
      ...(change.at === undefined || did.what === 'undone'
        ? []
        : [
            {
              title: say(view, 'schedule.undo'),
              act: { verb: 'undoSchedules', at: change.at },
            } satisfies Button,
          ]),
      ...(isNew || change.because.length > 0 ? [listButton(view)] : []),
    ],
  };
}

function itemOf(one: Schedule, view: View): Item {
  const { id, next, pausedUntil, message, timing, then = [] } = one;
  const isOnce = timing.kind === 'once';
  const [first] = next;
  const pausing: Item['buttons'][number] =
    pausedUntil === undefined
      ? { title: say(view, 'schedule.pause'), act: { verb: 'pauseSchedule', id } }
      : { title: say(view, 'schedule.resume'), act: { verb: 'resumeSchedule', id } };
  return {
    row: { icon: iconOfPair(one.status), title: nameOf(one, view), detail: plainText(ruleText(one, view)) },
    lines: [
      ...(message === undefined
        ? []
        : [say(view, 'schedule.message', { message: quotedText(message, view) })]),
      ...then.map((step) => followingText(step, view)),
      ...stateLines(one, view),
      ...(zoneText(one, view) === '' ? [] : [zoneText(one, view)]),
    ].map(plainText),
    buttons: [
      // What is once is removed.
      ...(first === undefined || isOnce
        ? []
        : [
            {
              title: say(view, 'schedule.skipNext'),
              act: { verb: 'skipNext', id, startsAt: first.startsAt },
            } as const,
          ]),
      ...(isOnce ? [] : [pausing, newsButton(one, view)]),
      { title: say(view, 'schedule.remove'), act: { verb: 'removeSchedule', id } },
    ],
  };
}

/** Turns the news of each start on, or off again. */
function newsButton({ id, news }: Schedule, view: View): Item['buttons'][number] {
  return news === true
    ? { title: say(view, 'schedule.hideStarts'), act: { verb: 'hideStarts', id } }
    : { title: say(view, 'schedule.tellStarts'), act: { verb: 'tellStarts', id } };
}

/** That it runs or is paused, and when it is next. */
function stateLines({ runsUntil, pausedUntil, next, zone, timing }: Schedule, view: View): readonly string[] {
  const times = next.map((one) => rangeText(one, zone, view));
  // Of what is once, the rule says all.
  const isSaid = timing.kind === 'once';
  return [
    ...(runsUntil === undefined ? [] : [say(view, 'schedule.runs', { until: untilText(runsUntil, view) })]),
    ...(pausedUntil === undefined
      ? []
      : [
          pausedUntil >= untilResumed
            ? say(view, 'schedule.paused')
            : say(view, 'schedule.pausedUntil', { until: untilDayText(pausedUntil, view) }),
        ]),
    ...(times.length === 0 || isSaid ? [] : [say(view, 'schedule.next', { times: times.join(' · ') })]),
  ];
}

function notesOf({ change, did }: SchedulesAnswer, view: View): readonly string[] {
  if (change.refused !== undefined) return [say(view, `schedule.refused.${change.refused}`)];
  if (did.what === 'listed') return [];
  if (change.changed.length === 0 && change.calendar === undefined)
    return [say(view, did.what === 'undone' ? 'schedule.nothingToUndo' : 'schedule.noneMeant')];
  const which = allOf(namesOf(change.changed, view), view);
  switch (did.what) {
    case 'added':
      return [say(view, 'schedule.added')];
    case 'skipped':
      return [
        did.on === undefined
          ? say(view, 'schedule.skipped', { which })
          : say(view, 'schedule.skippedOn', { which, date: dateText(did.on, view) }),
      ];
    case 'paused':
      return [
        did.until === undefined
          ? say(view, 'schedule.nowPaused', { which })
          : say(view, 'schedule.nowPausedUntil', { which, until: untilDayText(did.until, view) }),
        ...did.assumed.map((one) => assumedText(one, view)),
      ];
    case 'resumed':
    case 'removed':
    case 'changed':
    case 'told':
    case 'hidden':
      return [say(view, `schedule.${did.what}`, { which })];
    case 'moved':
      return [
        say(view, 'zone.moved', { zone: zoneLabel(did.zone) }),
        ...(change.calendar === undefined ? [] : [say(view, 'calendar.moved')]),
      ];
    case 'undone':
      return [say(view, 'schedule.undone')];
  }
}

function linesOf({ change, did }: SchedulesAnswer, view: View): readonly string[] {
  if (did.what === 'added' && change.refused === undefined)
    return [
      ...did.assumed.map((one) => assumedText(one, view)),
      ...change.changed.flatMap((one) => endlessLine(one, view)),
      ...overlapLines(change, view),
      say(
        view,
        change.changed.some(({ then }) => then !== undefined) ? 'schedule.endsThen' : 'schedule.ends',
      ),
    ];
  const over = did.what === 'removed' ? change.changed : change.refused === 'runs' ? change.because : [];
  const runs = over.filter(({ runsUntil }) => runsUntil !== undefined);
  return [
    ...runs.flatMap(({ runsUntil = 0 }) => [
      say(view, 'schedule.stillRuns', { until: untilText(runsUntil, view) }),
    ]),
    ...(change.all.length === 0 ? [say(view, 'schedule.none')] : []),
  ];
}

/** When it ends by itself, where nobody said an end. */
function endlessLine({ timing, next }: Schedule, view: View): readonly string[] {
  const endsAt = next[0]?.endsAt;
  return timing.kind === 'recurring' || timing.endsAt !== undefined || endsAt === undefined
    ? []
    : [say(view, 'schedule.noEnd', { until: untilChangedText(endsAt, view) })];
}

function overlapLines({ overlaps }: ScheduleChange, view: View): readonly string[] {
  if (overlaps.length === 0) return [];
  return [say(view, 'schedule.overlap', { others: allOf(namesOf(overlaps, view), view) })];
}

/** What somebody is told of a schedule that nobody waits for. */
export function scheduleNewsCard(news: ScheduleNews, view: View): NoticeCard {
  const { schedule } = news;
  const { status, message } = schedule;
  const row = {
    icon: iconOfPair(status),
    title: nameOf(schedule, view),
    detail: plainText(ruleText(schedule, view)),
  };
  if (news.kind === 'failed')
    return {
      kind: 'notice',
      heading: '',
      rows: [{ ...row, icon: 'problem' }],
      lines: [say(view, 'schedule.failed'), failureText(news.failure, 'write', view)].map(plainText),
      buttons: [],
    };
  if (news.kind === 'started')
    return {
      kind: 'notice',
      heading: '',
      rows: [row],
      lines: [say(view, 'schedule.started', { until: untilText(news.endsAt, view) })].map(plainText),
      buttons: [
        {
          title: say(view, 'schedule.hideStarts'),
          act: { verb: 'hideStarts', id: schedule.id },
        },
        listButton(view),
      ],
    };
  const { until, endsAt, startsLater } = news;
  const ends = { until: untilText(until, view), end: untilText(endsAt, view) };
  return {
    kind: 'notice',
    heading: '',
    rows: [row],
    lines: [say(view, startsLater ? 'schedule.waits' : 'schedule.givesWay', ends)].map(plainText),
    buttons: [
      {
        title: say(view, 'schedule.startNow'),
        act: { verb: 'choose', pair: status, until: endsAt, ...(message === undefined ? {} : { message }) },
      },
      listButton(view),
    ],
  };
}
