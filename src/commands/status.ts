import { command } from './command.ts';
import { layersOf } from './layers.ts';

export const status = command('status', {
  deed: (_reading, desk) => ({
    kind: 'tell',
    answer: async () => {
      const [read, { state, known, stack }] = await Promise.all([desk.presence(), desk.recall()]);
      return read.ok
        ? {
            kind: 'status',
            snapshot: read.snapshot,
            ledger: state,
            layers: layersOf(state, stack, desk.now()),
            known,
          }
        : { kind: 'statusFailed', failure: read.failure };
    },
  }),
});
