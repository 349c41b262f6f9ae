/** The tables, step by step. A step that has been released is never changed: the next one is added. */

import { sql, type Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import type { Tables } from './tables.ts';

const steps: Readonly<Record<string, Migration>> = {
  '0001-first': {
    up: async (db) => {
      for (const statement of first) await statement.execute(db);
    },
  },
  '0002-quiet-meetings': {
    up: async (db) => {
      for (const statement of quietMeetings) await statement.execute(db);
    },
  },
  '0003-person-states': {
    up: async (db) => {
      for (const statement of personStates) await statement.execute(db);
    },
  },
};

const first = [
  sql`create table people (
    user_id text primary key,
    tenant_id text not null,
    account_id text,
    zone text,
    language text,
    meeting_rules jsonb,
    paused_until timestamptz,
    updated_at timestamptz not null
  )`,
  sql`create table conversations (
    user_id text primary key,
    reference jsonb not null,
    refreshed_at timestamptz not null
  )`,
  sql`create table claims (
    user_id text not null,
    source_key text not null,
    id uuid not null unique,
    tenant_id text not null,
    source jsonb not null,
    pair text not null,
    ends_at timestamptz not null,
    opened_at timestamptz not null,
    primary key (user_id, source_key)
  )`,
  sql`create table leases (
    user_id text primary key,
    tenant_id text not null,
    held_claim uuid,
    held_pair text,
    held_until timestamptz,
    wish text,
    next_at timestamptz not null,
    failures integer not null default 0,
    revision integer not null default 0,
    taken_by uuid,
    taken_until timestamptz
  )`,
  sql`create index leases_next_at on leases (next_at)`,
  sql`create table meetings (
    tenant_id text not null,
    source text not null,
    meeting_id text not null,
    title text,
    started_at timestamptz not null,
    ends_at timestamptz,
    heard_at timestamptz not null,
    primary key (tenant_id, source, meeting_id)
  )`,
  sql`create index meetings_heard_at on meetings (heard_at)`,
  sql`create table attendances (
    tenant_id text not null,
    source text not null,
    meeting_id text not null,
    user_id text not null,
    role text,
    joined_at timestamptz not null,
    left_at timestamptz,
    told boolean not null default false,
    declined boolean not null default false,
    primary key (tenant_id, source, meeting_id, user_id),
    foreign key (tenant_id, source, meeting_id)
      references meetings (tenant_id, source, meeting_id) on delete cascade
  )`,
  sql`create index attendances_user on attendances (user_id)`,
  sql`create table changes (
    id bigint generated always as identity primary key,
    user_id text not null,
    at timestamptz not null,
    door text not null,
    what jsonb not null,
    until timestamptz,
    outcome jsonb not null
  )`,
  sql`create index changes_user_at on changes (user_id, at desc)`,
  sql`create index changes_at on changes (at)`,
  sql`create table seen (key text primary key, expires_at timestamptz not null)`,
  sql`create index seen_expires_at on seen (expires_at)`,
  // Rewritten many times a second: room on each page keeps that in place.
  sql`create table budget (tenant_id text primary key, spent jsonb not null) with (fillfactor = 50)`,
];

const quietMeetings = [
  sql`alter table meetings
    add column chat_id text,
    add column service_url text,
    add column ask_at timestamptz`,
  sql`alter table attendances add column ended_at timestamptz`,
];

const personStates = [
  sql`create table person_states (
    user_id text primary key,
    version integer not null,
    state text not null,
    changed_at timestamptz not null
  )`,
  sql`create index person_states_changed_at on person_states (changed_at)`,
];

/** Any number will do, as long as nothing else in the database takes the same. */
const migrationLock = 4_915_230_122;

/** Brings the tables up to date. Any number of processes may do so at once: all but one wait, and find it done. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  if (await isUpToDate(db)) return;
  // The migrator locks too, but only after making its own tables, and two that do so at once collide.
  await db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${migrationLock}::bigint)`.execute(connection);
    try {
      const provider = { getMigrations: () => Promise.resolve({ ...steps }) };
      const { error } = await new Migrator({ db: connection, provider }).migrateToLatest();
      if (error !== undefined)
        throw new Error('the tables could not be brought up to date', { cause: error });
    } finally {
      await sql`select pg_advisory_unlock(${migrationLock}::bigint)`.execute(connection);
    }
  });
}

/** The migrator would find that out too, by reading the whole catalogue: in the embedded store a third of the start. */
async function isUpToDate(db: Kysely<Tables>): Promise<boolean> {
  const { rows: found } = await sql<{ there: boolean }>`
    select to_regclass('kysely_migration') is not null as there`.execute(db);
  if (found[0]?.there !== true) return false;
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return JSON.stringify(rows.map(({ name }) => name)) === JSON.stringify(Object.keys(steps).sort());
}
