/** The commands of the eleven pairs: one offer for each row of the table of pairs. */

import { pairs, type Slot } from '../presence/pairs.ts';
import { offerOf, type CommandEntry, type Offer } from './command.ts';

const offersIn = (slot: Slot): readonly Offer[] =>
  pairs.filter((pair) => pair.slot === slot).map(({ id }) => offerOf(id));

/** Sets a preferred presence. */
export const prefer: CommandEntry<'prefer'> = {
  offers: offersIn('preferred'),
  audience: 'everybody',
  action: ({ otherEnds = [], assumed, ...wanted }) => ({
    kind: 'set',
    request: { wanted, assumed, otherEnds },
  }),
};

/** Opens a session. */
export const open: CommandEntry<'open'> = {
  offers: offersIn('session'),
  audience: 'everybody',
  action: ({ otherEnds = [], assumed, ...wanted }) => ({
    kind: 'set',
    request: { wanted, assumed, otherEnds },
  }),
};
