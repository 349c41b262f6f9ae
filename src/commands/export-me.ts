import type { Answer } from './answer.ts';
import { command } from './command.ts';
import type { Desk } from './desk.ts';
import { recorded } from './recorded.ts';

export const exportMe = command('exportMe', {
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
