/** Sentences with what a sensible person means by each, and how a reading is held against them. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { read } from '../../src/parser/read.ts';
import type { ReadContext, Reading, ScheduleCommand } from '../../src/parser/reading.ts';
import { resolveZone } from '../../src/parser/time/zone.ts';
import { instantIn } from '../../src/parser/time/zone.ts';
import { requestFromBody } from '../../src/presence/pasted-body.ts';
import { guid, type End, type Instant } from '../../src/presence/intent.ts';
import { meetsSchedule } from './schedule-meaning.ts';
import { pairOf, type PairId } from '../../src/presence/pairs.ts';

const sessionId = guid('22553876-f5ab-4529-bffb-cfe50aa89f87') ?? assert.fail();

export interface Expected {
  readonly kind: string;
  readonly availability?: string;
  readonly activity?: string;
  readonly durationSeconds?: number;
  readonly end?: string;
  readonly message?: string;
  readonly slots?: readonly string[];
  /** Where somebody works. */
  readonly type?: string;
  readonly when?: readonly string[];
  readonly then?: string;
  /** Of what is said of a later time: see `schedules.ts`. */
  readonly status?: string;
  readonly start?: string;
  readonly rrule?: string;
  readonly from?: string;
  readonly to?: string;
  readonly date?: string;
  readonly steps?: readonly (readonly [string, string | number | null])[];
}

export interface Row {
  readonly text: string;
  readonly locale: string;
  readonly tz: string;
  readonly now: string;
  readonly expect: Expected;
  readonly alsoAccept?: readonly Expected[];
  readonly tags?: readonly string[];
  /** Of what comes again: its next times. */
  readonly next?: readonly { readonly start: string; readonly end?: string }[];
}

const corpora = new Map<string, readonly Row[]>();

