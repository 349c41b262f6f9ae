/** What takes the last edit of somebody's schedules back: their rows as they were, and those that are new. */

import * as z from 'zod';
import { guid, type Guid, type Instant } from '../presence/intent.ts';
import { parsed } from './json.ts';
import type { ScheduleRow } from './schedule-rows.ts';
import type { Tx } from './tables.ts';

export interface ScheduleUndo {
  readonly put: readonly ScheduleRow[];
  readonly remove: readonly string[];
}

const instant = z.number().nullable();
const row: z.ZodType<ScheduleRow> = z.object({
  id: z.string(),
  user_id: z.string().transform((text, context) => {
    const id = guid(text);
    if (id !== undefined) return id;
    context.addIssue({ code: 'custom', message: 'not a GUID' });
    return z.NEVER;
  }),
  tenant_id: z.string(),
  rule: z.string(),
  zone: z.string(),
  skips: z.string(),
  paused_until: instant,
  made_at: z.number(),
  starts_at: instant,
  ends_at: instant,
  due_at: instant,
  held_from_at: instant,
  held_until: instant,
  told: z.string().nullable(),
  failures: z.number(),
  over_at: instant,
  chain_id: z.string().nullable().default(null),
  locked_by: z.string().nullable(),
  locked_until: instant,
});
const undoSchema = z.object({ put: z.array(row), remove: z.array(z.string()) });

/** Keeps it in place of an earlier one. */
export async function keepUndo(tx: Tx, userId: Guid, at: Instant, undo: ScheduleUndo): Promise<void> {
  await tx
    .updateTable('people')
    .set({ schedule_undo: JSON.stringify(undo), schedules_edited_at: at })
    .where('user_id', '=', userId)
    .execute();
}

/** Which edit is meant: the last one if it was after that instant, and with `at` only if it was made then. */
export interface MeantEdit {
  readonly since: Instant;
  readonly at?: Instant;
}

/** What there is of the edit that is meant, which is then there no more. */
export async function takeUndo(
  tx: Tx,
  userId: Guid,
  { since, at }: MeantEdit,
): Promise<ScheduleUndo | undefined> {
  const person = await tx
    .selectFrom('people')
    .select(['schedule_undo', 'schedules_edited_at'])
    .where('user_id', '=', userId)
    .executeTakeFirst();
  const editedAt = person?.schedules_edited_at ?? 0;
  if (editedAt <= since || (at !== undefined && editedAt !== at)) return undefined;
  await tx
    .updateTable('people')
    .set({ schedule_undo: null, schedules_edited_at: null })
    .where('user_id', '=', userId)
    .execute();
  return undoSchema.safeParse(parsed(person?.schedule_undo)).data;
}
