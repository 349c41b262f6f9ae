import * as z from 'zod';
import { requestBudget } from './budget.ts';
import { badRequest, refusal, type SimulatedRefusal } from './refusal.ts';
import type { Undocumented } from './undocumented.ts';

/** An event as a test puts it into somebody's calendar. Dates of an all-day event are midnights in UTC, as Graph writes them. */
export const eventSchema = z.strictObject({
  id: z.string().min(1),
  start: z.iso.datetime({ offset: true }),
  end: z.iso.datetime({ offset: true }),
  showAs: z.string().default('busy'),
  isAllDay: z.boolean().default(false),
  isCancelled: z.boolean().default(false),
  response: z.string().default('organizer'),
  sensitivity: z.string().default('normal'),
  categories: z.array(z.string()).default([]),
  /** How many others are invited. */
  attendees: z.int().min(0).max(500).default(0),
  type: z.string().default('singleInstance'),
});

export type SimulatedEvent = z.output<typeof eventSchema>;

/** The calendars of the service, by lower-case object id, and how much of each is asked for. */
export interface Calendars {
  set(userId: string, events: readonly SimulatedEvent[]): void;
  of(userId: string): readonly SimulatedEvent[];
  /** Counts a request at that mailbox, and gives the whole seconds to wait if it is one too many. */
  spend(userId: string, now: number): number | undefined;
  /** Begins a request that lasts; `end` ends it, and `tooMany` says that Exchange has enough of them at once. */
  begin(userId: string): { readonly tooMany: boolean; readonly end: () => void };
  reset(): void;
}

/** https://learn.microsoft.com/graph/throttling-limits#outlook-service-limits: of each app, for each mailbox. */
const limit = { requests: 10_000, seconds: 600 };
const mostAtOnce = 4;

/** Empty calendars. */
export function calendarStore(): Calendars {
  const events = new Map<string, readonly SimulatedEvent[]>();
  const underWay = new Map<string, number>();
  const budget = requestBudget(limit);
  return {
    set: (userId, all) => void events.set(userId, all),
    of: (userId) => events.get(userId) ?? [],
    spend: (userId, now) => budget.spend(userId, now),
    begin: (userId) => {
      const before = underWay.get(userId) ?? 0;
      underWay.set(userId, before + 1);
      return {
        tooMany: before >= mostAtOnce,
        end: () => void underWay.set(userId, (underWay.get(userId) ?? 1) - 1),
      };
    },
    reset() {
      events.clear();
      budget.reset();
    },
  };
}

/** A judged request for a part of a calendar. */
export interface CalendarQuery {
  readonly action: 'getCalendarView';
  readonly from: number;
  readonly to: number;
  readonly select: readonly string[];
  readonly top: number;
  readonly skip: number;
  /** Path and query, for the link to the next page. */
  readonly url: string;
}

/** What Calendars.ReadBasic gives and this bot may ask for. */
const selectable: ReadonlySet<string> = new Set([
  ...['id', 'start', 'end', 'showAs', 'isAllDay', 'isCancelled', 'responseStatus'],
  ...['sensitivity', 'categories', 'attendees', 'type'],
]);

/** Judges the query of a calendarView. Whoever selects nothing selects all, with what the event is about. */
export function readCalendarQuery(url: string): CalendarQuery | SimulatedRefusal {
  const query = new URLSearchParams(url.slice(url.indexOf('?') + 1));
  const from = Date.parse(query.get('startDateTime') ?? '');
  const to = Date.parse(query.get('endDateTime') ?? '');
  if (Number.isNaN(from) || Number.isNaN(to) || from > to)
    return badRequest('This request requires a time window specified by startDateTime and endDateTime.');
  const select = (query.get('$select') ?? '').split(',').filter((name) => name !== '');
  const forbidden = select.find((name) => !selectable.has(name));
  if (select.length === 0) return badRequest('$select is missing: it would give subject, body and location.');
  if (forbidden !== undefined) return badRequest(`${forbidden} is never to be selected here.`);
  const top = Number(query.get('$top') ?? 10);
  const skip = Number(query.get('$skip') ?? 0);
  if (!Number.isInteger(top) || top < 1 || top > 1000 || !Number.isInteger(skip) || skip < 0)
    return badRequest('Invalid paging.');
  return { action: 'getCalendarView', from, to, select, top, skip, url };
}

/** What an application without the permission is told by Exchange. */
export const calendarDenied: SimulatedRefusal = refusal(
  403,
  'ErrorAccessDenied',
  'Access is denied. Check credentials and try again.',
);

/** What Exchange answers beyond its limits. */
export const mailboxBusy: SimulatedRefusal = refusal(
  429,
  'ApplicationThrottled',
  'Application is over its MailboxConcurrency limit.',
);

/** A page of the events that overlap the window. */
export function calendarPage(
  all: readonly SimulatedEvent[],
  { from, to, select, top, skip, url }: CalendarQuery,
  undocumented: Undocumented,
): Readonly<Record<string, unknown>> {
  const found = all
    .filter((one) => Date.parse(one.start) < to && Date.parse(one.end) > from)
    .toSorted((one, other) => Date.parse(one.start) - Date.parse(other.start));
  const value = found.slice(skip, skip + top).map((one) => {
    const full = eventOf(one, undocumented);
    return Object.fromEntries(select.flatMap((name) => (name in full ? [[name, full[name]]] : [])));
  });
  if (skip + top >= found.length) return { value };
  const [path = '', query = ''] = url.split('?', 2);
  const next = new URLSearchParams(query);
  next.set('$skip', String(skip + top));
  return { value, '@odata.nextLink': `https://graph.microsoft.com${path}?${next.toString()}` };
}

function eventOf(one: SimulatedEvent, undocumented: Undocumented): Readonly<Record<string, unknown>> {
  const { calendarAttendees, calendarCategories } = undocumented;
  return {
    id: one.id,
    start: instant(one.start),
    end: instant(one.end),
    showAs: one.showAs,
    isAllDay: one.isAllDay,
    isCancelled: one.isCancelled,
    responseStatus: { response: one.response, time: '0001-01-01T00:00:00Z' },
    sensitivity: one.sensitivity,
    type: one.type,
    ...hidden('categories', one.categories, calendarCategories),
    ...hidden(
      'attendees',
      Array.from({ length: one.attendees }, (_, index) => person(index)),
      calendarAttendees,
    ),
  };
}

function hidden(
  name: string,
  value: readonly unknown[],
  how: Undocumented['calendarAttendees'],
): Readonly<Record<string, unknown>> {
  if (how === 'absent') return {};
  return { [name]: how === 'shown' ? value : [] };
}

function person(index: number): unknown {
  return {
    type: 'required',
    status: { response: 'none', time: '0001-01-01T00:00:00Z' },
    emailAddress: { name: `Guest ${index}`, address: `guest${index}@example.com` },
  };
}

function instant(text: string): unknown {
  return { dateTime: new Date(text).toISOString().replace('Z', '0000'), timeZone: 'UTC' };
}
