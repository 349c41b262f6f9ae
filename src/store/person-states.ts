/**
 * What this bot has set for each person: one row with a version. It is written only over the version that was read, in
 * the same transaction, so that of two processes neither loses what the other wrote.
 */

import type { Kysely } from 'kysely';
import type { Guid, Instant } from '../presence/intent.ts';
import { emptyState, type PersonState } from '../presence/person-state.ts';
import type { StateEntry } from '../presence/state-entry.ts';
import { nextReminder } from '../presence/reminder.ts';
import { chunksOf } from './chunks.ts';
import { compiled, type Compiled } from './compiled.ts';
import { isKeptWhole, parseState, stateText } from './person-state-json.ts';
import { reminderColumn } from './reminders.ts';
import type { Tables, Tx } from './tables.ts';

/** A person's row. */
export interface StateRow {
  /** 0: there is none yet. */
  readonly version: number;
  /** Undefined: the row holds nothing that this version of the bot can read. */
  readonly state: PersonState | undefined;
  /** Characters of the state's JSON; left out where they are not known. */
  readonly length?: number;
}

/** One change as it is kept for thirty days, for `export my data`; `what` and `outcome` are the caller's own words. */
export interface ChangeRow {
  readonly userId: Guid;
  readonly at: Instant;
  readonly door: string;
  readonly what: unknown;
  readonly until?: Instant;
  readonly outcome: unknown;
}

/** What a person's row is to take up, in order, and what is kept of it for their export. */
export interface StateEntries {
  readonly userId: Guid;
  /** The row as it was last read or written; where it is another by now, or left out, it is read. */
  readonly base?: StateRow | undefined;
  readonly entries: readonly StateEntry[];
  /** The state after them where the row is still that one; left out, it is made of them. */
  readonly state?: PersonState;
  readonly changes: readonly ChangeRow[];
}

export interface PersonStateStore {
  /** The person's row. */
  find(userId: Guid): Promise<StateRow>;
  /** Enters them over the rows as they are by then, each person once. Gives the new rows. */
  write(all: readonly StateEntries[]): Promise<ReadonlyMap<Guid, StateRow>>;
  /** The same as a part of that transaction. */
  writeIn(tx: Tx, all: readonly StateEntries[]): Promise<ReadonlyMap<Guid, StateRow>>;
}

/** So often may others write between a look at a row and its writing. */
const attempts = 5;

/** `enter` makes the new state; it knows whether other processes write there as well. */
export function createPersonStateStore(
  db: Kysely<Tables>,
  enter: (state: PersonState, entry: StateEntry) => PersonState,
  now: () => Instant,
): PersonStateStore {
  const update = updating(db);
  const writeOne = async (tx: Tx, { userId, base, entries, ...after }: StateEntries): Promise<StateRow> => {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const known = attempt === 0 ? base : undefined;
      const found = known ?? (await findRow(tx, userId));
      const entered = known === undefined ? undefined : after.state;
      const state = entered ?? entries.reduce(enter, found.state ?? emptyState);
      const at = now();
      const text = stateText(state);
      const version = found.version + 1;
      const remindAt = nextReminder(state, at) ?? null;
      if (await compareAndSet(tx, update, { userId, version, state: text, at, remindAt }))
        return { version, state, ...(isKeptWhole(state) ? { length: text.length } : {}) };
    }
    throw new Error('others write the state of a person again and again');
  };
  const writeIn = async (tx: Tx, all: readonly StateEntries[]) => {
    const written = new Map<Guid, StateRow>();
    // One order for all: two processes never wait for each other.
    for (const one of all.toSorted((a, b) => (a.userId < b.userId ? -1 : 1)))
      written.set(one.userId, await writeOne(tx, one));
    await appendChanges(
      tx,
      all.flatMap(({ changes }) => changes),
    );
    return written;
  };
  return {
    find: (userId) => findRow(db, userId),
    write: (all) => db.transaction().execute((tx) => writeIn(tx, all)),
    writeIn,
  };
}

async function findRow(db: Kysely<Tables>, userId: Guid): Promise<StateRow> {
  const row = await db
    .selectFrom('person_states')
    .select(['version', 'state'])
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row === undefined
    ? { version: 0, state: emptyState }
    : { version: row.version, state: parseState(row.state), length: row.state.length };
}

/** A row as it is to become. */
interface NewRow {
  readonly userId: Guid;
  readonly version: number;
  readonly state: string;
  readonly at: Instant;
  readonly remindAt: Instant | null;
}

type Update = Compiled<NewRow & { readonly before: number }>;

/** Writes the row over the version before it. */
function updating(db: Kysely<Tables>): Update {
  return compiled<NewRow & { readonly before: number }>((given) =>
    db
      .updateTable('person_states')
      .set({
        version: given('version'),
        state: given('state'),
        changed_at: given('at'),
        due_at: reminderColumn(given('userId'), 'there', given('remindAt')),
      })
      .where('user_id', '=', given('userId'))
      .where('version', '=', given('before')),
  );
}

/** Whether the row was still the version before that one, or there was none, and is the new one now. */
async function compareAndSet(tx: Tx, update: Update, row: NewRow): Promise<boolean> {
  const { userId, version, state, at, remindAt } = row;
  if (version === 1) {
    const due_at = reminderColumn(userId, 'new', remindAt);
    const { numInsertedOrUpdatedRows = 0n } = await tx
      .insertInto('person_states')
      .values({ user_id: userId, version, state, changed_at: at, due_at })
      .onConflict((conflict) => conflict.column('user_id').doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows > 0n;
  }
  const { numAffectedRows = 0n } = await update(tx, { ...row, before: version - 1 });
  return numAffectedRows > 0n;
}

async function appendChanges(tx: Tx, rows: readonly ChangeRow[]): Promise<void> {
  for (const some of chunksOf(rows)) {
    const values = some.map((row) => ({
      user_id: row.userId,
      made_at: row.at,
      door: row.door,
      // JSON escapes what no column takes.
      what: JSON.stringify(row.what ?? null),
      ends_at: row.until ?? null,
      outcome: JSON.stringify(row.outcome ?? null),
    }));
    await tx.insertInto('changes').values(values).execute();
  }
}
