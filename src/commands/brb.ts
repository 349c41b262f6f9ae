import { preferCommand } from './pair.ts';

export const brb = preferCommand('beRightBack', {
  summary: 'Shows you as being right back.',
  examples: ['brb', 'brb 10', 'back in 10 minutes'],
});
