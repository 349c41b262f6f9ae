/** A person as Teams describes them, and their settings. */

import type { Guid, Instant } from './intent.ts';

export interface Person {
  readonly userId: Guid;
  readonly tenantId: string;
  /** Teams' id of the person for this bot, `29:…`. */
  readonly accountId?: string;
  /** IANA zone as Teams last told it. */
  readonly zone?: string;
  /** The locale of what they were last told in a chat of their own. */
  readonly language?: string;
  /** The language they asked to be answered in. */
  readonly fixedLanguage?: string;
  /** Unvalidated: the reader narrows it. */
  readonly meetingRules?: unknown;
  /** Until then no meeting changes anything. */
  readonly pausedUntil?: Instant;
}
