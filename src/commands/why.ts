import { command } from './command.ts';
import { followingOf, layersOf } from './layers.ts';
import { stepsOf } from '../presence/schedule.ts';

export const why = command('why', {
  action: (_command, context) => ({
    kind: 'tell',
    answer: async () => {
      const [reported, { state, known, stack }] = await Promise.all([context.presence(), context.recall()]);
      const layers = layersOf(state, stack, context.now());
      const follows = followingOf(layers, stack);
      const next = stepsOf(stack.chained ?? [], state.chain);
      return { kind: 'why', reported, personState: state, layers, follows, next, reached: known };
    },
  }),
});
