import { extending } from '../presence/extend.ts';
import { command } from './command.ts';

export const extend = command('extend', {
  action: ({ end, assumed }) => ({
    kind: 'change',
    did: 'extend',
    // What it lengthens is known only when its turn comes.
    replaces: [],
    requestOf: (personState, now, stack) => {
      const to = (endsAt: number) => (end.said === 'duration' ? endsAt + end.seconds * 1000 : end.at);
      const found = extending(personState, now, to, stack);
      return found.kind === 'extend'
        ? { wanted: found.wanted, assumed }
        : { answer: { kind: 'nothingToExtend', because: found } };
    },
  }),
});
