/** How to write to people first, and who they were when they last wrote. */

import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { guid, type Guid, type Sender } from '../presence/intent.ts';
import type { Person } from '../presence/person.ts';
import type { PeopleStore } from '../store/people.ts';

/** How to write to a person first, and in which zone and language. */
export interface KnownConversation {
  readonly who: Sender;
  /** The conversation with them alone, as the Bot Framework refers to it. */
  readonly reference: Readonly<Record<string, unknown>>;
  readonly zone: string | undefined;
  readonly locale: string;
  /** What they asked to be answered in, if that is not the locale's own. */
  readonly language?: string | undefined;
}

export interface ConversationReferences {
  /** Remembers somebody; written when anything of it has changed. Gives whether their zone is another than the last one. */
  meet(people: PeopleStore, known: KnownConversation): Promise<boolean>;
  /** Does not remember them again for what they have written so far. */
  forget(userId: Guid): void;
}

/** Of so many people it is remembered, by a hash, that nothing of them has changed. */
const rememberedLimit = 10_000;
/** Who wants to be forgotten is, by the turn that asks for it as well. */
const forgottenMs = 10_000;

export function createConversationReferences(now: () => number): ConversationReferences {
  const met = new LRUCache<string, string>({ max: rememberedLimit });
  const forgotten = new LRUCache<string, true>({
    max: rememberedLimit,
    ttl: forgottenMs,
    ttlResolution: 0,
    perf: { now },
  });
  return {
    meet: async (people, { who, reference, zone, locale }) => {
      if (forgotten.has(who.userId)) return false;
      const facts = { accountId: who.account, language: locale, ...(zone === undefined ? {} : { zone }) };
      const known = hash('sha256', JSON.stringify([facts, reference]), 'base64');
      if (met.get(who.userId) === known) return false;
      met.set(who.userId, known);
      try {
        const before = zone === undefined ? undefined : (await people.find(who.userId))?.zone;
        await people.put(who.userId, who.tenantId, facts);
        await people.putConversation(who.userId, reference);
        return zone !== undefined && zone !== before;
      } catch (error) {
        met.delete(who.userId);
        throw error;
      }
    },
    forget: (userId) => {
      met.delete(userId);
      forgotten.set(userId, true);
    },
  };
}

/** The person as they once wrote to the bot. */
export function senderOf(person: Person | undefined): Sender | undefined {
  const tenantId = guid(person?.tenantId ?? '');
  return person?.accountId === undefined || tenantId === undefined
    ? undefined
    : { userId: person.userId, tenantId, account: person.accountId };
}

/** How to write to somebody; undefined: they have never written in a chat of their own, or were forgotten. */
export async function knownConversation(
  people: PeopleStore,
  userId: Guid,
): Promise<KnownConversation | undefined> {
  const [person, reference] = await Promise.all([people.find(userId), people.conversation(userId)]);
  const who = senderOf(person);
  if (who === undefined || reference === undefined) return undefined;
  const locale = person?.language ?? 'en-US';
  return { who, reference, zone: person?.zone, locale, language: person?.fixedLanguage };
}
