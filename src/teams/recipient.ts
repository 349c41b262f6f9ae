/** How to write to a person first: by the conversation in which they once wrote, alone with the bot. */

import { TurnContext } from 'botbuilder';
import type { Sender } from '../presence/intent.ts';
import { isGroup } from './activity-context.ts';
import type { Turn } from './turn.ts';

export interface Recipient {
  readonly who: Sender;
  /** As JSON, for whoever keeps it. */
  readonly reference: Readonly<Record<string, unknown>>;
  readonly zone: string | undefined;
  readonly locale: string;
}

/** Whoever wrote in this turn; undefined for a guest, and in a group. */
export function recipientOf({ activity, context, sender, view }: Turn): Recipient | undefined {
  if (sender === undefined || isGroup(activity)) return undefined;
  // An activity's own id belongs to that activity; the address may change with each.
  const { activityId, ...reference } = TurnContext.getConversationReference(context.activity);
  return { who: sender, reference, zone: view.zone, locale: view.locale };
}
