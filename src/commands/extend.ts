import { extending } from '../presence/person-state.ts';
import { command } from './command.ts';

export const extend = command('extend', {
  name: 'extend',
  summary: 'Lengthens what I set last.',
  examples: ['extend 30m', 'extend until 5pm'],
  deed: ({ end, assumed }) => ({
    kind: 'change',
    did: 'extend',
    // What it lengthens is known only when its turn comes.
    replaces: [],
    wishing: (ledger, now) => {
      const found = extending(ledger, now, (endsAt) =>
        end.said === 'duration' ? endsAt + end.seconds * 1000 : end.at,
      );
      return found.kind === 'extend'
        ? { want: found.want, assumed }
        : { answer: { kind: 'nothingToExtend', because: found } };
    },
  }),
});
