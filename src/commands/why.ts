import { command } from './command.ts';
import { followingOf, layersOf } from './layers.ts';

export const why = command('why', {
  name: 'why',
  summary: 'Tells everything of mine that decides your presence: who set it, until when, and what follows.',
  examples: ['why', 'why am I busy'],
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
