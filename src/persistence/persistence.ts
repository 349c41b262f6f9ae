/**
 * What outlives the process: the store, and what works on it. Opened beside the start: a turn that needs none of it does
 * not wait for it.
 */

import type { MeetingEvent } from '../meetings/event.ts';
import type { MeetingsService } from '../meetings/meetings.ts';
import type { Claim } from '../presence/claim.ts';
import type { Guid, Sender } from '../presence/intent.ts';
import type { News } from '../presence/meeting.ts';
import { onTop } from '../presence/person-state.ts';
import type { AuditKey, KeyDoorRecords } from '../presence/personal-key.ts';
import type { Apply, Records, ReplyLanguages, Write } from '../presence/ports.ts';
import { createPendingUserSessions } from '../sessions/pending-user-sessions.ts';
import { createUserSessions } from '../sessions/user-session.ts';
import { isForGood } from '../store/store-problem.ts';
import type { Store } from '../store/store.ts';
import type { StoreFolder } from '../store/store-folder.ts';
import { zoneQuestion } from './changed-zone.ts';
import { createConversationReferences, type KnownConversation } from './conversation-references.ts';
import { againMs, createOpening } from './opening.ts';
import { createPersonStates, type KeptPersonStates } from './person-states.ts';
import { createKeyDoorRecords, createPersonalKeys } from './personal-keys.ts';
import { createRecords } from './records.ts';
import { createReplyLanguages } from './reply-languages.ts';
import { withTimeout } from '../timing/with-timeout.ts';
import type { Work, WorkParts } from './work.ts';

export interface Persistence {
  /** Opens it, and tries again for as long as it cannot be. */
  start(): void;
  /** Why it is not there; undefined: it is open. */
  missing(): string | undefined;
  /** The store, if it is open. */
  store(): Store | undefined;
  /** Sends a change that touches its person's session, and keeps it. */
  readonly write: Write;
  /** Has looked up what was set for somebody whose next choice has to say more of it; nobody else waits. Never rejects. */
  readonly prepare: (userId: Guid) => Promise<unknown> | undefined;
  readonly records: Records;
  /** Remembers how to write to a person, if the store is open; written when it has changed. */
  rememberConversation(person: () => KnownConversation | undefined): void;
  /** What requests with personal keys need; undefined: nobody has any here. */
  readonly keyDoor: KeyDoorRecords | undefined;
  readonly personStates: KeptPersonStates;
  readonly languages: ReplyLanguages;
  /** Takes what Teams tells of a meeting. Rejects where that could not be kept. */
  handleMeetingEvent(event: MeetingEvent): Promise<void>;
  /** What signed hooks need; undefined while the store is out of reach. */
  receiver():
    | { readonly handle: MeetingsService['handle']; readonly deliveries: Store['deliveries'] }
    | undefined;
  close(): Promise<void>;
}

interface PersistenceParts extends Omit<WorkParts, 'pending' | 'failing' | 'log' | 'tell' | 'personStates'> {
  readonly where: StoreFolder;
  readonly log: WorkParts['log'] & { error(facts: object, message: string): void };
  /** It cannot be opened before somebody changes the configuration, which the message tells how. */
  readonly refused: (message: string) => void;
  readonly apply: Apply;
  /** Personal keys: whether people may have any, and those that are ended before any is taken. */
  readonly personalKeys: {
    readonly on: boolean;
    readonly ended: readonly { readonly tenantId: Guid; readonly before: number }[];
    readonly audit: AuditKey;
  };
  readonly tell: Omit<WorkParts['tell'], 'news'> & {
    /** What a meeting means for somebody, and what they set themselves that stays on top of it. */
    readonly news: (news: News, to: KnownConversation, over: ReturnType<typeof onTop>) => void;
  };
  /** Raised when the process ends. */
  readonly closing: AbortSignal;
}

/** Longer than that nobody waits at the end for changes that a store does not take. */
const flushMs = 2000;

