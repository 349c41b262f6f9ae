/** Greets a conversation that the bot was just added to. */

import { LRUCache } from 'lru-cache';
import type { Envelope } from './envelope.ts';

/** So many conversations are remembered as greeted. */
const greetedLimit = 10_000;

/** Whether an activity is answered with hello; asking remembers it. */
export type Greeting = (activity: Envelope) => boolean;

/** An installation sends two activities, in either order: the first of them is greeted. */
export function createGreeting(): Greeting {
  const greeted = new LRUCache<string, true>({ max: greetedLimit });
  return (activity) => {
    const { id } = activity.conversation;
    // After a reinstallation people are greeted again.
    if (activity.type === 'installationUpdate' && activity.action === 'remove') greeted.delete(id);
    if (!isArrival(activity) || greeted.has(id)) return false;
    greeted.set(id, true);
    return true;
  };
}

/** Whether the bot has come into the conversation. */
function isArrival({ type, action, membersAdded, recipient }: Envelope): boolean {
  if (type === 'installationUpdate') return action === 'add';
  return type === 'conversationUpdate' && membersAdded?.some(({ id }) => id === recipient?.id) === true;
}
