import { openCommand } from './pair.ts';

export const sessionAvailable = openCommand('sessionAvailable', {
  summary:
    'An application session of Available. I repeat it while it lasts, since Graph fades it after 5 minutes.',
  examples: ['session available 1h'],
});
