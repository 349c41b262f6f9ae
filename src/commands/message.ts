import { command } from './command.ts';

export const message = command('message', {
  action: ({ text, end, otherEnds = [], assumed }) => ({
    kind: 'change',
    did: 'change',
    replaces: ['message'],
    requestOf: () => ({ wanted: { kind: 'message', text, end }, assumed, otherEnds }),
  }),
});
