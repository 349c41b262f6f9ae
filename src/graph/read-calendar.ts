/**
 * Reads somebody's calendar: when they have something, and of which kind. What it is about, where it is and who comes is
 * never asked for; of the attendees, who come with addresses, this file keeps the number alone.
 */

import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { CalendarEvent, EventTrait } from '../presence/calendar.ts';
import type { Instant, Sender } from '../presence/intent.ts';
import type { ReadCalendar } from '../presence/ports.ts';
import { isFinal } from '../presence/retry.ts';
import type { GraphClient } from './client.ts';
import { parseJson } from './failure.ts';
import { send, type SendOptions } from './send.ts';

/** https://learn.microsoft.com/graph/api/user-list-calendarview, with Calendars.ReadBasic. */
const select =
  'id,start,end,showAs,isAllDay,isCancelled,responseStatus,sensitivity,categories,attendees,type';
const pageSize = 100;
/** More than a thousand events at a time are nobody's. */
const mostPages = 10;
/** A calendar that does not answer for so long is read the next time. */
const patienceMs = 5000;

const dateTime = z.object({ dateTime: z.string(), timeZone: z.string().nullish() });
const eventSchema = z.object({
  id: z.string().min(1),
  start: dateTime,
  end: dateTime,
  showAs: z.string().nullish(),
  isAllDay: z.boolean().nullish(),
  isCancelled: z.boolean().nullish(),
  responseStatus: z.object({ response: z.string().nullish() }).nullish(),
  sensitivity: z.string().nullish(),
  categories: z.array(z.string()).nullish(),
  attendees: z
    .array(z.unknown())
    .transform(({ length }) => length)
    .nullish(),
});
const pageSchema = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().nullish() });

/** A reader on that client; one page after the other, since a mailbox takes four requests at once. */
export function createReadCalendar(client: GraphClient, options: SendOptions): ReadCalendar {
  const never = new AbortController().signal;
  const brief = { ...options, totalMs: Math.min(options.totalMs, patienceMs) };
  return async (who, from, to) => {
    const events: CalendarEvent[] = [];
    let path: string | undefined = firstPage(who, from, to);
    for (let pages = 0; path !== undefined && pages < mostPages; pages += 1) {
      const asked: string = path;
      const sent = await send(client, () => ({ who, path: asked, doing: 'calendar' }), never, brief);
      if (sent.kind === 'failed')
        return { ok: false, failure: sent.failure, isFinal: isFinal(sent.failure, sent.status) };
      const page = pageSchema.safeParse(sent.kind === 'ok' ? parseJson(sent.text) : undefined).data;
      if (page === undefined) return { ok: false, failure: unreadable, isFinal: false };
      events.push(...page.value.flatMap((one) => eventOf(one, who)));
      path = nextPage(page['@odata.nextLink'] ?? undefined);
    }
    return { ok: true, events };
  };
}

const unreadable = { by: 'unreadable', mayHold: false } as const;

function firstPage({ userId }: Sender, from: Instant, to: Instant): string {
  const window = `startDateTime=${new Date(from).toISOString()}&endDateTime=${new Date(to).toISOString()}`;
  return `/users/${userId}/calendarView?${window}&$select=${select}&$top=${pageSize}`;
}

/** Where the next page is, below the version root: its host is never followed, which would get the token. */
function nextPage(link: string | undefined): string | undefined {
  if (link === undefined || !URL.canParse(link)) return undefined;
  const { pathname, search } = new URL(link);
  return pathname.startsWith('/v1.0/users') && pathname.endsWith('/calendarView')
    ? `${pathname.slice('/v1.0'.length)}${search}`
    : undefined;
}

/** One event; none where it cannot be told when it is. */
function eventOf(one: unknown, { userId }: Sender): readonly CalendarEvent[] {
  const event = eventSchema.safeParse(one).data;
  if (event === undefined) return [];
  const [startsAt, endsAt] = [instantOf(event.start), instantOf(event.end)];
  if (startsAt === undefined || endsAt === undefined || endsAt <= startsAt) return [];
  // Whoever has answered an invitation was invited.
  const isInvitation = invitations.has((event.responseStatus?.response ?? '').toLowerCase());
  const people = event.attendees ?? undefined;
  return [
    {
      key: createHash('sha256').update(`${userId} ${event.id}`).digest('base64url').slice(0, 22),
      startsAt,
      endsAt,
      traits: traitsOf(event),
      categories: event.categories ?? undefined,
      people: people === 0 && isInvitation ? undefined : people,
    },
  ];
}

const invitations: ReadonlySet<string> = new Set([
  'accepted',
  'tentativelyaccepted',
  'notresponded',
  'declined',
]);

/** https://learn.microsoft.com/graph/api/resources/event: open sets, in any casing. */
const shown: Readonly<Record<string, EventTrait>> = {
  free: 'free',
  tentative: 'tentative',
  busy: 'busy',
  oof: 'outOfOffice',
  workingelsewhere: 'workingElsewhere',
};
const answered: Readonly<Record<string, EventTrait>> = {
  tentativelyaccepted: 'tentative',
  notresponded: 'unanswered',
  declined: 'declined',
};

function traitsOf(event: z.infer<typeof eventSchema>): readonly EventTrait[] {
  const { showAs, responseStatus, isAllDay, isCancelled, sensitivity } = event;
  const named = (table: Readonly<Record<string, EventTrait>>, name: string | null | undefined) => {
    const key = (name ?? '').toLowerCase();
    return Object.hasOwn(table, key) ? [table[key] ?? 'busy'] : [];
  };
  const isPrivate = ['private', 'confidential'].includes((sensitivity ?? '').toLowerCase());
  return [
    ...new Set([
      ...named(shown, showAs),
      ...named(answered, responseStatus?.response),
      ...(isAllDay === true ? (['allDay'] as const) : []),
      ...(isCancelled === true ? (['cancelled'] as const) : []),
      ...(isPrivate ? (['private'] as const) : []),
    ]),
  ];
}

/** In UTC, as it is where nobody asks for another zone. */
function instantOf({ dateTime: text, timeZone }: z.infer<typeof dateTime>): Instant | undefined {
  if ((timeZone ?? 'UTC').toUpperCase() !== 'UTC') return undefined;
  const at = Date.parse(/Z$/i.test(text) ? text : `${text}Z`);
  return Number.isNaN(at) ? undefined : at;
}
