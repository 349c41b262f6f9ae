/** What people may see and say of what is on record of them: their rules, what runs, and all of it. */

import { hasRule, isPaused, rulesOf, untilResumed } from '../meetings/rules.ts';
import type { Instant, Sender } from '../presence/intent.ts';
import type { MeetingSettings } from '../presence/meeting.ts';
import type { Person } from '../presence/person.ts';
import type { Records } from '../presence/ports.ts';
import type { PersonalKeys } from '../presence/personal-key.ts';
import { bounded } from '../timing/with-timeout.ts';
import { changeZone } from './changed-zone.ts';
import type { Work } from './work.ts';

interface RecordsParts {
  /** What works on the store, opened if need be; rejects while it is out of reach. */
  readonly open: () => Promise<Work>;
  readonly readsCalendars?: boolean;
  /** Forgets what this process remembers of somebody. */
  readonly forgotten: (who: Sender) => Promise<void>;
  /** Writes what waits to be written of anybody. Never rejects. */
  readonly flush: () => Promise<void>;
  /** Undefined: nobody has keys here. */
  readonly keys?: PersonalKeys | undefined;
  readonly now: () => Instant;
}

/** Longer than that nobody is kept waiting. */
const openMs = 10_000;

export function createRecords({
  open,
  readsCalendars = false,
  forgotten,
  flush,
  keys,
  now,
}: RecordsParts): Records {
  const opened = () => bounded(openMs, open(), 'store');

  const settings = async ({ userId }: Sender): Promise<MeetingSettings> =>
    settingsOf(await (await opened()).store.people.find(userId), now());

  const put = async (who: Sender, facts: Parameters<Work['store']['people']['put']>[2]) => {
    const { people } = (await opened()).store;
    await people.put(who.userId, who.tenantId, { accountId: who.account, ...facts });
    return settingsOf(await people.find(who.userId), now());
  };

  const calendar: NonNullable<Records['calendar']> = async (who, request) => {
    const work = await opened();
    if (work.calendar === undefined) throw new Error('no calendars are read');
    // Whoever looks at one has to know whose it is.
    if (request.kind === 'add')
      await work.store.people.put(who.userId, who.tenantId, { accountId: who.account });
    return work.calendar.change(who, request);
  };

  return {
    ...(readsCalendars ? { calendar } : {}),
    settings,
    keys,
    setRules: async (who, rules) => {
      const meetingRules = { ...(await settings(who)).rules, ...rules };
      // Who has turned everything off is no longer anybody for whom meetings mean something.
      return put(who, { meetingRules: hasRule(meetingRules) ? meetingRules : null });
    },
    pause: (who, until) => put(who, { pausedUntil: until ?? untilResumed }),
    resume: (who) => put(who, { pausedUntil: null }),
    stack: async (who) => (await opened()).meetings.stackOf(who.userId),
    answer: async (who, key, pair) => (await opened()).meetings.answer(who.userId, key, pair),
    endMeeting: async (who, key) => (await opened()).meetings.endSession(who.userId, key),
    decline: async (who, key) => (await opened()).meetings.decline(who.userId, key),
    schedules: async (who, request) => {
      const work = await opened();
      const { store, schedules } = work;
      // Whoever starts one has to know who they are.
      if (request.kind === 'add' || request.kind === 'chain')
        await store.people.put(who.userId, who.tenantId, { accountId: who.account });
      return request.kind === 'moveZone' || request.kind === 'undo'
        ? changeZone(work, who, request)
        : schedules.change(who, request);
    },
    followChain: async (who, chain) => {
      const { schedules } = await opened();
      // What is to come rests on what was just set.
      await bounded(openMs, flush(), 'store');
      return schedules.followChain(who, chain);
    },
    remindOfEnds: async (who, isOn) => {
      const { store } = await opened();
      // What was just set is reminded of as well.
      await bounded(openMs, flush(), 'store');
      await store.people.put(who.userId, who.tenantId, { accountId: who.account });
      await store.reminders.set(who.userId, who.tenantId, isOn);
    },
    export: async (who) => {
      await bounded(openMs, flush(), 'store');
      return (await opened()).store.exportPerson(who.userId);
    },
    forget: async (who) => {
      const { store, sessions, schedules, calendar: calendars } = await opened();
      // Nothing starts meanwhile; what is scheduled goes with all else, or stays with it.
      return schedules.whileHeld(who, async () => {
        await calendars?.forget(who.userId);
        await bounded(openMs, flush(), 'store');
        // Without a record nothing could end it early any more.
        const { ended, statuses } = await sessions.endMany([who.userId], 'all');
        // Before and after: nothing is written of them afterwards, and nothing remembered that was read meanwhile. Where
        // the record is out of reach, nothing is forgotten.
        await forgotten(who);
        await store.forgetPerson(who.userId);
        await forgotten(who);
        return { sessionMayStay: ended.length > 0 && statuses.get(who.userId)?.kind !== 'empty' };
      });
    },
  };
}

function settingsOf(person: Person | undefined, now: Instant): MeetingSettings {
  const until = person?.pausedUntil;
  return {
    rules: rulesOf(person?.meetingRules),
    ...(until === undefined || !isPaused(until, now)
      ? {}
      : { paused: until >= untilResumed ? {} : { until } }),
  };
}
