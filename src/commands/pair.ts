/** The eleven pair commands: six statuses to prefer and five sessions to open. */

import type { Slot } from '../presence/pairs.ts';
import { command } from './command.ts';

/** Asks for a preferred presence. */
export const prefer = command('prefer', {
  action: ({ status, end, otherEnds = [], message, assumed }) => ({
    kind: 'change',
    did: 'change',
    replaces: withMessage('preferred', message),
    requestOf: () => ({ wanted: { kind: 'prefer', status, end, ...optional(message) }, assumed, otherEnds }),
  }),
});

/** Opens a session. */
export const open = command('open', {
  action: ({ session, end, otherEnds = [], message, assumed }) => ({
    kind: 'change',
    did: 'change',
    replaces: withMessage('session', message),
    requestOf: () => ({ wanted: { kind: 'open', session, end, ...optional(message) }, assumed, otherEnds }),
  }),
});

function withMessage(slot: Slot, message: string | undefined): readonly Slot[] {
  return message === undefined ? [slot] : [slot, 'message'];
}

function optional(message: string | undefined) {
  return message === undefined ? {} : { message };
}
