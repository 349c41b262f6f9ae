/** The one road to Graph for what people ask. */

import type { Apply, PersonStates, Write } from '../presence/ports.ts';

/** Changes that touch the session go through `session`, which keeps them; all others wait for no store. */
export function createWrite(
  apply: Apply,
  personStates: Pick<PersonStates, 'record'>,
  session: Write | undefined,
): Write {
  return async (change, did, stop) =>
    session !== undefined && change.steps.some(({ slot }) => slot === 'session')
      ? session(change, did, stop)
      : personStates.record({ outcome: await apply(change, stop), did, kept: true });
}
