/** What works on an open store: sessions, and the meetings that open some. */

import type { MeetingEvent } from '../meetings/event.ts';
import { createMeetings, type MeetingsService, type MeetingServices } from '../meetings/meetings.ts';
import { quietMeetings, type IsInMeeting } from '../meetings/quiet.ts';
import type { CalendarService } from '../calendar/calendar.ts';
import type { CalendarNews } from '../presence/calendar.ts';
import type { Claim } from '../presence/claim.ts';
import type { ChangeId } from '../presence/change.ts';
import type { Guid, Holding, Instant } from '../presence/intent.ts';
import type { MeetingChat, News } from '../presence/meeting.ts';
import type { Failure, Written } from '../presence/outcome.ts';
import type { ReadCalendar, ReadPresence, SendBatch } from '../presence/ports.ts';
import type { EndingNews } from '../presence/reminder.ts';
import type { ScheduleNews, ZoneQuestion } from '../presence/schedule.ts';
import type { Policy } from '../presence/validate.ts';
import type { PendingUserSessions } from '../sessions/pending-user-sessions.ts';
import { createChained, type Chained } from '../schedules/chained.ts';
import type { StartServices } from '../schedules/start-services.ts';
import { createSchedules, type SchedulesService } from '../schedules/schedules.ts';
import { scheduleStarts } from '../schedules/start.ts';
import { endReminders } from '../sessions/end-reminders.ts';
import { createScheduler } from '../sessions/scheduler.ts';
import { createSessions, type Sessions } from '../sessions/sessions.ts';
import type { Store } from '../store/store.ts';
import { withTimeout } from '../timing/with-timeout.ts';
import { visibilityLooks, type VisibilityServices } from '../visibility/watch.ts';
import { knownConversation, senderOf, type KnownConversation } from './conversation-references.ts';
import type { KeptPersonStates } from './person-states.ts';
import { recordedStarts } from './recorded-starts.ts';

export interface Work {
  readonly store: Store;
  readonly sessions: Sessions;
  readonly meetings: MeetingsService;
  readonly schedules: SchedulesService;
  readonly chained: Pick<Chained, 'has'>;
  /** Undefined: this bot reads no calendars. */
  readonly calendar: CalendarService | undefined;
  /** Ends it, and closes the store. */
  stop(): Promise<void>;
}

/** A session that was promised and cannot be renewed any more. */
interface Lost {
  readonly claims: readonly Claim[];
  readonly failure: Failure;
}

type Preferred = Extract<Holding, { slot: 'preferred' }>;

/** What people are told without having asked. None of them throws or waits. */
interface Tellers {
  /** A promise that nobody waits for any more could not be kept: told once. */
  readonly lost: (lost: Lost, to: KnownConversation) => void;
  /** What a meeting means for somebody. */
  readonly news: (news: News, to: KnownConversation) => void;
  /** What became of a schedule of theirs. */
  readonly scheduleNews: (news: ScheduleNews, to: KnownConversation) => void;
  /** A status of theirs is not seen; `origin`: the change that set it. */
  readonly unseen: (status: Preferred, origin: ChangeId, to: KnownConversation) => void;
  /** What they chose ends soon. */
  readonly endingNews: (news: EndingNews, to: KnownConversation) => void;
  /** What somebody's calendar means for them. */
  readonly calendarNews: (news: CalendarNews, to: KnownConversation) => void;
  /** They are in another zone than what they keep. */
  readonly zoneQuestion: (question: ZoneQuestion, to: KnownConversation) => void;
  /** Says hello in a meeting's chat. */
  readonly hello: (chat: MeetingChat, tenantId: string) => void;
}

export interface WorkParts {
  /** What may be set at all. */
  readonly presence: Policy;
  /** How requests about many people are sent, on the store that knows them. */
  readonly sendBatch: (store: Store) => SendBatch;
  /** How calendars are read; undefined: they are not. */
  readonly calendars:
    | { readonly readCalendar: ReadCalendar; readonly readPresence: ReadPresence }
    | undefined;
  /** Whether Graph starts as empty as this process, as a simulator does: what was set before is set again. */
  readonly graphIsNew: boolean;
  readonly tell: Tellers;
  /** What the bot has set for people. */
  readonly personStates: KeptPersonStates;
  /** What users choose themselves. */
  readonly pending: PendingUserSessions;
  /** Told of each request that is made of what is on record. */
  readonly written: (written: Written) => void;
  /** Told of each event of a meeting as it comes. */
  readonly onMeetingEvent: (event: MeetingEvent) => void;
  /** What people have just set, and how it is looked at; undefined: it is not. */
  readonly visibility: Pick<VisibilityServices, 'watched' | 'as' | 'lookAt'> | undefined;
  /** Has what people ask themselves wait for what their schedules start. */
  readonly hold: StartServices['hold'];
  /** Whether somebody is in a meeting that has been quiet for a while. */
  readonly isInMeeting: IsInMeeting;
  readonly now: () => Instant;
  readonly log: { warn(facts: object, message: string): void };
  /** Told how many milliseconds late something that came due was begun. */
  readonly late: (name: string, ms: number) => void;
  /** The store is out of reach for something that nobody waits for. */
  readonly failing: (error: unknown) => void;
}

