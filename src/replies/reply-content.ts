/** What is to be said, and the reply that says it. */

import type { Answer } from '../commands/answer.ts';
import type { Claim } from '../presence/claim.ts';
import type { Failure } from '../presence/outcome.ts';
import type { CardModel } from './card.ts';

export interface Reply {
  /** Markdown, as Teams takes it. */
  readonly text: string;
  /** The same as a card, where there is something to show or to press. */
  readonly card?: CardModel;
  /** Further texts, each a message of its own. */
  readonly more?: readonly string[];
  /** The same as a file, where it can be one. */
  readonly file?: TextFile;
}

/** A file as it lies where somebody keeps theirs. */
export interface SavedFile {
  readonly name: string;
  readonly url: string;
  readonly id: string;
  readonly type: string;
}

export interface TextFile {
  readonly name: string;
  /** For whoever is asked whether to take it. */
  readonly description: string;
  readonly content: string;
}

/** Beside answers, what a turn itself may have to say. */
export type ReplyContent =
  | Answer
  | { readonly kind: 'welcome' }
  /** The answer is not there yet; it follows as a message. */
  | { readonly kind: 'pending' }
  /** More than one person's share of a minute; nothing is done or answered until that many seconds have passed. */
  | { readonly kind: 'tooMany'; readonly seconds: number }
  /** A card in a group was pressed by somebody whom it does not belong to. */
  | { readonly kind: 'notYours' }
  /** A button whose data is not this bot's, or of another version. */
  | { readonly kind: 'unknownButton' }
  /** A button, dialog or search that is none of this bot's. */
  | { readonly kind: 'notMine' }
  /** A dialog or a search could not be answered in the time it has; `status` tells what came of it. */
  | { readonly kind: 'late'; readonly doing: 'change' | 'search' }
  /** A search by name where the bot cannot see who is there. */
  | { readonly kind: 'noRoster' }
  /** Teams did not tell who somebody is. */
  | { readonly kind: 'rosterFailed' }
  /** Somebody has to sign in, and others read along. */
  | { readonly kind: 'signInAlone' }
  /** A file of theirs is where they keep their files. */
  | { readonly kind: 'fileSaved'; readonly file: SavedFile }
  /** They did not want the file. */
  | { readonly kind: 'fileDeclined' }
  /** The answer is for them alone, and others read along. */
  | { readonly kind: 'ownChat' }
  /** The sign-in itself is out of order. */
  | { readonly kind: 'signInFailed' }
  /** The answer to a press that follows as a message. */
  | { readonly kind: 'posted' }
  | { readonly kind: 'nobody'; readonly name: string }
  /** Sessions that were promised to last cannot be renewed any more. */
  | { readonly kind: 'lost'; readonly claims: readonly Claim[]; readonly failure: Failure }
  /** Hello in a meeting's chat. */
  | { readonly kind: 'meetingHello' }
  /** The bot itself failed. */
  | { readonly kind: 'broken' };
