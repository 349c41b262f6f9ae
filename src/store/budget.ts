/**
 * One budget of Graph calls for each tenant, across all processes: Graph throttles an application by tenant, and a
 * refused call counts too. https://learn.microsoft.com/graph/throttling-limits
 *
 * Spending is counted by second and forgotten when the whole second lies a window back, so no window of that length, wherever
 * it begins, ever holds more than the limit. Time is the processes' own: they are expected to keep the same.
 */

import { sql, type Kysely } from 'kysely';
import * as z from 'zod';
import type { Instant } from '../presence/intent.ts';
import { parsed } from './json.ts';
import type { StoreLog } from './store-folder.ts';
import type { Tables, Tx } from './tables.ts';

export interface BudgetLimit {
  /** Calls in any window. Graph's safe budget is 1,500 in 30 seconds. */
  readonly calls: number;
  readonly seconds: number;
  /** The part of it that background work may take: people who wait come first. */
  readonly backgroundShare: number;
}

export const defaultBudget: BudgetLimit = { calls: 1500, seconds: 30, backgroundShare: 0.8 };

/** Looks at what people have set, which nobody has asked for. */
export const looksBudget: BudgetLimit = { calls: 2, seconds: 60, backgroundShare: 1 };

/** Calls by second since the epoch. */
type Spent = Readonly<Record<string, number>>;

/** What is left of those that count at that second. */
function counting(spent: Spent, second: number, { seconds }: BudgetLimit): [number, number][] {
  return Object.entries(spent)
    .map(([at, calls]): [number, number] => [Number(at), calls])
    .filter(([at]) => at >= second - seconds && at <= second + seconds);
}

/** How many of `wanted` background calls may be made now, the count after them, and when more may be. Pure. */
export function spend(
  spent: Spent,
  wanted: number,
  now: Instant,
  limit: BudgetLimit,
): { readonly granted: number; readonly spent: Spent; readonly againAt: Instant } {
  const second = Math.floor(now / 1000);
  const alive = counting(spent, second, limit);
  const made = alive.reduce((sum, [, calls]) => sum + calls, 0);
  const room = Math.floor(limit.calls * limit.backgroundShare) - made;
  const granted = Math.max(0, Math.min(wanted, room));
  const oldest = alive.reduce((least, [at]) => Math.min(least, at), second);
  return {
    granted,
    spent: withCalls(alive, second, granted),
    againAt: (oldest + limit.seconds + 1) * 1000,
  };
}

function withCalls(alive: readonly [number, number][], second: number, calls: number): Spent {
  const kept = new Map(alive);
  if (calls > 0) kept.set(second, (kept.get(second) ?? 0) + calls);
  return Object.fromEntries(kept);
}

export interface Budget {
  /** Takes up to that many calls for background work: how many were granted, and when to ask for the rest. */
  take(tenantId: string, wanted: number): Promise<{ readonly granted: number; readonly againAt: Instant }>;
  /** Counts calls that were made for somebody who waits: they never ask. Never throws; written within a second. */
  count(tenantId: string, calls: number): void;
  /** Writes what was counted, and counts no more: a query to a closed database may never end. Never rejects. */
  close(): Promise<void>;
}

const spentSchema = z.record(z.string(), z.number()).catch({});
const afterMs = 1000;

export function createBudget(
  db: Kysely<Tables>,
  limit: BudgetLimit,
  now: () => Instant,
  log: StoreLog,
): Budget {
  let counted = new Map<string, number>();
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  /** Writing the row as it is locks it, so that of two processes the second sees what the first has spent. */
  const change = <T>(tenantId: string, to: (spent: Spent) => readonly [Spent, T]): Promise<T> =>
    db.transaction().execute(async (tx: Tx) => {
      const row = await tx
        .insertInto('budget')
        .values({ tenant_id: tenantId, spent: '{}' })
        .onConflict((conflict) =>
          conflict.column('tenant_id').doUpdateSet({ spent: sql.ref('budget.spent') }),
        )
        .returning('spent')
        .executeTakeFirstOrThrow();
      const [spent, result] = to(spentSchema.parse(parsed(row.spent)));
      await tx
        .updateTable('budget')
        .set({ spent: JSON.stringify(spent) })
        .where('tenant_id', '=', tenantId)
        .execute();
      return result;
    });

  const writeCounted = async () => {
    clearTimeout(timer);
    timer = undefined;
    const some = counted;
    counted = new Map();
    for (const [tenantId, calls] of some) {
      const second = Math.floor(now() / 1000);
      await change(tenantId, (spent) => [
        withCalls(counting(spent, second, limit), second, calls),
        undefined,
      ]).catch((error: unknown) => {
        log.warn({ error: String(error), calls }, 'calls to Graph could not be counted');
      });
    }
  };

  return {
    take: (tenantId, wanted) =>
      change(tenantId, (before) => {
        const { spent, ...answer } = spend(before, wanted, now(), limit);
        return [spent, answer];
      }),
    count: (tenantId, calls) => {
      if (closed) return;
      counted.set(tenantId, (counted.get(tenantId) ?? 0) + calls);
      timer ??= setTimeout(() => void writeCounted(), afterMs).unref();
    },
    close: () => {
      closed = true;
      return writeCounted();
    },
  };
}
