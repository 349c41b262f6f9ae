/** A user's presence as Graph reports it. Value lists are open sets: an unknown value is kept and shown. */

import type { Instant } from './intent.ts';

export interface Snapshot {
  /** As the wire spells it, in any casing. */
  readonly availability: string;
  readonly activity: string;
  readonly message?: { readonly text: string; readonly endsAt?: Instant };
  readonly outOfOffice?: { readonly message?: string };
}
