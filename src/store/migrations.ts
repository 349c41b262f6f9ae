/** The tables, step by step. A step that has been released is never changed: the next one is added. */

import { sql } from 'kysely';
import type { Database, Dialect } from './dialect.ts';
import { keptTables } from './kept-tables.ts';
import { StoreProblem } from './store-problem.ts';
import type { Tx } from './tables.ts';

type Migration = (words: Dialect['words']) => readonly string[];

const first: Migration = ({ instant, counting, strict }) => [
  `create table people (
    user_id text primary key,
    tenant_id text not null,
    account_id text,
    zone text,
    language text,
    meeting_rules text,
    paused_until ${instant},
    updated_at ${instant} not null
  ) ${strict}`,
  `create table conversations (
    user_id text primary key,
    reference text not null,
    refreshed_at ${instant} not null
  ) ${strict}`,
  `create table session_slots (
    user_id text primary key,
    tenant_id text not null,
    held_claim text,
    held_pair text,
    held_until ${instant},
    goal text,
    next_at ${instant} not null,
    failures integer not null default 0,
    revision integer not null default 0,
    due_at ${instant} not null,
    locked_by text,
    locked_until ${instant}
  ) ${strict}`,
  'create index session_slots_due_at on session_slots (due_at)',
  `create table claims (
    user_id text not null,
    source_key text not null,
    id text not null unique,
    tenant_id text not null,
    source text not null,
    pair text not null,
    ends_at ${instant} not null,
    opened_at ${instant} not null,
    primary key (user_id, source_key)
  ) ${strict}`,
  `create table meetings (
    tenant_id text not null,
    source text not null,
    meeting_id text not null,
    title text,
    started_at ${instant},
    ends_at ${instant},
    last_active_at ${instant} not null,
    ended_at ${instant},
    chat_id text,
    service_url text,
    due_at ${instant},
    locked_until ${instant},
    primary key (tenant_id, source, meeting_id)
  ) ${strict}`,
  'create index meetings_due_at on meetings (due_at)',
  'create index meetings_last_active_at on meetings (last_active_at)',
  `create table attendances (
    tenant_id text not null,
    source text not null,
    meeting_id text not null,
    user_id text not null,
    role text,
    joined_at ${instant} not null,
    left_at ${instant},
    notified integer not null default 0,
    declined integer not null default 0,
    ended_at ${instant},
    primary key (tenant_id, source, meeting_id, user_id),
    foreign key (tenant_id, source, meeting_id)
      references meetings (tenant_id, source, meeting_id) on delete cascade
  ) ${strict}`,
  'create index attendances_user on attendances (user_id)',
  `create table changes (
    id ${counting},
    user_id text not null,
    made_at ${instant} not null,
    door text not null,
    what text not null,
    ends_at ${instant},
    outcome text not null
  ) ${strict}`,
  'create index changes_user on changes (user_id, made_at)',
  'create index changes_made_at on changes (made_at)',
  `create table person_states (
    user_id text primary key,
    version integer not null,
    state text not null,
    changed_at ${instant} not null
  ) ${strict}`,
  'create index person_states_changed_at on person_states (changed_at)',
  `create table deliveries (key text primary key, expires_at ${instant} not null) ${strict}`,
  'create index deliveries_expires_at on deliveries (expires_at)',
  `create table budget (tenant_id text primary key, spent text not null) ${strict}`,
];

const fixedLanguage: Migration = () => ['alter table people add column fixed_language text'];

const schedules: Migration = ({ instant, strict }) => [
  `create table schedules (
    id text primary key,
    user_id text not null,
    tenant_id text not null,
    rule text not null,
    zone text not null,
    skips text not null,
    paused_until ${instant},
    made_at ${instant} not null,
    starts_at ${instant},
    ends_at ${instant},
    due_at ${instant},
    held_from_at ${instant},
    held_until ${instant},
    told text,
    failures integer not null default 0,
    over_at ${instant},
    locked_by text,
    locked_until ${instant}
  ) ${strict}`,
  'create index schedules_due_at on schedules (due_at)',
  'create index schedules_user on schedules (user_id)',
  'create index schedules_over_at on schedules (over_at)',
  'alter table people add column schedule_undo text',
  `alter table people add column schedules_edited_at ${instant}`,
];

