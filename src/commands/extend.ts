import { extendLast } from '../presence/extend.ts';
import { command } from './command.ts';

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
