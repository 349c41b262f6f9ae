import { openCommand } from './pair.ts';

export const sessionAway = openCommand('sessionAway', {
  summary: 'An application session of Away. Teams itself usually outranks it.',
  examples: ['session away 30m'],
});
