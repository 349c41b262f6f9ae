/** Claims to people's session slots, as rows: one for each person and source. */

import type { Kysely, RawBuilder, Selectable } from 'kysely';
import * as z from 'zod';
import { sourceKey, type Claim, type ClaimSource } from '../presence/claim.ts';
import type { Guid } from '../presence/intent.ts';
import { pairs } from '../presence/pairs.ts';
import { compiled } from './compiled.ts';
import { parsed } from './json.ts';
import type { Tables, Tx } from './tables.ts';

const sourceSchema: z.ZodType<ClaimSource> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('asked') }),
  z.object({ kind: z.literal('meeting'), meetingId: z.string() }),
  z.object({ kind: z.literal('hook'), source: z.string(), meetingId: z.string() }),
  z.object({ kind: z.literal('schedule'), id: z.string() }),
  z.object({ kind: z.literal('calendar'), key: z.string() }),
]);

/** The pairs that a session can have, as a column holds them. */
export const pairSchema = z.enum(pairs.flatMap((pair) => (pair.slot === 'session' ? [pair.id] : [])));

/** All claims of those people. */
export async function claimsOf(
  on: Pick<Tx, 'selectFrom'>,
  userIds: readonly Guid[],
): Promise<readonly Claim[]> {
  return (await rowsOf(on, userIds).execute()).map(claimOf);
}

/** All claims of one person, by a query that is compiled once. */
export function claimsOfOne(db: Kysely<Tables>): (userId: Guid) => Promise<readonly Claim[]> {
  const rows = compiled<{ userId: Guid }, ClaimRow>((given) => rowsOf(db, [given('userId')]));
  return async (userId) => (await rows(db, { userId })).rows.map(claimOf);
}

/** Inserts claims, each in place of an earlier one of the same person and source. */
export async function upsertClaims(tx: Tx, claims: readonly Claim[]): Promise<void> {
  if (claims.length === 0) return;
  const rows = claims.map((claim) => ({
    user_id: claim.userId,
    source_key: sourceKey(claim.source),
    id: claim.id,
    tenant_id: claim.tenantId,
    source: JSON.stringify(claim.source),
    pair: claim.pair,
    ends_at: claim.endsAt,
    opened_at: claim.openedAt,
  }));
  await tx
    .insertInto('claims')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['user_id', 'source_key']).doUpdateSet((update) => ({
        id: update.ref('excluded.id'),
        tenant_id: update.ref('excluded.tenant_id'),
        source: update.ref('excluded.source'),
        pair: update.ref('excluded.pair'),
        ends_at: update.ref('excluded.ends_at'),
        opened_at: update.ref('excluded.opened_at'),
      })),
    )
    .execute();
}

/** Deletes those people's claims of that source, or all of them, and gives what was deleted. */
export async function deleteClaims(
  tx: Tx,
  userIds: readonly Guid[],
  source: ClaimSource | 'all',
): Promise<readonly Claim[]> {
  const rows = await tx
    .deleteFrom('claims')
    .where('user_id', 'in', userIds)
    .$if(source !== 'all', (query) =>
      query.where('source_key', '=', source === 'all' ? '' : sourceKey(source)),
    )
    .returningAll()
    .execute();
  return rows.map(claimOf);
}

const rowsOf = (on: Pick<Tx, 'selectFrom'>, userIds: readonly (Guid | RawBuilder<Guid>)[]) =>
  on.selectFrom('claims').selectAll().where('user_id', 'in', userIds);

type ClaimRow = Selectable<Tables['claims']>;

function claimOf(row: ClaimRow): Claim {
  return {
    id: row.id,
    userId: row.user_id,
    tenantId: row.tenant_id,
    source: sourceSchema.parse(parsed(row.source)),
    pair: pairSchema.parse(row.pair),
    endsAt: row.ends_at,
    openedAt: row.opened_at,
  };
}
