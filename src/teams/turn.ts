/** The context of one turn. */

import type { CardAudience } from '../cards/data.ts';
import { commandContextOf, type CommandContext, type Services } from '../commands/context.ts';
import type { ReadContext } from '../parser/reading.ts';
import type { Door, Sender } from '../presence/intent.ts';
import type { View } from '../replies/time.ts';
import type { Conversation, ConversationReference } from './conversation.ts';
import type { Envelope } from './envelope.ts';
import { isGroup, readContextOf, viewOf } from './activity-context.ts';
import { everybodyIn } from './everybody.ts';
import type { Presser } from './press.ts';
import type { Roster } from './roster.ts';

export interface Turn {
  readonly activity: Envelope;
  readonly conversation: Conversation;
  readonly view: View;
  /** Undefined for a guest. */
  readonly sender: Sender | undefined;
  readonly reading: ReadContext;
  readonly commandContext: (sender: Sender, door: Door) => CommandContext;
  /** For cards to the sender in this chat. */
  readonly audience: CardAudience;
}

/** How to send a proactive message to a person: their own chat with the bot. */
export interface Recipient {
  readonly who: Sender;
  readonly reference: ConversationReference;
  readonly zone: string | undefined;
  readonly locale: string;
  /** What they asked to be answered in, as BCP 47, if that is not the locale's own. */
  readonly language?: string | undefined;
}

interface TurnParts {
  readonly services: Services;
  readonly roster: Roster;
  /** Whether cards ask to be refreshed when they are seen. */
  readonly cardsRefresh: boolean;
}

/** Creates a turn's context. */
export function turnOf(
  activity: Envelope,
  conversation: Conversation,
  { services, roster, cardsRefresh }: TurnParts,
  { sender, locale }: { readonly sender: Sender | undefined; readonly locale: string },
): Turn {
  const view = viewOf(activity, services.now(), locale);
  return {
    activity,
    conversation,
    view,
    sender,
    reading: readContextOf(activity, view),
    commandContext: (who, door) =>
      commandContextOf(services, who, door, {
        zone: view.zone,
        everybody: () => everybodyIn({ activity, conversation }, who, { roster, services }),
      }),
    audience: {
      ...(sender === undefined ? {} : { owner: sender.userId }),
      ...(cardsRefresh ? { refreshes: activity.from.id } : {}),
      place: 'chat',
    },
  };
}

/** How to write to the sender later; undefined for a guest and in a group. */
export function recipientOf({ activity, conversation, sender, view }: Turn): Recipient | undefined {
  if (sender === undefined || isGroup(activity)) return undefined;
  // The activity id belongs to this turn only.
  const { activityId, ...reference } = conversation.reference;
  return { who: sender, reference, zone: view.zone, locale: view.locale };
}

/** The sender of this turn as the one who pressed a button. */
export function presserOf(turn: Turn, door: Door, automatic = false): Presser {
  return {
    sender: turn.sender,
    commandContext: (sender) => turn.commandContext(sender, door),
    context: turn.reading,
    alone: !isGroup(turn.activity),
    automatic,
  };
}
