import { command } from './command.ts';

export const message = command('message', {
  name: 'message',
  summary: 'Sets your status message, with or without an end.',
  examples: ['message In the lab until 4pm', 'set my status message to Working from home'],
  deed: ({ text, end, otherEnds = [], assumed }) => ({
    kind: 'change',
    did: 'change',
    replaces: ['message'],
    wishing: () => ({ want: { kind: 'message', text, end }, assumed, otherEnds }),
  }),
});
