/** What one turn knows, and what all turns share. */

import type { TurnContext } from 'botbuilder';
import type { CardAudience } from '../cards/render.ts';
import { commandContextOf, type CommandContext, type Services } from '../commands/context.ts';
import type { ReadContext } from '../parser/reading.ts';
import type { Door, Guid, Sender } from '../presence/intent.ts';
import type { View } from '../replies/time.ts';
import type { Envelope } from './envelope.ts';
import { isGroup, readContextOf, senderOf, viewOf } from './activity-context.ts';
import type { Presser } from './press.ts';

export interface Turn {
  readonly activity: Envelope;
  readonly context: TurnContext;
  readonly view: View;
  /** Undefined for a guest. */
  readonly sender: Sender | undefined;
  readonly reading: ReadContext;
  readonly commandContext: (sender: Sender, door: Door) => CommandContext;
  /** The sender's cards in a chat. */
  readonly audience: CardAudience;
}

interface TurnParts {
  readonly services: Services;
  /** The bot's own directory. */
  readonly home: Guid;
  /** Whether cards ask to be refreshed when they are seen. */
  readonly cardsRefresh: boolean;
}

export function turnOf(
  activity: Envelope,
  context: TurnContext,
  { services, home, cardsRefresh }: TurnParts,
): Turn {
  const view = viewOf(activity, services.now());
  const sender = senderOf(activity, home);
  return {
    activity,
    context,
    view,
    sender,
    reading: readContextOf(activity, view),
    commandContext: (who, door) => commandContextOf(services, who, door, view.zone),
    audience: {
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
    commandContext: (sender) => turn.commandContext(sender, door),
    context: turn.reading,
    alone: !isGroup(turn.activity),
    automatic,
  };
}
