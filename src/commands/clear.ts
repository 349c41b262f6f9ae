import { command } from './command.ts';

export const clear = command('clear', {
  action: ({ slots }) => ({
    kind: 'change',
    did: 'change',
    replaces: slots,
    requestOf: () => ({ wanted: { kind: 'clear', slots }, assumed: [] }),
  }),
});
