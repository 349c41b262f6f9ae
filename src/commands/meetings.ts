import { command } from './command.ts';
import { recorded } from './recorded.ts';

export const meetings = command('meetings', {
  audience: 'sender',
  action: (_command, context) => ({
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
