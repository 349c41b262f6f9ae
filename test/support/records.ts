/** Records in memory, with what Teams and the store would do left to the test. */

import {
  noRules,
  type MeetingKey,
  type MeetingSettings,
  type News,
  type Stack,
} from '../../src/presence/meeting.ts';
import type { Records } from '../../src/presence/ports.ts';

export interface RecordsUnderTest extends Records {
  /** Out of reach: every call is rejected, and changes nothing. */
  down: boolean;
  stackNow: Stack;
  /** The meetings that have a session, by their id. */
  readonly open: Set<string>;
  /** What an answer is answered with; undefined: it came too late. */
  news: News | undefined;
  kept: Readonly<Record<string, readonly unknown[]>>;
  /** Every call that would change something, in words. */
  readonly calls: string[];
}

export function fakeRecords(): RecordsUnderTest {
  let settings: MeetingSettings = { rules: noRules };
  const reached = <T>(give: () => T): Promise<T> =>
    records.down ? Promise.reject(new Error('the database is out of reach')) : Promise.resolve().then(give);
  const change = <T>(call: string, give: () => T): Promise<T> =>
    reached(() => {
      records.calls.push(call);
      return give();
    });
  const end = ({ meetingId }: MeetingKey) => records.open.delete(meetingId);
  const records: RecordsUnderTest = {
    down: false,
    stackNow: { layers: [] },
    open: new Set(),
    news: undefined,
    kept: {},
    calls: [],
    settings: () => reached(() => settings),
    setRules: (_who, rules) =>
      change(`setRules ${JSON.stringify(rules)}`, () => {
        settings = { ...settings, rules: { ...settings.rules, ...rules } };
        return settings;
      }),
    pause: (_who, until) =>
      change(`pause ${until === undefined ? '' : new Date(until).toISOString()}`, () => {
        settings = { ...settings, paused: until === undefined ? {} : { until } };
        return settings;
      }),
    resume: () =>
      change('resume', () => {
        settings = { rules: settings.rules };
        return settings;
      }),
    stack: () => reached(() => records.stackNow),
    remindOfEnds: (_who, isOn) => change(`reminders ${String(isOn)}`, () => undefined),
    followChain: () => reached(() => ({ next: [], cancelled: [] })),
    answer: (_who, { meetingId }, pair) => change(`answer ${meetingId} ${pair}`, () => records.news),
    endMeeting: (_who, key) => change(`end ${key.meetingId}`, () => end(key)),
    decline: (_who, key) =>
      change(`decline ${key.meetingId}`, () => {
        end(key);
      }),
    schedules: (_who, request) =>
      change(`schedules ${JSON.stringify(request)}`, () => ({
        all: [],
        changed: [],
        overlaps: [],
        because: [],
      })),
    export: () => reached(() => records.kept),
    forget: () =>
      change('forget', () => {
        records.kept = {};
        return { sessionMayStay: false };
      }),
  };
  return records;
}
