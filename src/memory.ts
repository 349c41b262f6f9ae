/**
 * What outlives the process: the store, and the keeper that renews sessions by it. Opened beside the start where there
 * may be something to keep, else when it is first needed: a turn that needs none of it neither waits for it nor pays.
 */

import { existsSync } from 'node:fs';
import { LRUCache } from 'lru-cache';
import type { Where } from './config/config.ts';
import type { Keeper } from './leases/keeper.ts';
import type { Told } from './leases/settle.ts';
import type { Claim } from './presence/claim.ts';
import { guid, type Guid, type Instant, type Sender } from './presence/intent.ts';
import type { Failure } from './presence/outcome.ts';
import type { SendTogether, Sessions } from './presence/ports.ts';
import type { Late } from './store/jobs.ts';
import type { Store } from './store/store.ts';

/** The store, opened, and what works on it. */
interface Opened {
  readonly store: Store;
  readonly keeper: Keeper;
}

export interface Memory {
  /** Why it is not there; undefined: it is open, or needed for nothing yet. */
  missing(): string | undefined;
  /** The store, if it is open. */
  store(): Store | undefined;
  readonly sessions: Sessions;
  /** Remembers how to write to a person, if there is a store; written when it has changed. */
  acquaint(person: () => Acquaintance | undefined): void;
  close(): Promise<void>;
}

/** A session that was promised and cannot be renewed any more. */
interface Lost {
  readonly claims: readonly Claim[];
  readonly failure: Failure;
}

/** How to write to a person first, and in which zone and language. */
interface Acquaintance {
  readonly who: Sender;
  /** The conversation with them alone, as the Bot Framework refers to it. */
  readonly reference: Readonly<Record<string, unknown>>;
  readonly zone: string | undefined;
  readonly locale: string;
}