export function createPersistence(parts: PersistenceParts): Persistence {
  const { where, personalKeys, now, log } = parts;
  const references = createConversationReferences(now);

  const failing = (error: unknown) => {
    log.error(
      { error: error instanceof Error ? error.message : typeof error },
      'the store is out of reach: nothing can be kept',
    );
  };

  const start = async (): Promise<Work> => {
    const { openStore } = await import('../store/store.ts');
    const { startWork } = await import('./work.ts');
    const store = await openStore(where, { now, log });
    try {
      for (const { tenantId, before } of personalKeys.ended) {
        const count = await store.keys.endAll(tenantId, before);
        personalKeys.audit({ kind: 'ended', tenantId, before, count });
      }
      return await startWork(store, {
        ...parts,
        tell: { ...parts.tell, news },
        pending,
        failing,
        personStates,
      });
    } catch (error) {
      await store.close();
      throw error;
    }
  };
  const stop = async (work: Work) => {
    await withTimeout(flushMs, flush());
    await work.stop();
  };
  const notOpened = (error: unknown) => {
    failing(error);
    if (isForGood(error)) parts.refused(error.message);
  };
  const opening = createOpening(start, stop, notOpened, now);

  // What is closing still takes what waits.
  const opened = async () => opening.now() ?? (await opening.open());
  const personStates = createPersonStates({
    store: async () => (await opened()).store.personStates,
    stack: async (userId) => {
      const { meetings, schedules, calendar } = await opening.open();
      const [stack, running, held] = await Promise.all([
        meetings.stackOf(userId),
        schedules.runningOf(userId),
        calendar?.heldBy(userId),
      ]);
      return { ...stack, ...running, ...held };
    },
    shared: 'databaseUrl' in where,
    now,
    log,
  });
  const languages = createReplyLanguages({
    // Where it is known to be out of reach, nobody waits for it.
    people: () =>
      opening.now() === undefined && opening.failedSince() !== undefined
        ? undefined
        : opened().then(({ store }) => store.people),
    now,
  });
  const news: WorkParts['tell']['news'] = (told, to) => {
    personStates
      .recall(to.who.userId)
      .then(({ state }) => {
        parts.tell.news(told, to, onTop(state, now()));
      })
      .catch((error: unknown) => {
        log.error(
          { error: error instanceof Error ? error.name : typeof error },
          'news of a meeting could not be told',
        );
      });
  };
  const endMeetings = async (userId: Guid, claims: readonly Claim[]) => {
    await (await opened()).meetings.declineClaims(userId, claims);
  };
  const ended = (userId: Guid, claims: readonly Claim[]) => void endMeetings(userId, claims).catch(failing);
  const stateOf = async (userId: Guid) => (await (await opened()).store.personStates.find(userId)).state;
  const pending = createPendingUserSessions({ ended, stateOf, now });
  const userSessions = createUserSessions({
    ...parts,
    personStates,
    sessionStore: async () => (await opened()).store.sessionStore,
    pending,
    ended,
  });

  const flush = async () => {
    await Promise.all([userSessions.flush(), personStates.flush()]);
  };
  const forgotten = ({ userId }: Sender) => {
    references.forget(userId);
    pending.drop(userId);
    languages.forget(userId);
    parts.visibility?.watched.forget(userId);
    return personStates.forget(userId);
  };

  return {
    start: () => {
      // Why it cannot be opened was told.
      opening.open().catch(() => undefined);
    },
    missing: () => {
      if (opening.now() !== undefined) return undefined;
      const since = opening.failedSince();
      if (since === undefined) return 'store: it is being opened';
      return `store: out of reach since ${new Date(since).toISOString()}; it is tried again every ${againMs / 1000} seconds`;
    },
    store: () => opening.now()?.store,
    write: userSessions.write,
    prepare: (userId) => (opening.now()?.chained.has(userId) ? personStates.recall(userId) : undefined),
    records: createRecords({
      open: opening.open,
      readsCalendars: parts.calendars !== undefined,
      forgotten,
      flush,
      keys: personalKeys.on ? createPersonalKeys(opening.open, personalKeys.audit) : undefined,
      now,
    }),
    keyDoor: personalKeys.on ? createKeyDoorRecords(opening.open) : undefined,
    rememberConversation: (person) => {
      const work = opening.now();
      const known = work === undefined ? undefined : person();
      if (work === undefined || known === undefined) return;
      const { who, zone } = known;
      void references
        .meet(work.store.people, known)
        .then(async (isElsewhere) => {
          if (!isElsewhere || zone === undefined) return;
          const question = await zoneQuestion(work, who.userId, zone, now());
          if (question !== undefined) parts.tell.zoneQuestion(question, known);
        })
        .catch(failing);
    },
    personStates,
    languages,
    handleMeetingEvent: async (event) => {
      await (await opening.open()).meetings.handle(event);
    },
    receiver: () => {
      const work = opening.now();
      return work && { handle: work.meetings.handle, deliveries: work.store.deliveries };
    },
    close: async () => {
      userSessions.close();
      await opening.close();
    },
  };
}
