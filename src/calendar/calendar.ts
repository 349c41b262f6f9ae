/** What people do with the rules for their calendar. Loaded where CALENDAR is on, and nowhere else. */

import { setTimeout as delay } from 'node:timers/promises';
import type { CalendarChange, CalendarRequest, HeldEvent } from '../presence/calendar.ts';
import type { Guid, Instant } from '../presence/intent.ts';
import type { Stack } from '../presence/meeting.ts';
import type { DueWork } from '../sessions/scheduler.ts';
import type { KeptCalendar } from '../store/calendar-rows.ts';
import type { Store } from '../store/store.ts';
import { editOf, withRules } from './edit.ts';
import { calendarLooks } from './look.ts';
import type { CalendarServices } from './services.ts';

export interface CalendarService {
  /** Does it, and gives how they are then. Rejects with the database's error: then nothing was changed. */
  change(who: Owner, request: CalendarRequest): Promise<CalendarChange>;
  /** What events have set that has not ended, and when the rules were last edited. */
  heldBy(userId: Guid): Promise<Pick<Stack, 'heldEvents' | 'calendarEditedAt'>>;
  /** Removes all of somebody's: what is being looked at meanwhile is waited for, and nothing is set afterwards. */
  forget(userId: Guid): Promise<void>;
  /** The calendars that are to be looked at. */
  readonly looks: DueWork;
}

interface Owner {
  readonly userId: Guid;
  readonly tenantId: string;
}

/** Longer than somebody's calendar is in hand, even by a process that died. */
const patienceMs = 12_000;
const againMs = 50;

export function createCalendar(services: CalendarServices): CalendarService {
  const { store, now } = services;
  return {
    ...createRules(store.calendars, now),
    looks: calendarLooks(services),
  };
}

function createRules(calendars: Store['calendars'], now: () => Instant): Omit<CalendarService, 'looks'> {
  /** Asks again while somebody has it in hand. */
  const patiently = async <T>(work: () => Promise<T | undefined>): Promise<T> => {
    for (let waited = 0; waited <= patienceMs; waited += againMs) {
      const done = await work();
      if (done !== undefined) return done;
      await delay(againMs);
    }
    throw new Error('somebody else has the calendar in hand');
  };

  return {
    change: async (who, request) => {
      const { userId } = who;
      if (request.kind === 'list') {
        const kept = await calendars.find(userId);
        return { rules: kept?.rules ?? [], changed: [] };
      }
      const { result } = await patiently(() =>
        calendars.edit(userId, ({ calendar, undo, now: at }) => {
          if (request.kind !== 'undo') return editOf(request, calendar, who, at);
          const isMeant =
            undo !== undefined && undo.at > request.since && undo.at === (request.at ?? undo.at);
          if (!isMeant) return { result: { rules: calendar?.rules ?? [], changed: [] } };
          const { rules, zone } = undo;
          return {
            put: withRules(calendar, rules, who, at, zone),
            isLast: true,
            result: { rules, changed: rules, at },
          };
        }),
      );
      return result;
    },
    heldBy: async (userId) => {
      const kept = await calendars.find(userId);
      if (kept === undefined) return {};
      const held = heldEvents(kept, now());
      return {
        ...(held.length === 0 ? {} : { heldEvents: held }),
        ...(kept.editedAt === undefined ? {} : { calendarEditedAt: kept.editedAt }),
      };
    },
    forget: async (userId) => {
      await patiently(async () => (await calendars.remove(userId)) || undefined);
    },
  };
}

function heldEvents({ events, rules }: KeptCalendar, now: Instant): readonly HeldEvent[] {
  return events.flatMap(({ key, set, ruleId, state }) => {
    const rule = rules.find(({ id }) => id === ruleId);
    return rule === undefined || set === undefined || state === 'done' || set.until <= now
      ? []
      : [{ key, rule, ...set }];
  });
}
