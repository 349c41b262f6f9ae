import { preferCommand } from './pair.ts';

export const busy = preferCommand('busy', {
  summary: 'Shows you as busy, until an end or for a day.',
  examples: ['busy 1h', 'busy until 3:15pm', 'busy until tomorrow 9am'],
});
