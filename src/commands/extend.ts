import { extendLast, setEndOfLast } from '../presence/extend.ts';
import { command } from './command.ts';
import type { End, Instant } from '../presence/intent.ts';

export const extend = command('extend', {
  action: ({ end, assumed }) => ({
    kind: 'revise',
    did: 'extend',
    requestOf: (state, now, stack) => {
      const to = (endsAt: number) => (end.said === 'duration' ? endsAt + end.seconds * 1000 : end.at);
      const found = extendLast(state, now, to, stack);
      return found.kind === 'extend'
        ? { wanted: found.wanted, assumed }
        : { answer: { kind: 'nothingToExtend', because: found } };
    },
  }),
});

/** Within this time of a change, "2 hours" from then and from now are the same. */
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
