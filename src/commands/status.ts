import { command } from './command.ts';
import { layersOf } from './layers.ts';
import { stepsOf } from '../presence/schedule.ts';

export const status = command('status', {
  action: (_command, context) => ({
    kind: 'tell',
    answer: async () => {
      const [read, { state, known, stack }] = await Promise.all([context.presence(), context.recall()]);
      return read.ok
        ? {
            kind: 'status',
            snapshot: read.snapshot,
            personState: state,
            layers: layersOf(state, stack, context.now()),
            next: stepsOf(stack.chained ?? [], state.chain),
            known,
          }
        : { kind: 'statusFailed', failure: read.failure };
    },
  }),
});
