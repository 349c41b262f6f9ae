import { command } from './command.ts';
import { recorded } from './recorded.ts';

export const meetings = command('meetings', {
  deed: (_reading, desk) => ({
    kind: 'tell',
    answer: () =>
      recorded(
        desk,
        'meetings',
        (records, who) => records.settings(who),
        (settings) => ({ kind: 'meetings', settings }),
      ),
  }),
});
