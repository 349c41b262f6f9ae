/** People and the conversations with them. */

import type { Kysely } from 'kysely';
import * as z from 'zod';
import type { Guid, Instant } from '../presence/intent.ts';
import type { Person } from '../presence/person.ts';
import { chunksOf } from './chunks.ts';
import { parsed } from './json.ts';
import type { Tables } from './tables.ts';

/** Facts to put; what is left out stays as it is, `null` empties it. */
interface Facts {
  readonly accountId?: string;
  readonly zone?: string;
  readonly language?: string;
  readonly fixedLanguage?: string | null;
  readonly meetingRules?: unknown;
  readonly pausedUntil?: Instant | null;
}

export interface PeopleStore {
  /** The person, or undefined when nothing is known of them. */
  find(userId: Guid): Promise<Person | undefined>;
  /** Those of many of whom anything is known, in no order. */
  findMany(userIds: readonly Guid[]): Promise<readonly Person[]>;
  /** Remembers facts of a person, known or new. */
  put(userId: Guid, tenantId: string, facts: Facts): Promise<void>;
  /** Remembers how to write to a person first: a conversation reference of a personal chat, as JSON. */
  putConversation(userId: Guid, reference: Readonly<Record<string, unknown>>): Promise<void>;
  /**
   * Keeps of which zones they were asked, made of those of which they were before; undefined: as it is. Gives whether it
   * was kept: of two processes that ask at once, one does.
   */
  askAbout(
    userId: Guid,
    zonesOf: (asked: readonly string[]) => readonly string[] | undefined,
  ): Promise<boolean>;
  /** The reference as it was put; undefined: the bot cannot write to them. */
  conversation(userId: Guid): Promise<Readonly<Record<string, unknown>> | undefined>;
}

const record = z.record(z.string(), z.unknown());
const zonesSchema = z.array(z.string()).catch([]);

export function createPeople(db: Kysely<Tables>, now: () => Instant): PeopleStore {
  const findChunk = async (userIds: readonly Guid[]) => {
    const rows = await db.selectFrom('people').selectAll().where('user_id', 'in', userIds).execute();
    return rows.map((row): Person => ({
      userId: row.user_id,
      tenantId: row.tenant_id,
      ...(row.account_id === null ? {} : { accountId: row.account_id }),
      ...(row.zone === null ? {} : { zone: row.zone }),
      ...(row.language === null ? {} : { language: row.language }),
      ...(row.fixed_language === null ? {} : { fixedLanguage: row.fixed_language }),
      ...(row.meeting_rules === null ? {} : { meetingRules: parsed(row.meeting_rules) }),
      ...(row.paused_until === null ? {} : { pausedUntil: row.paused_until }),
    }));
  };
  const findMany = async (userIds: readonly Guid[]) => {
    const found: Person[] = [];
    for (const some of chunksOf(userIds)) found.push(...(await findChunk(some)));
    return found;
  };
  return {
    findMany,
    find: async (userId) => (await findMany([userId]))[0],
    put: async (userId, tenantId, facts) => {
      const { accountId, zone, language, fixedLanguage, meetingRules, pausedUntil } = facts;
      const given = {
        tenant_id: tenantId,
        updated_at: now(),
        ...(accountId === undefined ? {} : { account_id: accountId }),
        ...(zone === undefined ? {} : { zone }),
        ...(language === undefined ? {} : { language }),
        ...(fixedLanguage === undefined ? {} : { fixed_language: fixedLanguage }),
        ...(meetingRules === undefined
          ? {}
          : { meeting_rules: meetingRules === null ? null : JSON.stringify(meetingRules) }),
        ...(pausedUntil === undefined ? {} : { paused_until: pausedUntil }),
      };
      await db
        .insertInto('people')
        .values({ user_id: userId, ...given })
        .onConflict((conflict) => conflict.column('user_id').doUpdateSet(given))
        .execute();
    },
    putConversation: async (userId, reference) => {
      const given = { reference: JSON.stringify(reference), refreshed_at: now() };
      await db
        .insertInto('conversations')
        .values({ user_id: userId, ...given })
        .onConflict((conflict) => conflict.column('user_id').doUpdateSet(given))
        .execute();
    },
    askAbout: async (userId, zonesOf) => {
      const person = db.selectFrom('people').select('zones_asked').where('user_id', '=', userId);
      const before = (await person.executeTakeFirst())?.zones_asked ?? null;
      const zones = zonesOf(zonesSchema.parse(parsed(before)));
      if (zones === undefined) return false;
      const { numUpdatedRows } = await db
        .updateTable('people')
        .set({ zones_asked: JSON.stringify(zones) })
        .where('user_id', '=', userId)
        .where('zones_asked', 'is not distinct from', before)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    conversation: async (userId) => {
      const row = await db
        .selectFrom('conversations')
        .select('reference')
        .where('user_id', '=', userId)
        .executeTakeFirst();
      return record.safeParse(parsed(row?.reference)).data;
    },
  };
}
