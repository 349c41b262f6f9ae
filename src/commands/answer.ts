/** What a command gives back, as data; `replies/` turns it into words. */

import type { Question, Refusal } from '../language/reading.ts';
import type { Change } from '../presence/change.ts';
import type { Call, Failure } from '../presence/outcome.ts';
import type { Extending, Ledger, Undoing } from '../presence/ledger.ts';
import type { Problem } from '../presence/problem.ts';
import type { Receipt } from '../presence/receipt.ts';
import type { Snapshot } from '../presence/snapshot.ts';

export type Answer =
  | { readonly kind: 'receipt'; readonly receipt: Receipt }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'question'; readonly question: Question }
  | { readonly kind: 'refusal'; readonly refusal: Refusal }
  /** The exact requests a change would send; nothing was sent. */
  | { readonly kind: 'whatIf'; readonly change: Change }
  /** `what if` before something that changes nothing. */
  | { readonly kind: 'noChange' }
  | { readonly kind: 'status'; readonly snapshot: Snapshot; readonly ledger: Ledger }
  | { readonly kind: 'statusFailed'; readonly failure: Failure }
  | { readonly kind: 'details'; readonly call: Call | undefined }
  | { readonly kind: 'help' }
  | { readonly kind: 'nothingToUndo'; readonly because: Extract<Undoing, { kind: 'none' }>['why'] }
  | { readonly kind: 'nothingToExtend'; readonly because: Extract<Extending, { kind: 'none' }> }
  /** Nothing in the sentence was about the sender's presence. */
  | { readonly kind: 'notAboutPresence' }
  /** The sender has no identity in this tenant's directory: a guest or an anonymous person. */
  | { readonly kind: 'guest' };
