import { command } from './command.ts';

export const message = command('message', {
  action: ({ otherEnds = [], assumed, ...wanted }) => ({
    kind: 'set',
    request: { wanted, assumed, otherEnds },
  }),
});
