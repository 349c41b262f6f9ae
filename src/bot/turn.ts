/** What one turn knows, and what all turns share. */

import type { TurnContext } from 'botbuilder';
import type { Seat } from '../cards/render.ts';
import { deskOf, type Desk, type Office } from '../commands/desk.ts';
import type { ReadContext } from '../parser/reading.ts';
import type { Door, Guid, Sender } from '../presence/intent.ts';
import type { View } from '../replies/time.ts';
import type { Envelope } from './envelope.ts';
import { isGroup, readContextOf, senderOf, viewOf } from './moment.ts';
import type { Presser } from './press.ts';

export interface Turn {
  readonly activity: Envelope;
  readonly context: TurnContext;
  readonly view: View;
  /** Undefined for a guest. */
  readonly sender: Sender | undefined;
  readonly reading: ReadContext;
  readonly desk: (sender: Sender, door: Door) => Desk;
  /** The sender's cards in a chat. */
  readonly seat: Seat;
}

interface TurnParts {
  readonly office: Office;
  /** The bot's own directory. */
  readonly home: Guid;
  /** Whether cards ask to be refreshed when they are seen. */
  readonly cardsRefresh: boolean;
}

export function turnOf(
  activity: Envelope,
  context: TurnContext,
  { office, home, cardsRefresh }: TurnParts,
): Turn {
  const view = viewOf(activity, office.now());
  const sender = senderOf(activity, home);
  return {
    activity,
    context,
    view,
    sender,
    reading: readContextOf(activity, view),
    desk: (who, door) => deskOf(office, who, door, view.zone),
    seat: {
      ...(sender === undefined ? {} : { owner: sender.userId }),
      ...(cardsRefresh ? { refreshes: activity.from.id } : {}),
      place: 'chat',
    },
  };
}

/** Whoever pressed a card's button in this turn. */
export function presserOf(turn: Turn, door: Door, automatic = false): Presser {
  return {
    sender: turn.sender,
    desk: (sender) => turn.desk(sender, door),
    context: turn.reading,
    alone: !isGroup(turn.activity),
    automatic,
  };
}
