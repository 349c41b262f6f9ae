import type { Answer } from './answer.ts';
import { command } from './command.ts';
import type { Desk } from './desk.ts';
import { recorded } from './recorded.ts';

export const exportMe = command('exportMe', {
  name: 'export my data',
  summary: 'Gives you everything that I keep about you, as a file or in our own chat.',
  examples: ['export my data', 'what do you know about me'],
  deed: (_reading, desk) => ({
    kind: 'tell',
    answer: () => exportOf(desk, desk.takesFiles ? { as: 'file' } : { as: 'words' }),
  }),
});

/** Everything that is kept of whoever is at the desk, at this moment. */
export function exportOf(
  desk: Desk,
  how: Pick<Extract<Answer, { kind: 'export' }>, 'as' | 'instead'>,
): Promise<Answer> {
  return recorded(
    desk,
    'exportMe',
    (records, who) => records.export(who),
    (data) => ({ kind: 'export', data, ...how }),
  );
}
