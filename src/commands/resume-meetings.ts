import { isPaused } from '../presence/meeting.ts';
import { command } from './command.ts';
import { recorded } from './recorded.ts';

export const resumeMeetings = command('resumeMeetings', {
  audience: 'sender',
  action: (_command, context) => ({
    kind: 'tell',
    answer: () =>
      recorded(
        context,
        'resumeMeetings',
        async (records, who) => {
          const before = await records.settings(who);
          return { before, after: await records.resume(who) };
        },
        ({ before, after }) => ({
          kind: 'meetings',
          settings: after,
          did: { what: isPaused(before, context.now()) ? 'resumed' : 'notPaused' },
        }),
      ),
  }),
});
