import type { End, Instant } from '../presence/intent.ts';
import { setEndOfLast } from '../presence/extend.ts';
import { command } from './command.ts';

/** So soon after a change, "2 hours" from then and from now are the same. */
const soonMs = 5 * 60_000;

export const changeEnd = command('changeEnd', {
  action: ({ end, otherEnds = [], assumed }) => ({
    kind: 'revise',
    did: 'extend',
    requestOf: (state, now, stack) => {
      const found = setEndOfLast(state, now, instantOf(end, now), stack);
      if (found.kind === 'none') return { answer: { kind: 'nothingToExtend', because: found } };
      const { wanted, since } = found;
      // A length may have been meant from the beginning.
      const fromThen = end.said === 'duration' && now - since > soonMs ? [instantOf(end, since)] : [];
      return { wanted, assumed, otherEnds: [...otherEnds, ...fromThen] };
    },
  }),
});

function instantOf(end: Exclude<End, { said: 'nothing' }>, from: Instant): Instant {
  return end.said === 'instant' ? end.at : from + end.seconds * 1000;
}
