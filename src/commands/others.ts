/** Other people, as far as the asker may see them, and what is answered of them. */

import type { WhoIsAsked } from '../parser/reading.ts';
import type { Failure } from '../presence/outcome.ts';
import type { Snapshot } from '../presence/ports.ts';

/** Everybody in a chat but the asker with what Microsoft tells of them, or why they are not told. */
export type Everybody =
  | {
      readonly ok: true;
      readonly people: readonly { readonly name: string; readonly snapshot: Snapshot | undefined }[];
      /** Guests and people from other organizations, who are left out. */
      readonly guests: number;
    }
  | NotEverybody;

type NotEverybody =
  | {
      readonly ok: false;
      /** Nobody else is there; their sign-in shows only themselves; the bot is not in the chat; Teams did not answer. */
      readonly why: 'ownChat' | 'ownOnly' | 'noRoster' | 'rosterFailed';
    }
  | { readonly ok: false; readonly why: 'tooMany'; readonly most: number }
  | { readonly ok: false; readonly why: 'notRead'; readonly failure: Failure };

/** An answer about somebody else, or about many. */
export type OthersAnswer =
  /** Somebody else's presence, only read. */
  | { readonly kind: 'colleague'; readonly name: string; readonly snapshot: Snapshot }
  | { readonly kind: 'colleagueFailed'; readonly name: string; readonly failure: Failure }
  /** Not a member of this conversation, or without an account in the directory. */
  | { readonly kind: 'colleagueUnknown'; readonly name: string }
  /** Only the person's own presence can be read here. */
  | { readonly kind: 'ownOnly' }
  /** Who of a chat is so: all of them, in no order; of how many others, and how many were not told or are guests. */
  | {
      readonly kind: 'whoIs';
      readonly asked: WhoIsAsked;
      readonly found: readonly { readonly name: string; readonly snapshot: Snapshot }[];
      readonly among: number;
      readonly untold: number;
      readonly guests: number;
    }
  | { readonly kind: 'whoIsFailed'; readonly because: NotEverybody };