const cleanUpMs = 60 * 60_000;
/** What is under way when the process ends may take that long; what is cut off is done by whoever comes next. */
const endMs = 2000;

/** Begins the work on that store. Rejects with the database's error; the store is then the caller's to close. */
export async function startWork(store: Store, parts: WorkParts): Promise<Work> {
  const { tell, now, log, failing } = parts;
  const { sessionStore, budget, people } = store;
  /** Tells somebody in that way, where it is known how to write to them. */
  const telling =
    <News extends readonly unknown[]>(teller: (...told: [...News, to: KnownConversation]) => void) =>
    (userId: Guid, ...news: News): void => {
      void knownConversation(people, userId)
        .then((to) => {
          if (to !== undefined) teller(...news, to);
        })
        .catch(failing);
    };
  const sendBatch = parts.sendBatch(store);
  const sessions = createSessions({
    sessionStore,
    budget,
    sendBatch,
    sessionId: parts.presence.sessionId,
    now,
    random: Math.random,
    written: parts.written,
    pending: parts.pending,
    log,
    givenUp: (userId, { claims, failure }) => {
      if (claims.length > 0) telling(tell.lost)(userId, { claims, failure });
    },
  });
  const services: MeetingServices = {
    store,
    sessions,
    tell: telling(tell.news),
    welcome: tell.hello,
    isInMeeting: parts.isInMeeting,
    onEvent: parts.onMeetingEvent,
    now,
    presence: parts.presence,
  };
  const recording = {
    personStates: parts.personStates,
    sessions,
    sessionId: parts.presence.sessionId,
    now,
  };
  const recorded = recordedStarts(people, recording);
  const starts = scheduleStarts({
    store,
    sessions,
    sendBatch,
    hold: parts.hold,
    sessionId: parts.presence.sessionId,
    ...recorded,
    tell: telling(tell.scheduleNews),
    written: parts.written,
    now,
    random: Math.random,
  });
  const looks =
    parts.visibility &&
    visibilityLooks({
      ...parts.visibility,
      store,
      stateOf: recorded.stateOf,
      tell: telling(tell.unseen),
      now,
    });
  const reminders = endReminders({
    store,
    recall: (userId) => parts.personStates.recall(userId),
    tell: telling(tell.endingNews),
    now,
  });
  const chained = await createChained(store, failing);
  const calendar =
    parts.calendars === undefined
      ? undefined
      : (await import('../calendar/calendar.ts')).createCalendar({
          ...parts.calendars,
          store,
          sessions,
          sendBatch,
          presence: parts.presence,
          senderOf: async (userId) => senderOf(await people.find(userId)),
          ...recordedStarts(people, recording, 'calendar'),
          tell: telling(tell.calendarNews),
          written: parts.written,
          now,
          random: Math.random,
        });
  if (parts.graphIsNew) await sessionStore.resetHeld();
  const scheduler = createScheduler({
    works: [
      starts,
      ...(calendar === undefined ? [] : [calendar.looks]),
      sessions.renewals,
      quietMeetings(services),
      reminders,
      // Whatever was promised comes first.
      ...(looks === undefined ? [] : [looks]),
    ],
    now,
    pollMs: store.due.pollMs,
    late: parts.late,
    log,
  });
  store.due.listen(scheduler.wake);
  scheduler.start();
  const cleanUp = () => void store.cleanUp().catch(failing);
  cleanUp();
  const cleaning = setInterval(cleanUp, cleanUpMs).unref();
  return {
    store,
    sessions,
    meetings: createMeetings(services),
    schedules: createSchedules({
      store,
      chainOf: async (userId) => {
        const { state, known } = await parts.personStates.recall(userId);
        if (!known) throw new Error('what was set before cannot be looked up');
        return state.chain;
      },
      chained,
      now,
    }),
    chained,
    calendar,
    stop: async () => {
      clearInterval(cleaning);
      chained.stop();
      await withTimeout(endMs, scheduler.stop());
      await store.close();
    },
  };
}
