import { isPaused } from '../presence/meeting.ts';
import { command } from './command.ts';
import { recorded } from './recorded.ts';

export const resumeMeetings = command('resumeMeetings', {
  deed: (_reading, desk) => ({
    kind: 'tell',
    answer: () =>
      recorded(
        desk,
        'resumeMeetings',
        async (records, who) => {
          const before = await records.settings(who);
          return { before, after: await records.resume(who) };
        },
        ({ before, after }) => ({
          kind: 'meetings',
          settings: after,
          did: { what: isPaused(before, desk.now()) ? 'resumed' : 'notPaused' },
        }),
      ),
  }),
});
