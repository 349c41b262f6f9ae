import { openCommand } from './pair.ts';

export const sessionAvailable = openCommand('sessionAvailable', {
  summary: 'An application session of Available. It fades after 5 minutes, as Graph rules.',
  examples: ['session available 1h'],
});
