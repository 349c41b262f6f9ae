import { command } from './command.ts';

export const message = command('message', {
  deed: ({ text, end, otherEnds = [], assumed }) => ({
    kind: 'change',
    did: 'change',
    replaces: ['message'],
    wishing: () => ({ want: { kind: 'message', text, end }, assumed, otherEnds }),
  }),
});
