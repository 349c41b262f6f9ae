/** Who of this chat is free, busy or away, or in the office: only read, and of no more than Microsoft tells the asker. */

import type { WhoIsAsked } from '../parser/reading.ts';
import type { Snapshot } from '../presence/ports.ts';
import { command } from './command.ts';

/** Availabilities in lower case: Graph's values are open sets, in any casing. */
const availabilities: Readonly<Record<Exclude<WhoIsAsked, 'office' | 'remote'>, readonly string[]>> = {
  free: ['available', 'availableidle'],
  busy: ['busy', 'busyidle', 'donotdisturb'],
  away: ['away', 'berightback', 'availableinactive'],
};

function isSo(asked: WhoIsAsked, { availability, workLocation }: Snapshot): boolean {
  return asked === 'office' || asked === 'remote'
    ? workLocation?.place === asked
    : availabilities[asked].includes(availability.toLowerCase());
}

export const whoIs = command('whoIs', {
  action: ({ asked }, context) => ({
    kind: 'tell',
    answer: async () => {
      const here = await context.everybody();
      if (!here.ok) return { kind: 'whoIsFailed', because: here };
      const { people, guests } = here;
      const told = people.flatMap(({ name, snapshot }) =>
        snapshot === undefined ? [] : [{ name, snapshot }],
      );
      return {
        kind: 'whoIs',
        asked,
        found: told.filter(({ snapshot }) => isSo(asked, snapshot)),
        among: people.length,
        untold: people.length - told.length,
        guests,
      };
    },
  }),
});