interface Log {
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

interface MemoryParts {
  readonly where: Where;
  readonly sessionId: Guid;
  /** How the keeper's requests are sent, on the store that knows the people. */
  readonly together: (store: Store) => SendTogether;
  /** Whether Graph starts as empty as this process, as a simulator does: what was set before is set again. */
  readonly graphIsNew: boolean;
  readonly now: () => Instant;
  readonly log: Log;
  /** A promise that nobody waits for any more could not be kept: for the person to be told, once. */
  readonly lost: (lost: Lost, to: Acquaintance) => void;
  /** Another process uses the folder, and has to be stopped first. Called at a start beside it alone. */
  readonly taken: (message: string) => void;
  /** Told of each request that is made of what is on record. */
  readonly told: (told: Told) => void;
  /** Told how late an alarm rings. */
  readonly late: Late;
  /** Claims that the person's newer choice has ended. */
  readonly ended: (userId: Guid, claims: readonly Claim[]) => void;
}

/** A database that is out of reach is looked for again that often. */
const againMs = 5000;
const cleanUpMs = 60 * 60_000;
/** Of so many people it is remembered that nothing of them has changed. */
const rememberedLimit = 10_000;

/** What is kept there. With a server, or a folder that is there already, it is opened at once, beside the caller. */
export async function createMemory(parts: MemoryParts): Promise<Memory> {
  const { where, log } = parts;
  let opening: Promise<Opened> | undefined;
  let opened: Opened | undefined;
  let stop: () => Promise<void> = () => Promise.resolve();
  let closed = false;
  let failedSince: Instant | undefined;

  const start = async (): Promise<Opened> => {
    const { openStore } = await import('./store/store.ts');
    const { createKeeper, startKeeping } = await import('./leases/keeper.ts');
    const { sessionId, together, now } = parts;
    const store = await openStore(where, { now, log, late: parts.late });
    const keeper = createKeeper({
      leases: store.leases,
      budget: store.budget,
      together: together(store),
      sessionId,
      now,
      random: Math.random,
      log,
      told: parts.told,
      givenUp: (userId, { claims, failure }) => {
        if (claims.length > 0) void tell(store, userId, { claims, failure }).catch(failing);
      },
    });
    if (parts.graphIsNew) await doubtAll(store, now);
    const stopKeeping = await startKeeping(keeper, store.jobs, log);
    const cleaning = setInterval(() => void store.cleanUp().catch(failing), cleanUpMs).unref();
    stop = async () => {
      stopKeeping();
      clearInterval(cleaning);
      await store.close();
    };
    return { store, keeper };
  };

  const tell = async (store: Store, userId: Guid, lost: Lost): Promise<void> => {
    const [person, reference] = await Promise.all([
      store.people.find(userId),
      store.people.conversation(userId),
    ]);
    const who = person && senderOf(person);
    if (who === undefined || reference === undefined) return;
    const { zone, language = 'en-US' } = person ?? {};
    parts.lost(lost, { who, reference, zone, locale: language });
  };

  const acquainted = new LRUCache<string, string>({ max: rememberedLimit });
  const acquaint = async ({ who, reference, zone, locale }: Acquaintance): Promise<void> => {
    if (opened === undefined) return;
    const { people } = opened.store;
    const facts = { accountId: who.account, language: locale, ...(zone === undefined ? {} : { zone }) };
    const known = JSON.stringify([facts, reference]);
    if (acquainted.get(who.userId) === known) return;
    acquainted.set(who.userId, known);
    await people.put(who.userId, who.tenantId, facts);
    await people.putConversation(who.userId, reference);
  };

  const failing = (error: unknown) => {
    log.error({ error: error instanceof Error ? error.message : typeof error }, 'the store is out of reach');
  };

  /** Opens it if need be. Rejects while it is out of reach; the next call tries again. */
  const open = (): Promise<Opened> => {
    if (closed) return Promise.reject(new Error('the bot is stopping'));
    opening ??= start().then(
      async (made) => {
        opened = made;
        failedSince = undefined;
        if (closed) await stop();
        return made;
      },
      (error: unknown) => {
        failing(error);
        failedSince ??= parts.now();
        // Whoever needs it, or time, tries again.
        setTimeout(() => {
          opening = undefined;
          if (!closed) void open().catch(() => undefined);
        }, againMs).unref();
        throw error;
      },
    );
    return opening;
  };

  const { createAsked } = await import('./leases/asked.ts');
  const { now, ended } = parts;
  const isThere = 'databaseUrl' in where || existsSync(where.dataDir);
  const asked = createAsked({
    leases: async () => (await open()).store.leases,
    untouched: () => !isThere && opening === undefined && failedSince === undefined,
    ended,
    now,
    log,
  });
  if (isThere) {
    void open().catch((error: unknown) => {
      if (error instanceof Error && error.name === 'FolderTakenError') parts.taken(error.message);
    });
  }
  return {
    missing: () => {
      if (opened !== undefined || (opening === undefined && failedSince === undefined)) return undefined;
      return failedSince === undefined
        ? 'store: it is being opened'
        : `store: out of reach since ${new Date(failedSince).toISOString()}; it is tried again every ${againMs / 1000} seconds`;
    },
    store: () => opened?.store,
    sessions: asked,
    acquaint: (person) => {
      const known = opened === undefined ? undefined : person();
      if (known !== undefined) void acquaint(known).catch(failing);
    },
    close: async () => {
      closed = true;
      asked.close();
      // An opening that has begun is waited for: it holds the folder.
      await opening?.catch(() => undefined);
      await stop();
    },
  };
}

/** Nobody knows what any slot holds: each is put right by what is promised. */
async function doubtAll({ leases }: Store, now: () => Instant): Promise<void> {
  const dayMs = 24 * 60 * 60_000;
  for (const userId of await leases.overdue(now() + 2 * dayMs, 10_000)) {
    const [claim] = await leases.claims(userId);
    if (claim === undefined) continue;
    const held = { claimId: undefined, pair: claim.pair, until: now() + dayMs };
    await leases.doubt(userId, claim.tenantId, held, now());
  }
}

/** The person as they once wrote to the bot. */
export function senderOf(person: {
  readonly userId: Guid;
  readonly tenantId: string;
  readonly accountId?: string;
}): Sender | undefined {
  const tenantId = guid(person.tenantId);
  return tenantId === undefined || person.accountId === undefined
    ? undefined
    : { userId: person.userId, tenantId, account: person.accountId };
}
