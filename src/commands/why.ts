import { command } from './command.ts';
import { followingOf, layersOf } from './layers.ts';

export const why = command('why', {
  action: (_command, context) => ({
    kind: 'tell',
    answer: async () => {
      const [reported, { state, known, stack }] = await Promise.all([context.presence(), context.recall()]);
      const layers = layersOf(state, stack, context.now());
      const follows = followingOf(layers, stack);
      return { kind: 'why', reported, personState: state, layers, follows, reached: known };
    },
  }),
});
