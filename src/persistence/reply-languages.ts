/** In which language each person is answered: what they fixed, which is kept, and what they last wrote in. */

import { LRUCache } from 'lru-cache';
import type { Guid, Instant } from '../presence/intent.ts';
import type { ReplyLanguages } from '../presence/ports.ts';
import type { PeopleStore } from '../store/people.ts';
import { bounded } from '../timing/with-timeout.ts';

interface ReplyLanguageParts {
  /** Where people are on record, opened if need be; undefined where nothing is, or it is out of reach. */
  readonly people: () => Promise<PeopleStore> | undefined;
  readonly now: () => Instant;
}

export interface KeptReplyLanguages extends ReplyLanguages {
  /** Forgets what this process remembers of somebody. */
  forget(userId: Guid): void;
}

/** Of so many people it is remembered. */
const rememberedLimit = 10_000;
/** Another process may fix another language meanwhile. */
const rememberedMs = 600_000;
/** Longer than that no reply waits for its language, and no press of a button to see it fixed. */
const readMs = 300;
const writeMs = 5000;

interface Fixed {
  readonly language: string | undefined;
}

export function createReplyLanguages({ people, now }: ReplyLanguageParts): KeptReplyLanguages {
  const fixed = new LRUCache<Guid, Fixed>({
    max: rememberedLimit,
    ttl: rememberedMs,
    ttlResolution: 0,
    perf: { now },
  });
  const last = new LRUCache<Guid, string>({ max: rememberedLimit });

  const read = async (userId: Guid): Promise<Fixed> => {
    const nothing: Fixed = { language: undefined };
    try {
      const store = people();
      if (store === undefined) return nothing;
      const person = await bounded(
        readMs,
        store.then((known) => known.find(userId)),
        'store',
      );
      // It may have been fixed meanwhile.
      return fixed.get(userId) ?? { language: person?.fixedLanguage };
    } catch {
      // A reply in the client's language is better than none; the store's own log says that it is out of reach.
      return nothing;
    }
  };

  return {
    of: async ({ userId }) => {
      const known = fixed.get(userId) ?? (await read(userId));
      if (!fixed.has(userId)) fixed.set(userId, known);
      const wrote = last.get(userId);
      return {
        ...(known.language === undefined ? {} : { fixed: known.language }),
        ...(wrote === undefined ? {} : { last: wrote }),
      };
    },
    wrote: ({ userId }, language) => {
      if (language === undefined) last.delete(userId);
      else last.set(userId, language);
    },
    fix: async ({ userId, tenantId, account }, language) => {
      // What was written before the choice, the choice itself included, decides nothing after it.
      last.delete(userId);
      const facts = { accountId: account, fixedLanguage: language ?? null };
      const isKept = await keep(people(), async (store) => store.put(userId, tenantId, facts));
      // What is kept nowhere else is remembered for as long as the process lives.
      fixed.set(userId, { language }, isKept ? {} : { ttl: 0 });
      return isKept;
    },
    forget: (userId) => {
      fixed.delete(userId);
      last.delete(userId);
    },
  };
}

/** Whether the store took it in time. */
async function keep(
  store: Promise<PeopleStore> | undefined,
  put: (store: PeopleStore) => Promise<void>,
): Promise<boolean> {
  if (store === undefined) return false;
  return bounded(writeMs, store.then(put), 'store').then(
    () => true,
    () => false,
  );
}
