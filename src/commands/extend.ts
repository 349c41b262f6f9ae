import { extending } from '../presence/extend.ts';
import { command } from './command.ts';

export const extend = command('extend', {
  deed: ({ end, assumed }) => ({
    kind: 'change',
    did: 'extend',
    // What it lengthens is known only when its turn comes.
    replaces: [],
    wishing: (ledger, now, stack) => {
      const to = (endsAt: number) => (end.said === 'duration' ? endsAt + end.seconds * 1000 : end.at);
      const found = extending(ledger, now, to, stack);
      return found.kind === 'extend'
        ? { want: found.want, assumed }
        : { answer: { kind: 'nothingToExtend', because: found } };
    },
  }),
});
