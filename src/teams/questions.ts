/** The last question that somebody was asked in a chat: what they say next may be its answer. */

import { LRUCache } from 'lru-cache';
import type { Asked } from '../parser/follow-up.ts';
import type { Turn } from './turn.ts';

/** Whoever says nothing for so long means something else. */
const heardMs = 5 * 60_000;
/** So many people's questions are remembered at once, in this process's memory. */
const mostAsked = 2000;

export interface Questions {
  /** The question, which is no question any more: it was answered, or something else was said. */
  readonly take: (turn: Turn) => Asked | undefined;
  readonly put: (turn: Turn, asked: Asked) => void;
}

export function createQuestions(): Questions {
  const open = new LRUCache<string, Asked & { readonly until: number }>({ max: mostAsked });
  return {
    take: (turn) => {
      if (open.size === 0) return undefined;
      const key = keyOf(turn);
      const asked = open.get(key);
      open.delete(key);
      return asked !== undefined && turn.view.now < asked.until ? asked : undefined;
    },
    put: (turn, asked) => {
      open.set(keyOf(turn), { ...asked, until: turn.view.now + heardMs });
    },
  };
}

function keyOf({ sender, activity }: Turn): string {
  return JSON.stringify([sender?.tenantId, sender?.userId, activity.conversation.id]);
}
