import { command } from './command.ts';

export const clear = command('clear', {
  deed: ({ slots }) => ({
    kind: 'change',
    did: 'change',
    replaces: slots,
    wishing: () => ({ want: { kind: 'clear', slots }, assumed: [] }),
  }),
});
