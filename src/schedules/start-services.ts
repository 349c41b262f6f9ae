/** What starting schedules needs of the rest, and what comes of it. */

import type { ChainId, Guid, Instant } from '../presence/intent.ts';
import type { Failure, StepOutcome, Written } from '../presence/outcome.ts';
import type { PersonState } from '../presence/person-state.ts';
import type { SendBatch } from '../presence/ports.ts';
import type { ScheduleNews } from '../presence/schedule.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { LockedSchedules } from '../store/schedules.ts';
import type { Store } from '../store/store.ts';
import type { DueSchedule, ScheduleStep } from './plan.ts';

export interface StartServices {
  readonly store: Pick<Store, 'schedules' | 'budget'>;
  readonly sessions: Pick<Sessions, 'openMany'>;
  readonly sendBatch: SendBatch;
  /** The application's id. */
  readonly sessionId: Guid;
  /** Has what those people ask themselves wait until `release`, but for those who are being answered: they are not `free`. */
  readonly hold: (userIds: readonly Guid[]) => {
    readonly free: ReadonlySet<string>;
    readonly release: () => void;
  };
  /** What the bot has set for somebody; undefined: that cannot be told. Never rejects. */
  readonly stateOf: (userId: Guid) => Promise<PersonState | undefined>;
  /** Remembers what was set for somebody, and of which chain it is a step, and keeps it when `flush` resolves. */
  readonly record: (userId: Guid, steps: readonly StepOutcome[], chain?: ChainId) => Promise<void>;
  readonly flush: () => Promise<void>;
  /** Tells a person in private. Neither throws nor waits. */
  readonly tell: (userId: Guid, news: ScheduleNews) => void;
  readonly written: (written: Written) => void;
  readonly now: () => Instant;
  /** In [0, 1). */
  readonly random: () => number;
}

/** What came of a start: Graph took it, or what stands in the way; or nothing was sent before that instant. */
export type Started =
  | { readonly kind: 'started' }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly isFinal: boolean }
  | { readonly kind: 'notYet'; readonly at: Instant };

/** What is to be done about a person. */
export interface Planned {
  readonly person: LockedSchedules;
  readonly steps: readonly ScheduleStep[];
  /** What is sent: the last of those that start takes the place of the others. */
  readonly start: DueSchedule | undefined;
  /** Nothing can be planned before that. */
  readonly notBefore?: Instant;
  /** It was, as far as can be told, and its person has chosen something since. */
  readonly wasSent: boolean;
}
