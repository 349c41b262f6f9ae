/** All that is kept of one person: to be shown to them, and to be forgotten. */

import type { Kysely } from 'kysely';
import type { Guid } from '../presence/intent.ts';
import { parseJson } from './person-state-json.ts';
import type { Tables } from './tables.ts';

/** Every table that names a person, leases before claims as everywhere. A new one belongs here, which a test checks. */
const personal = [
  'people',
  'conversations',
  'leases',
  'claims',
  'attendances',
  'person_states',
  'changes',
] as const satisfies readonly (keyof Tables)[];

/** Each table's rows about a person, as they are kept: ready to be written as JSON. */
export type PersonExport = Readonly<Record<(typeof personal)[number], readonly unknown[]>>;

export async function exportPerson(db: Kysely<Tables>, userId: Guid): Promise<PersonExport> {
  const found: [string, readonly unknown[]][] = [];
  for (const table of personal) {
    const rows = await db.selectFrom(table).selectAll().where('user_id', '=', userId).execute();
    found.push([table, rows.map(readable)]);
  }
  // Built from the very list that its type is made of.
  return Object.fromEntries(found) as PersonExport;
}

/**
 * Forgets a person in one transaction. A session that still runs at Graph must be ended before, or nothing is left
 * that would end it early; a job that finds no row does nothing.
 */
export async function forgetPerson(db: Kysely<Tables>, userId: Guid): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const table of personal) await tx.deleteFrom(table).where('user_id', '=', userId).execute();
  });
}

/** A state is JSON in a text, and shown as what it says. */
function readable(row: object): object {
  return 'state' in row && typeof row.state === 'string'
    ? { ...row, state: parseJson(row.state) ?? row.state }
    : row;
}
