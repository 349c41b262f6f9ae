/** What looking at calendars needs of the rest. */

import type { CalendarNews } from '../presence/calendar.ts';
import type { Guid, Instant, Sender } from '../presence/intent.ts';
import type { StepOutcome, Written } from '../presence/outcome.ts';
import type { PersonState } from '../presence/person-state.ts';
import type { ReadCalendar, ReadPresence, SendBatch } from '../presence/ports.ts';
import type { Policy } from '../presence/validate.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { Store } from '../store/store.ts';

export interface CalendarServices {
  readonly store: Pick<Store, 'calendars' | 'budget' | 'sessionStore'>;
  readonly sessions: Pick<Sessions, 'openMany' | 'endMany'>;
  readonly readCalendar: ReadCalendar;
  readonly readPresence: ReadPresence;
  readonly sendBatch: SendBatch;
  /** What may be set at all. */
  readonly presence: Policy;
  /** The person as Graph is to be asked on their behalf; undefined: they have never written to the bot. */
  readonly senderOf: (userId: Guid) => Promise<Sender | undefined>;
  /** What the bot has set for somebody; undefined: that cannot be told. Never rejects. */
  readonly stateOf: (userId: Guid) => Promise<PersonState | undefined>;
  /** Remembers what was set for somebody, and keeps it when `flush` resolves. */
  readonly record: (userId: Guid, steps: readonly StepOutcome[]) => Promise<void>;
  readonly flush: () => Promise<void>;
  /** Tells a person in private. Neither throws nor waits. */
  readonly tell: (userId: Guid, news: CalendarNews) => void;
  readonly written: (written: Written) => void;
  readonly now: () => Instant;
  /** In [0, 1). */
  readonly random: () => number;
}