/** The rows of a corpus in this folder. */
export function rowsOf(name: string): readonly Row[] {
  const known = corpora.get(name);
  if (known !== undefined) return known;
  const rows = readFileSync(new URL(name, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row);
  corpora.set(name, rows);
  return rows;
}

const readings = new WeakMap<Row, Reading>();

/** The reading of a row, which is always the same and costs enough to be made once. */
export function readRow(row: Row): Reading {
  const known = readings.get(row);
  if (known !== undefined) return known;
  const reading = read(row.text, contextOf(row));
  readings.set(row, reading);
  return reading;
}

export const isEnglish = ({ locale, tags = [] }: Row) =>
  locale.startsWith('en') && !tags.includes('cross-locale');

export function contextOf({ tz, now, locale }: Row): ReadContext {
  return { now: Date.parse(now), zone: resolveZone([tz]), locale, bot: ['Presence', '<at>Presence</at>'] };
}

interface Outcome {
  readonly kind: string;
  readonly writes: boolean;
  readonly schedule?: boolean;
  /** What was read of a later time. */
  readonly reading?: ScheduleCommand;
  readonly place?: string;
  readonly availability?: string;
  readonly activity?: string;
  readonly at?: Instant | undefined;
  readonly message?: string | undefined;
  readonly slots?: readonly string[];
  readonly when?: readonly string[];
  readonly then?: string;
}

function instantOf(end: End, now: Instant): Instant | undefined {
  if (end.said === 'nothing') return undefined;
  return end.said === 'duration' ? now + end.seconds * 1000 : end.at;
}

/** What a reading would come to: a session of nine hours is an error, since the validator refuses it. */
function outcomeOf(reading: Reading, now: Instant): Outcome {
  switch (reading.kind) {
    case 'prefer':
      return pairOutcome(reading.status, 'preferred', reading.end, reading.message, now);
    case 'open':
      return pairOutcome(reading.session, 'session', reading.end, reading.message, now);
    case 'message':
      return { kind: 'statusMessage', writes: true, message: reading.text, at: instantOf(reading.end, now) };
    case 'clear':
      if (reading.slots.join() === 'location') return { kind: 'clearWorkLocation', writes: true };
      return reading.slots.join() === 'message'
        ? { kind: 'statusMessage', writes: true, message: '' }
        : { kind: 'clear', writes: true, slots: reading.slots };
    case 'extend':
      return { kind: 'extend', writes: true, at: instantOf(reading.end, now) };
    case 'changeEnd':
      return { kind: reading.kind, writes: true, at: instantOf(reading.end, now) };
    case 'undo':
      return { kind: 'undo', writes: true };
    case 'refuse':
      return {
        kind: 'error',
        writes: false,
        schedule: ['schedule', 'pauseLater'].includes(reading.refusal.code),
      };
    case 'schedule':
    case 'chain':
    case 'skipSchedule':
    case 'pauseSchedules':
    case 'resumeSchedules':
    case 'removeSchedule':
    case 'changeSchedule':
    case 'endReminders':
      return { kind: reading.kind, writes: true, schedule: true, reading };
    case 'pasted':
      return pastedOutcome(reading.body, now);
    case 'meetingRule':
      return { kind: reading.kind, writes: true, when: reading.when, then: reading.then };
    case 'pauseMeetings':
      return { kind: reading.kind, writes: true, at: instantOf(reading.until, now) };
    case 'calendarRule':
    case 'removeCalendarRule':
    case 'calendarOff':
    case 'language':
    case 'resumeMeetings':
    case 'signOut':
    case 'forgetMe':
    case 'key':
      return { kind: reading.kind, writes: true };
    case 'workLocation':
      return reading.otherDay === true
        ? { kind: 'error', writes: false }
        : { kind: reading.kind, writes: true, place: reading.place };
    case 'whoIs':
      return { kind: 'status', writes: false };
    case 'calendarRules':
    case 'schedules':
    case 'scheduledDays':
    case 'status':
    case 'details':
    case 'help':
    case 'picker':
    case 'why':
    case 'meetings':
    case 'signIn':
    case 'exportMe':
    case 'keys':
    case 'privacy':
    case 'whatIf':
    case 'ask':
    case 'none':
      return { kind: reading.kind, writes: false };
  }
}

function pairOutcome(id: PairId, kind: string, end: End, message: string | undefined, now: Instant): Outcome {
  const { availability, activity, minSeconds, maxSeconds } = pairOf(id);
  const at = instantOf(end, now);
  const seconds = at === undefined ? minSeconds : (at - now) / 1000;
  if (seconds < minSeconds || seconds > maxSeconds) return { kind: 'error', writes: false };
  return { kind, writes: true, availability, activity, at, message };
}

function pastedOutcome(body: unknown, now: Instant): Outcome {
  const judged = requestFromBody(body, { sessionId }, instantIn);
  if (!judged.ok) return { kind: 'error', writes: false };
  const want = judged.value;
  if (want.kind === 'prefer') return pairOutcome(want.status, 'preferred', want.end, undefined, now);
  if (want.kind === 'open') return pairOutcome(want.session, 'session', want.end, undefined, now);
  if (want.kind === 'message')
    return { kind: 'statusMessage', writes: true, message: want.text, at: instantOf(want.end, now) };
  return want.kind === 'clear' ? { kind: 'clear', writes: true, slots: want.slots } : { kind: 'error', writes: false }; // prettier-ignore
}

/** Kinds of which more than the kind must be right. */
const precise = [
  ...['preferred', 'session', 'statusMessage', 'extend', 'clear'],
  ...['meetingRule', 'pauseMeetings', 'workLocation'],
];

function meets(outcome: Outcome, expected: Expected, now: Instant): boolean {
  if (outcome.kind === 'error' && expected.kind === 'schedule') return outcome.schedule === true;
  if (outcome.reading !== undefined) return meetsSchedule(outcome.reading, expected, now);
  if (outcome.kind.toLowerCase() !== expected.kind.toLowerCase()) return false;
  if (!precise.includes(outcome.kind)) return true;
  const { availability, activity, end, durationSeconds, message, slots, type, when, then } = expected;
  const at =
    end !== undefined
      ? Date.parse(end)
      : durationSeconds === undefined
        ? undefined
        : now + durationSeconds * 1000;
  return (
    (type === undefined || outcome.place === type) &&
    (availability === undefined ||
      (outcome.availability === availability && outcome.activity === activity)) &&
    outcome.at === at &&
    outcome.message === message &&
    outcome.then === then &&
    sorted(when) === sorted(outcome.when) &&
    (slots === undefined || sorted(slots) === sorted(outcome.slots))
  );
}

function sorted(words: readonly string[] = []): string {
  return [...words].sort().join();
}

export interface Score {
  readonly right: number;
  readonly rows: number;
  readonly unsafe: number;
  /** Each row that was not met, with its reading. */
  readonly wrong: readonly string[];
}

/** Reads every row. Unsafe is a change that the row neither expects nor accepts. */
export function score(rows: readonly Row[]): Score {
  const wrong: string[] = [];
  let unsafe = 0;
  for (const row of rows) {
    const now = Date.parse(row.now);
    const reading = readRow(row);
    const outcome = outcomeOf(reading, now);
    if ([row.expect, ...(row.alsoAccept ?? [])].some((expected) => meets(outcome, expected, now))) continue;
    if (outcome.writes) unsafe += 1;
    wrong.push(
      `${outcome.writes ? 'UNSAFE ' : ''}${JSON.stringify(row.text)} read as ${JSON.stringify(reading)}`,
    );
  }
  return { right: rows.length - wrong.length, rows: rows.length, unsafe, wrong };
}

/** Kinds of rows that want something changed. */
const changes: ReadonlySet<string> = new Set([
  ...['preferred', 'session', 'clear', 'statusMessage', 'extend', 'undo'],
  ...['meetingRule', 'pauseMeetings', 'resumeMeetings', 'signOut', 'forgetMe'],
]);

/** How rows that want a change fare: carried out as meant, asked about or declined, or done in another way. */
export function tally(rows: readonly Row[]): { acted: number; asked: number; wrong: number } {
  const sum = { acted: 0, asked: 0, wrong: 0 };
  for (const row of rows.filter(({ expect }) => changes.has(expect.kind))) {
    const now = Date.parse(row.now);
    const outcome = outcomeOf(readRow(row), now);
    const meant = [row.expect, ...(row.alsoAccept ?? [])].some((expected) => meets(outcome, expected, now));
    // A session too short is an error that was meant.
    if (meets(outcome, row.expect, now) || (meant && outcome.writes)) sum.acted += 1;
    else if (outcome.writes) sum.wrong += 1;
    else sum.asked += 1;
  }
  return sum;
}

/** "99/101 (98.0 %)". */
export function figure({ right, rows }: Score): string {
  return `${right}/${rows} (${((100 * right) / rows).toFixed(1)} %)`;
}
