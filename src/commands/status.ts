import { command } from './command.ts';

export const status = command('status', {
  name: 'status',
  summary: 'Reads your presence back from Microsoft and explains it.',
  examples: ['status', 'what is my current status'],
  deed: (_reading, desk) => ({
    kind: 'tell',
    answer: async () => {
      const read = await desk.presence();
      return read.ok
        ? { kind: 'status', snapshot: read.snapshot, ledger: desk.ledger() }
        : { kind: 'statusFailed', failure: read.failure };
    },
  }),
});
