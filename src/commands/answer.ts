/** What a command gives back, as data; `replies/` turns it into words. */

import type { Command, Question, Refusal } from '../language/reading.ts';
import type { Change } from '../presence/change.ts';
import type { Call, Failure } from '../presence/outcome.ts';
import type { Ledger, Undoing } from '../presence/ledger.ts';
import type { Fate, Mark, Prolonging } from '../presence/mark.ts';
import type { PairId } from '../presence/pairs.ts';
import type { Problem } from '../presence/problem.ts';
import type { Receipt } from '../presence/receipt.ts';
import type { Snapshot } from '../presence/snapshot.ts';
import type { Filled, FormProblem } from './form.ts';

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
  | { readonly kind: 'nothingToExtend'; readonly because: Extract<Prolonging, { kind: 'none' }> }
  | { readonly kind: 'nothingToEnd'; readonly fates: readonly Fate[] }
  | Picker
  | Standing
  /** Somebody else's presence, only read. */
  | { readonly kind: 'colleague'; readonly name: string; readonly snapshot: Snapshot }
  | { readonly kind: 'colleagueFailed'; readonly name: string; readonly failure: Failure }
  /** Nobody of this conversation whom the directory knows. */
  | { readonly kind: 'colleagueUnknown'; readonly name: string }
  /** Only the person's own presence can be read here. */
  | { readonly kind: 'ownOnly' }
  /** The person wants to sign in, and has not yet. */
  | { readonly kind: 'signIn' }
  | { readonly kind: 'signedIn' }
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'signOutFailed' }
  /** The bot acts as itself: nobody signs in. */
  | { readonly kind: 'noSignIn' }
  /** Understood, and nothing that this bot does yet. */
  | { readonly kind: 'notHere'; readonly wanted: Command['kind'] }
  /** Nothing in the sentence was about the sender's presence. */
  | { readonly kind: 'notAboutPresence' }
  /** The sender has no identity in this tenant's directory: a guest or an anonymous person. */
  | { readonly kind: 'guest' };

/** The form to choose from: empty, proposed from a message, or come back with what is wrong. */
export interface Picker {
  readonly kind: 'picker';
  readonly filled: Filled;
  readonly wrong?: Wrong;
  /** A message that the form was filled in from. */
  readonly from?: { readonly quote: string; readonly pair?: PairId };
}

/** Why a form was not taken. */
export type Wrong =
  | Extract<Answer, { kind: 'problem' | 'refusal' | 'question' }>
  | { readonly kind: 'form'; readonly problem: FormProblem };

/** What has become of what an earlier receipt told. */
export interface Standing {
  readonly kind: 'standing';
  /** Brought up to date: what its buttons would be about now. */
  readonly mark: Mark;
  readonly fates: readonly Fate[];
  readonly ledger: Ledger;
  /** What Microsoft reports now, if it was asked. */
  readonly reported?:
    { readonly ok: true; readonly snapshot: Snapshot } | { readonly ok: false; readonly failure: Failure };
  /** Why a button that was pressed changed nothing. */
  readonly note?: Answer;
}
