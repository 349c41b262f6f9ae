/** What a search in the messaging extension finds, in words. */

import { say } from '../locales/say.ts';
import type { Change } from '../presence/change.ts';
import type { Snapshot } from '../presence/ports.ts';
import type { CardModel, AnnouncementCard, Row } from './card.ts';
import { type IconId, iconOf, iconOfPair } from './icon.ts';
import { colleagueCard, untoldCard } from './status-card.ts';
import { shown } from './status.ts';
import type { View } from './time.ts';
import { isStatus, type Holding } from '../presence/intent.ts';
import { allOf, atText, labelOf, placeText, untilText } from './phrases.ts';

/** One thing found. */
export type SearchFinding =
  /** An announcement: a validated request that was not carried out. */
  | { readonly kind: 'announcement'; readonly change: Change; readonly sender: string }
  /** Somebody's presence as Microsoft reports it; undefined where it does not tell. */
  | {
      readonly kind: 'person';
      readonly name: string;
      readonly self: boolean;
      readonly snapshot: Snapshot | undefined;
    };

/** A line in the list of results, and the card that choosing it puts into the chat. All plain text. */
export interface SearchResult {
  readonly title: string;
  readonly text: string;
  readonly icon: IconId;
  readonly card: CardModel;
  /** What the chat reads where a card cannot be shown. */
  readonly summary: string;
}

/** A finding in the view's language. */
export function searchResult(finding: SearchFinding, view: View): SearchResult {
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
  const { workLocation } = snapshot;
  const only = shown(snapshot, view);
  const status =
    workLocation === undefined
      ? only
      : say(view, 'found.where', { status: only, place: placeText(workLocation, view) });
  return snapshot.message === undefined
    ? status
    : say(view, 'found.saying', { status, text: snapshot.message.text });
}

/** What a judged request would tell; `name` is its sender's. */
export function announcementCard(change: Change, name: string, view: View): AnnouncementCard {
  const holds = holdsOf(change);
  const status = holds.find(isStatus);
  const message = holds.find((one) => one.slot === 'message');
  return {
    kind: 'announcement',
    heading: say(view, status === undefined ? 'announcement.message' : 'announcement.status', { name }),
    rows: holds.map((holding): Row => ({
      icon: iconOfHolding(holding),
      title: nameOf(holding, view),
      detail: holding.endsAt === undefined ? '' : untilText(holding.endsAt, view),
    })),
    lines: [say(view, 'announcement.line', { at: atText(view.now, view) })],
    ...(status === undefined
      ? {}
      : {
          button: {
            title: say(view, 'announcement.set'),
            pair: status.pair,
            until: status.endsAt,
            ...(message === undefined ? {} : { message: message.text }),
          },
        }),
  };
}

/** "Do not disturb until 3:00 PM (New York)", as a result's title. */
function announcementTitle(change: Change, view: View): string {
  const parts = holdsOf(change).map((holding) => {
    const what = nameOf(holding, view);
    return holding.endsAt === undefined
      ? what
      : say(view, 'announcement.until', { what, until: untilText(holding.endsAt, view) });
  });
  return allOf(parts, view);
}

function holdsOf({ steps }: Change): readonly Holding[] {
  return steps.flatMap(({ holding }) => holding ?? []);
}

function iconOfHolding(holding: Holding): IconId {
  if (isStatus(holding)) return iconOfPair(holding.pair);
  return holding.slot === 'location' ? holding.place : 'message';
}

function nameOf(holding: Holding, view: View): string {
  switch (holding.slot) {
    case 'message':
      return say(view, 'quoted', { text: holding.text });
    case 'location':
      return placeText(holding, view);
    case 'preferred':
    case 'session':
      return labelOf(holding.pair, view);
  }
}
