/** Composes what outlives the process, with its notifications. */

import type { Order } from '../commands/order.ts';
import type { Config } from '../config/config.ts';
import type { Tokens } from '../entra/access-tokens.ts';
import { teamsSource } from '../meetings/event.ts';
import type { IsInMeeting } from '../meetings/quiet.ts';
import { readStoreMetrics, type Metrics } from '../observability/metrics.ts';
import { createPersistence, type Persistence } from '../persistence/persistence.ts';
import { createPersonStates, type KeptPersonStates } from '../persistence/person-states.ts';
import { createReplyLanguages } from '../persistence/reply-languages.ts';
import { createWrite } from '../persistence/write.ts';
import type { Instant } from '../presence/intent.ts';
import type { Written } from '../presence/outcome.ts';
import type { AuditKey } from '../presence/personal-key.ts';
import type { ReplyLanguages, Write } from '../presence/ports.ts';
import type { Policy } from '../presence/validate.ts';
import type { Log } from '../teams/log.ts';
import type { Outbox } from '../teams/outbox.ts';
import { createWatchedChanges } from '../visibility/watched-changes.ts';
import { withTimeout } from '../timing/with-timeout.ts';
import type { Graph } from './graph.ts';
import { storeFolderOf } from './identity.ts';

export interface Persisted {
  /** Undefined: nothing outlives the process. */
  readonly persistence: Persistence | undefined;
  readonly personStates: KeptPersonStates;
  readonly languages: ReplyLanguages;
  readonly write: Write;
  /** The validator's policy: long sessions only with a store that renews them. */
  readonly policy: Policy;
  /** Resolves with what to do if the process cannot go on; otherwise never. */
  readonly refused: Promise<string>;
  /** Waits a moment until everything is stored. */
  close(): Promise<void>;
}

interface PersistedParts {
  readonly config: Config;
  readonly remembers: boolean;
  readonly tokens: Tokens;
  readonly graph: Graph;
  /** Graph starts as empty as this process. */
  readonly graphIsNew: boolean;
  readonly teams: { readonly outbox: Outbox; readonly isInMeeting: IsInMeeting };
  readonly order: Order;
  readonly metrics: Pick<Metrics, 'count' | 'observe' | 'read'>;
  readonly written: (written: Written) => void;
  readonly auditKey: AuditKey;
  readonly closing: AbortSignal;
  readonly now: () => Instant;
  readonly log: Log;
}

/** A day: long enough for a session. */
const longestSessionSeconds = 24 * 3600;
/** How long a stop waits for the store. */
const closeMs = 2500;

export function createPersisted(parts: PersistedParts): Persisted {
  const { config, remembers, tokens, graph, metrics, now, log } = parts;
  const { outbox, isInMeeting } = parts.teams;
  const refused = Promise.withResolvers<string>();
  const as = graph.readsOthers ? 'application' : 'delegated';
  const policy = {
    sessionId: config.botId,
    ...(remembers ? { maxSessionSeconds: longestSessionSeconds } : {}),
    setsLocation: as === 'delegated',
  };
  const watched = remembers && config.notices ? createWatchedChanges(as) : undefined;
  const persistence = remembers
    ? createPersistence({
        where: storeFolderOf(config, tokens),
        presence: policy,
        graphIsNew: parts.graphIsNew,
        sendBatch: graph.sendBatch,
        calendars:
          config.calendar === 'off'
            ? undefined
            : { readCalendar: graph.readCalendar, readPresence: graph.readCalm },
        apply: graph.apply,
        isInMeeting,
        visibility: watched && { watched, as, lookAt: graph.lookAt },
        hold: parts.order.hold,
        written: parts.written,
        refused: refused.resolve,
        closing: parts.closing,
        personalKeys: { on: config.personalKeys, ended: config.endedKeys, audit: parts.auditKey },
        now,
        log,
        tell: {
          lost: ({ claims, failure }, to) => {
            outbox.tell({ kind: 'lost', claims, failure }, to);
          },
          news: (news, to, over) => {
            outbox.tell({ kind: 'news', news, ...(over === undefined ? {} : { over }) }, to);
          },
          scheduleNews: (news, to) => {
            outbox.tell({ kind: 'scheduleNews', news }, to);
          },
          unseen: (holding, origin, to) => {
            outbox.tell({ kind: 'unseen', holding, origin }, to);
          },
          endingNews: (news, to) => {
            outbox.tell({ kind: 'endingNews', news }, to);
          },
          calendarNews: (news, to) => {
            outbox.tell({ kind: 'calendarNews', news }, to);
          },
          zoneQuestion: (question, to) => {
            outbox.tell({ kind: 'zoneQuestion', question }, to);
          },
          hello: outbox.hello,
        },
        onMeetingEvent: ({ kind, key }) => {
          metrics.count('meeting_events_total', {
            kind,
            from: key.source === teamsSource ? 'teams' : 'hook',
          });
        },
        late: (queue, ms) => {
          metrics.observe('alarm_lag_seconds', { queue }, ms / 1000);
        },
      })
    : undefined;
  const personStates = persistence?.personStates ?? createPersonStates({ now, log });
  graph.countSpent((tenantId) => persistence?.store()?.budget.count(tenantId, 1));
  metrics.read(() => readStoreMetrics(persistence, personStates.counts, now()));
  return {
    persistence,
    personStates,
    languages: persistence?.languages ?? createReplyLanguages({ people: () => undefined, now }),
    policy,
    refused: refused.promise,
    write: createWrite(graph.apply, personStates, {
      session: persistence?.write,
      prepare: persistence?.prepare,
      changed: watched?.changed,
    }),
    close: async () => {
      if (persistence !== undefined && (await withTimeout(closeMs, persistence.close())).late)
        log.warn({}, 'the store did not take everything in time; what was promised is on record');
    },
  };
}
