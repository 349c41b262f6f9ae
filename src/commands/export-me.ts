import type { Answer } from './answer.ts';
import { command } from './command.ts';
import type { CommandContext } from './context.ts';
import { recorded } from './recorded.ts';

export const exportMe = command('exportMe', {
  place: 'ownChat',
  action: (_command, context) => ({
    kind: 'tell',
    answer: () => exportOf(context, context.takesFiles ? { as: 'file' } : { as: 'words' }),
  }),
});

/** Everything that is kept of the sender, at this moment. */
export function exportOf(
  context: CommandContext,
  how: Pick<Extract<Answer, { kind: 'export' }>, 'as' | 'instead'>,
): Promise<Answer> {
  return recorded(
    context,
    'exportMe',
    (records, who) => records.export(who),
    (data) => ({ kind: 'export', data, ...how }),
  );
}
