import { preferCommand } from './pair.ts';

export const offline = preferCommand('offline', {
  summary: 'Shows you as offline.',
  examples: ['offline for the rest of the day', 'appear offline until Monday 8:30'],
});
