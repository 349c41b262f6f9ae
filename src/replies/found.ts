/** What a search in the messaging extension finds, in words. */

import { say } from '../locales/say.ts';
import type { Change } from '../presence/change.ts';
import type { Snapshot } from '../presence/snapshot.ts';
import { announcementCard, announcementTitle } from './announcement.ts';
import type { CardModel, IconId } from './card.ts';
import { iconOf } from './icons.ts';
import { colleagueCard, untoldCard } from './status-card.ts';
import { shown } from './status.ts';
import type { View } from './time.ts';

/** One thing found. */
export type Finding =
  /** What the sender could tell the chat: a request that was read and judged, and not carried out. */
  | { readonly kind: 'announcement'; readonly change: Change; readonly sender: string }
  /** Somebody's presence as Microsoft reports it; undefined where it does not tell. */
  | {
      readonly kind: 'person';
      readonly name: string;
      readonly self: boolean;
      readonly snapshot: Snapshot | undefined;
    };

/** A line in the list of results, and the card that choosing it puts into the chat. All plain text. */
export interface FoundPerson {
  readonly title: string;
  readonly text: string;
  readonly icon: IconId;
  readonly card: CardModel;
  /** What the chat reads where a card cannot be shown. */
  readonly summary: string;
}

/** A finding in the view's language. */
export function found(finding: Finding, view: View): FoundPerson {
  if (finding.kind === 'announcement') {
    const card = announcementCard(finding.change, finding.sender, view);
    const title = announcementTitle(finding.change, view);
    return {
      title,
      text: say(view, 'announcement.preview'),
      icon: card.rows[0]?.icon ?? 'unknown',
      card,
      summary: say(view, 'announcement.summary', { heading: card.heading, what: title }),
    };
  }
  const { name, self, snapshot } = finding;
  const text = snapshot === undefined ? say(view, 'status.untold') : saidBy(snapshot, view);
  return {
    title: self ? say(view, 'found.you', { name }) : name,
    text,
    icon: snapshot === undefined ? 'unknown' : iconOf(snapshot.availability),
    card: snapshot === undefined ? untoldCard(name, view) : colleagueCard(name, snapshot, view),
    summary: say(view, 'found.summary', { name, text }),
  };
}

function saidBy(snapshot: Snapshot, view: View): string {
  const status = shown(snapshot, view);
  return snapshot.message === undefined
    ? status
    : say(view, 'found.saying', { status, text: snapshot.message.text });
}
