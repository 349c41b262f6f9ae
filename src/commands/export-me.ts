import { command } from './command.ts';
import { recorded } from './recorded.ts';

export const exportMe = command('exportMe', {
  name: 'export my data',
  summary: 'Shows everything that I keep about you, in our own chat.',
  examples: ['export my data', 'what do you know about me'],
  deed: (_reading, desk) => ({
    kind: 'tell',
    answer: () =>
      recorded(
        desk,
        'exportMe',
        (records, who) => records.export(who),
        (data) => ({ kind: 'export', data }),
      ),
  }),
});
