/** What is kept of people's calendars as rows, and back: rows outlive versions, so each is narrowed as if a stranger wrote it. */

import type { Selectable } from 'kysely';
import * as z from 'zod';
import { eventTraits, type CalendarRule } from '../presence/calendar.ts';
import type { Guid, Instant } from '../presence/intent.ts';
import { pairs, type PreferredId } from '../presence/pairs.ts';
import { parsed } from './json.ts';
import type { Tables } from './tables.ts';

/** An event that a rule wants something of. */
export interface PlannedEvent {
  /** A hash of its id. */
  readonly key: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly ruleId: string;
  /**
   * `ahead`: nothing was done about it; `held`: its status was set; `over`: what it has set is to be taken back;
   * `done`: nothing more comes of it.
   */
  readonly state: 'ahead' | 'held' | 'over' | 'done';
  /** What it has set, and until when. */
  readonly set?: { readonly status: PreferredId; readonly until: Instant } | undefined;
  /** How often something stood in its way, and when it is tried again. */
  readonly tries?: number;
  readonly againAt?: Instant;
}

/** What somebody was told already. */
const tellings = ['categories', 'people', 'read', 'write'] as const;
export type Telling = (typeof tellings)[number];

export interface KeptCalendar {
  readonly userId: Guid;
  readonly tenantId: string;
  /** The zone of the dates of all-day events. */
  readonly zone: string;
  /** In the order in which they are tried. */
  readonly rules: readonly CalendarRule[];
  readonly events: readonly PlannedEvent[];
  readonly told: readonly Telling[];
  /** When the calendar is to be read. */
  readonly pollAt: Instant;
  /** When there is something to do; undefined: never. */
  readonly dueAt?: Instant | undefined;
  /** How often reading has failed in a row. */
  readonly failures: number;
  /** When the last rule was removed. */
  readonly overAt?: Instant | undefined;
}

const preferred = pairs.flatMap((pair) => (pair.slot === 'preferred' ? [pair.id] : []));
const status = z.enum(preferred);
const instant = z.number();
const flag = z.literal(true).exactOptional();
const traits = Object.fromEntries(eventTraits.map((trait) => [trait, flag])) as Record<
  (typeof eventTraits)[number],
  typeof flag
>;
const rulesSchema: z.ZodType<readonly CalendarRule[]> = z.array(
  z.object({
    id: z.string(),
    when: z.object({ ...traits, category: z.string().exactOptional(), moreThan: z.number().exactOptional() }),
    then: z.enum([...preferred, 'ask', 'nothing']),
  }),
);
const eventsSchema: z.ZodType<readonly PlannedEvent[]> = z.array(
  z.object({
    key: z.string(),
    startsAt: instant,
    endsAt: instant,
    ruleId: z.string(),
    state: z.enum(['ahead', 'held', 'over', 'done']),
    set: z.object({ status, until: instant }).optional(),
    tries: z.number().exactOptional(),
    againAt: instant.exactOptional(),
  }),
);
export interface CalendarUndo {
  readonly rules: readonly CalendarRule[];
  readonly zone?: string | undefined;
}

/** Without a zone where there was no calendar before, and of earlier versions, which kept the rules alone. */
export const undoSchema: z.ZodType<CalendarUndo> = z.union([
  rulesSchema.transform((rules) => ({ rules })),
  z.object({ rules: rulesSchema, zone: z.string().optional() }),
]);
const toldSchema = z.array(z.enum(tellings)).catch([]);

/** What is kept of it, by column. */
export function calendarRow(one: KeptCalendar) {
  return {
    user_id: one.userId,
    tenant_id: one.tenantId,
    zone: one.zone,
    rules: JSON.stringify(one.rules),
    events: JSON.stringify(one.events),
    told: JSON.stringify(one.told),
    poll_at: one.pollAt,
    due_at: one.dueAt ?? null,
    failures: one.failures,
    over_at: one.overAt ?? null,
  };
}

/** The calendar in that row. */
export function calendarOf(row: Selectable<Tables['calendars']>): KeptCalendar {
  return {
    userId: row.user_id,
    tenantId: row.tenant_id,
    zone: row.zone,
    rules: rulesSchema.parse(parsed(row.rules)),
    events: eventsSchema.parse(parsed(row.events)),
    told: toldSchema.parse(parsed(row.told)),
    pollAt: row.poll_at,
    dueAt: row.due_at ?? undefined,
    failures: row.failures,
    overAt: row.over_at ?? undefined,
  };
}
