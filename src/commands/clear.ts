import { command } from './command.ts';

export const clear = command('clear', {
  action: (wanted) => ({ kind: 'set', request: { wanted, assumed: [] } }),
});
