/** Schedules as rows, and back: rows outlive versions, so each is narrowed as if a stranger wrote it. */

import type { Selectable } from 'kysely';
import * as z from 'zod';
import type { ChainId, Guid, Instant } from '../presence/intent.ts';
import { pairs } from '../presence/pairs.ts';
import type { LocalDate, LocalTime, ScheduleRule } from '../presence/schedule.ts';
import { parsed } from './json.ts';
import type { Tables } from './tables.ts';

export type ScheduleRow = Selectable<Tables['schedules']>;

/** A schedule on record. */
export interface KeptSchedule {
  readonly id: string;
  readonly userId: Guid;
  readonly tenantId: string;
  readonly rule: ScheduleRule;
  readonly zone: string;
  readonly skips: readonly LocalDate[];
  readonly pausedUntil?: Instant | undefined;
  readonly madeAt: Instant;
  /** The next one that is to start, and when to look at it: at its start, or when what stands in its way has ended. */
  readonly next?:
    | { readonly startsAt: Instant; readonly endsAt: Instant; readonly dueAt: Instant }
    | undefined;
  /** The one that was started last. */
  readonly held?: { readonly from: Instant; readonly until: Instant } | undefined;
  /** What its person was told already: that the next one waits, or that it cannot be set. */
  readonly told?: 'waits' | 'failed' | undefined;
  readonly failures: number;
  /** When nothing more was to start; it is removed soon after. */
  readonly overAt?: Instant | undefined;
  /** The chain that it is a step of. */
  readonly chain?: ChainId | undefined;
}

/** What is kept of it, by column. */
export function rowOf(one: KeptSchedule) {
  return {
    id: one.id,
    user_id: one.userId,
    tenant_id: one.tenantId,
    rule: JSON.stringify(one.rule),
    zone: one.zone,
    skips: JSON.stringify(one.skips),
    paused_until: one.pausedUntil ?? null,
    made_at: one.madeAt,
    starts_at: one.next?.startsAt ?? null,
    ends_at: one.next?.endsAt ?? null,
    due_at: one.next?.dueAt ?? null,
    held_from_at: one.held?.from ?? null,
    held_until: one.held?.until ?? null,
    told: one.told ?? null,
    failures: one.failures,
    over_at: one.overAt ?? null,
    chain_id: one.chain ?? null,
  };
}

const [firstPair, ...otherPairs] = pairs.map(({ id }) => id);
const pairId = z.enum([firstPair ?? 'available', ...otherPairs]);
const instant = z.number();
const date = z.custom<LocalDate>((text) => typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text));
const time = z.custom<LocalTime>((text) => typeof text === 'string' && /^\d{2}:\d{2}$/.test(text));
const ruleSchema: z.ZodType<ScheduleRule> = z.object({
  status: pairId,
  timing: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('once'),
      startsAt: instant,
      endsAt: instant.exactOptional(),
      seconds: z.number().exactOptional(),
    }),
    z.object({
      kind: z.literal('recurring'),
      rrule: z.string(),
      from: time,
      to: time.exactOptional(),
      startsOn: date.exactOptional(),
    }),
  ]),
  quietHours: z.literal(true).exactOptional(),
  message: z.string().exactOptional(),
  news: z.literal(true).exactOptional(),
  then: z
    .array(
      z.object({ status: pairId, seconds: z.number().exactOptional(), message: z.string().exactOptional() }),
    )
    .exactOptional(),
});
const skipsSchema = z.array(date).catch([]);
const toldSchema = z.enum(['waits', 'failed']).optional().catch(undefined);

/** The schedule in that row. */
export function scheduleOf(row: ScheduleRow): KeptSchedule {
  const { starts_at: startsAt, ends_at: endsAt, due_at: dueAt, held_from_at: from, held_until: until } = row;
  return {
    id: row.id,
    userId: row.user_id,
    tenantId: row.tenant_id,
    rule: ruleSchema.parse(parsed(row.rule)),
    zone: row.zone,
    skips: skipsSchema.parse(parsed(row.skips)),
    pausedUntil: row.paused_until ?? undefined,
    madeAt: row.made_at,
    next: startsAt === null || endsAt === null || dueAt === null ? undefined : { startsAt, endsAt, dueAt },
    held: from === null || until === null ? undefined : { from, until },
    told: toldSchema.parse(row.told ?? undefined),
    failures: row.failures,
    overAt: row.over_at ?? undefined,
    chain: row.chain_id ?? undefined,
  };
}
