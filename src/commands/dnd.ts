import { preferCommand } from './pair.ts';

export const dnd = preferCommand('doNotDisturb', {
  summary: 'Do not disturb, until an end or for a day.',
  examples: [
    'dnd 2h',
    'dnd until 3pm',
    'do not disturb for an hour and a half',
    'dnd until 3pm "writing the Q3 report"',
  ],
});
