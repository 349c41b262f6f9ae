/** What one turn knows, and what all turns share. */

import type { CardAudience } from '../cards/data.ts';
import { commandContextOf, type CommandContext, type Services } from '../commands/context.ts';
import type { ReadContext } from '../parser/reading.ts';
import type { Door, Guid, Sender } from '../presence/intent.ts';
import type { View } from '../replies/time.ts';
import type { Conversation, ConversationReference } from './conversation.ts';
import type { Envelope } from './envelope.ts';
import { isGroup, readContextOf, senderOf, viewOf } from './activity-context.ts';
import type { Presser } from './press.ts';

export interface Turn {
  readonly activity: Envelope;
  readonly conversation: Conversation;
  readonly view: View;
  /** Undefined for a guest. */
  readonly sender: Sender | undefined;
  readonly reading: ReadContext;
  readonly commandContext: (sender: Sender, door: Door) => CommandContext;
  /** The sender's cards in a chat. */
  readonly audience: CardAudience;
}

/** How to write to a person first: in the conversation in which they once wrote, alone with the bot. */
export interface Recipient {
  readonly who: Sender;
  readonly reference: ConversationReference;
  readonly zone: string | undefined;
  readonly locale: string;
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
  conversation: Conversation,
  { services, home, cardsRefresh }: TurnParts,
): Turn {
  const view = viewOf(activity, services.now());
  const sender = senderOf(activity, home);
  return {
    activity,
    conversation,
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

/** Whoever wrote in this turn; undefined for a guest, and in a group. */
export function recipientOf({ activity, conversation, sender, view }: Turn): Recipient | undefined {
  if (sender === undefined || isGroup(activity)) return undefined;
  // An activity's own id belongs to that activity; the address may change with each.
  const { activityId, ...reference } = conversation.reference;
  return { who: sender, reference, zone: view.zone, locale: view.locale };
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
