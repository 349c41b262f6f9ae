import type { Stack } from '../presence/meeting.ts';
import { command } from './command.ts';
import type { Desk } from './desk.ts';
import { followingOf, layersOf } from './layers.ts';

export const why = command('why', {
  name: 'why',
  summary: 'Tells everything of mine that decides your presence: who set it, until when, and what follows.',
  examples: ['why', 'why am I busy'],
  deed: (_reading, desk) => ({
    kind: 'tell',
    answer: async () => {
      const [reported, ledger, stack] = await Promise.all([desk.presence(), desk.recall(), stackOf(desk)]);
      const layers = layersOf(ledger, stack ?? noStack, desk.now());
      const follows = followingOf(layers, stack ?? noStack);
      return { kind: 'why', reported, ledger, layers, follows, reached: stack !== undefined };
    },
  }),
});

const noStack: Stack = { layers: [] };

/** What is on record of the session; undefined: that is out of reach. Without records this process knows it all. */
async function stackOf({ records, who }: Desk): Promise<Stack | undefined> {
  return records === undefined ? noStack : records.stack(who).catch(() => undefined);
}
