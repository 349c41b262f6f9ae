/** What a search in the messaging extension finds. */

import type { Change } from '../presence/change.ts';
import type { Snapshot } from '../presence/snapshot.ts';
import type { CardModel, IconId } from './card.ts';

/** One thing found. */
export type Finding =
  /** What the sender could tell the chat: a wish that was read and judged, and not carried out. */
  | { readonly kind: 'announcement'; readonly change: Change; readonly sender: string }
  /** Somebody's presence as Microsoft reports it; undefined where it does not tell. */
  | {
      readonly kind: 'person';
      readonly name: string;
      readonly self: boolean;
      readonly snapshot: Snapshot | undefined;
    };

/** A line in the list of results, and the card that choosing it puts into the chat. All plain text. */
export interface Found {
  readonly title: string;
  readonly text: string;
  readonly icon: IconId;
  readonly card: CardModel;
  /** What the chat reads where a card cannot be shown. */
  readonly summary: string;
}
