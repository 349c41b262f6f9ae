/** The last question that a person was asked in a chat: their next message may answer it. */

import { LRUCache } from 'lru-cache';
import type { Asked } from '../parser/follow-up.ts';
import type { Turn } from './turn.ts';

/** After that a message is no longer taken for an answer. */
const heardMs = 5 * 60_000;
/** Open questions kept in this process's memory. */
const mostAsked = 2000;

export interface Questions {
  /** Gets the open question and removes it. */
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
