import { command } from './command.ts';
import { recorded } from './recorded.ts';

export const meetings = command('meetings', {
  name: 'meetings',
  summary: 'Shows what meetings mean for your presence, to be changed. Off until you turn it on.',
  examples: ['meetings'],
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
