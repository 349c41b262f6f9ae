import { preferCommand } from './pair.ts';

export const away = preferCommand('away', {
  summary: 'Shows you as away.',
  examples: ['away 15 minutes', 'away until tomorrow 9am'],
});
