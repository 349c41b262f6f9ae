/** The eleven pair commands differ in their words alone. */

import { pairOf, type PreferredId, type SessionPairId, type Slot } from '../presence/pairs.ts';
import { command, type Command } from './command.ts';

type Words = Pick<Command, 'summary' | 'examples'>;

/** The command that asks for that preferred presence. */
export function preferCommand(status: PreferredId, words: Words) {
  return command('prefer', {
    name: pairOf(status).word,
    ...words,
    deed: ({ end, otherEnds = [], message, assumed }) => ({
      kind: 'change',
      did: 'change',
      replaces: withMessage('preferred', message),
      wishing: () => ({ want: { kind: 'prefer', status, end, ...optional(message) }, assumed, otherEnds }),
    }),
  });
}

/** The command that opens that session. */
export function openCommand(session: SessionPairId, words: Words) {
  return command('open', {
    name: pairOf(session).word,
    ...words,
    deed: ({ end, otherEnds = [], message, assumed }) => ({
      kind: 'change',
      did: 'change',
      replaces: withMessage('session', message),
      wishing: () => ({ want: { kind: 'open', session, end, ...optional(message) }, assumed, otherEnds }),
    }),
  });
}

function withMessage(slot: Slot, message: string | undefined): readonly Slot[] {
  return message === undefined ? [slot] : [slot, 'message'];
}

function optional(message: string | undefined) {
  return message === undefined ? {} : { message };
}
