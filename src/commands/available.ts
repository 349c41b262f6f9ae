import { preferCommand } from './pair.ts';

export const available = preferCommand('available', {
  summary: 'Shows you as available, until an end or for a week.',
  examples: ['available', 'available until 5pm', 'free for 2 hours'],
});
