import { command } from './command.ts';
import { followingOf, layersOf } from './layers.ts';

export const why = command('why', {
  deed: (_reading, desk) => ({
    kind: 'tell',
    answer: async () => {
      const [reported, { state, known, stack }] = await Promise.all([desk.presence(), desk.recall()]);
      const layers = layersOf(state, stack, desk.now());
      const follows = followingOf(layers, stack);
      return { kind: 'why', reported, ledger: state, layers, follows, reached: known };
    },
  }),
});