const whatComesAfter: Migration = ({ instant }) => [
  'alter table schedules add column chain_id text',
  'create index schedules_chain on schedules (chain_id)',
  'alter table people add column end_reminders integer not null default 0',
  `alter table person_states add column due_at ${instant}`,
  `alter table person_states add column reminded_at ${instant}`,
  'create index person_states_due_at on person_states (due_at)',
];

const calendars: Migration = ({ instant, strict }) => [
  `create table calendars (
    user_id text primary key,
    tenant_id text not null,
    zone text not null,
    rules text not null,
    events text not null,
    told text not null,
    poll_at ${instant} not null,
    due_at ${instant},
    failures integer not null default 0,
    over_at ${instant},
    undo text,
    edited_at ${instant},
    locked_by text,
    locked_until ${instant}
  ) ${strict}`,
  'create index calendars_due_at on calendars (due_at)',
  'create index calendars_over_at on calendars (over_at)',
];

const personalKeys: Migration = ({ instant, strict }) => [
  `create table personal_keys (
    number integer primary key,
    user_id text not null,
    tenant_id text not null,
    hash text not null unique,
    name text not null,
    made_at ${instant} not null,
    ends_at ${instant} not null,
    used_at ${instant}
  ) ${strict}`,
  'create index personal_keys_user on personal_keys (user_id)',
  'create index personal_keys_ends_at on personal_keys (ends_at)',
  `create table key_requests (
    id text primary key,
    user_id text not null,
    fingerprint text not null,
    status integer,
    answer text,
    made_at ${instant} not null
  ) ${strict}`,
  'create index key_requests_user on key_requests (user_id)',
  'create index key_requests_made_at on key_requests (made_at)',
];

const changedZones: Migration = () => ['alter table people add column zones_asked text'];

const steps: ReadonlyMap<string, Migration> = new Map([
  ['0003-tables', first],
  ['0004-fixed-language', fixedLanguage],
  ['0005-schedules', schedules],
  ['0006-what-comes-after', whatComesAfter],
  ['0008-calendars', calendars],
  ['0010-personal-keys', personalKeys],
  ['0012-changed-zones', changedZones],
]);

/**
 * Brings the tables up to date: all of it, or nothing. Any number of processes may do so at once: all but one wait, and
 * find it done.
 * @throws StoreProblem where the tables were made by another version: then nothing is written.
 */
export async function migrate({ db, dialect }: Pick<Database, 'db' | 'dialect'>): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await dialect.lockTables(tx);
    const done = await doneSteps(tx, dialect);
    const names = [...steps.keys()];
    if (done === undefined || done.some((name, index) => name !== names[index]))
      throw new StoreProblem('version', otherVersion);
    if (done.length === names.length) return;
    if (done.length === 0)
      await run(tx, `create table schema_steps (name text primary key) ${dialect.words.strict}`);
    for (const [name, step] of [...steps].slice(done.length)) {
      for (const statement of step(dialect.words)) await run(tx, statement);
      await sql`insert into schema_steps (name) values (${name})`.execute(tx);
    }
  });
}

/** The steps that were made already, in order; undefined: somebody else's tables are there. */
async function doneSteps(tx: Tx, dialect: Dialect): Promise<readonly string[] | undefined> {
  const there = await dialect.tableNames(tx);
  if (there.includes('schema_steps')) {
    const { rows } = await sql<{ name: string }>`select name from schema_steps order by name`.execute(tx);
    return rows.map(({ name }) => name);
  }
  const ours: readonly string[] = keptTables;
  return there.some((name) => ours.includes(name)) ? undefined : [];
}

const run = (tx: Tx, statement: string): Promise<unknown> => sql.raw(statement).execute(tx);

const otherVersion =
  'The database holds tables of another version of this bot, which this one neither reads nor changes. ' +
  'Set DATABASE_URL to an empty database, or DATA_DIR to another folder. What the other version has set at Graph ends by itself within four hours.';
