import { command } from './command.ts';

export const clear = command('clear', {
  name: 'clear',
  summary:
    'Takes back what was set: `clear` status and session, `clear session`, `clear message`, `clear everything`.',
  examples: ['clear', 'clear session', 'clear message', 'clear everything'],
  deed: ({ slots }) => ({
    kind: 'change',
    did: 'change',
    replaces: slots,
    wishing: () => ({ want: { kind: 'clear', slots }, assumed: [] }),
  }),
});
