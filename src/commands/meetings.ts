import { command } from './command.ts';
import { recorded } from './recorded.ts';

export const meetings = command('meetings', {
  action: (_reading, context) => ({
    kind: 'tell',
    answer: () =>
      recorded(
        context,
        'meetings',
        (records, who) => records.settings(who),
        (settings) => ({ kind: 'meetings', settings }),
      ),
  }),
});
