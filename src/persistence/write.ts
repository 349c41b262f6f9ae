/** The one road to Graph for what people ask. */

import type { Apply, PersonStates, Write } from '../presence/ports.ts';
import type { WatchedChanges } from '../visibility/watched-changes.ts';

/**
 * Changes that touch the session go through `session`, which keeps them; all others wait for no store. `changed` is told
 * of each afterwards.
 */
export function createWrite(
  apply: Apply,
  personStates: Pick<PersonStates, 'record'>,
  session: Write | undefined,
  changed?: WatchedChanges['changed'],
): Write {
  const write: Write = async (change, did, stop) =>
    session !== undefined && change.steps.some(({ slot }) => slot === 'session')
      ? session(change, did, stop)
      : personStates.record({ outcome: await apply(change, stop), did, kept: true });
  return async (change, did, stop) => {
    const receipt = await write(change, did, stop);
    if (receipt !== 'notKept') changed?.(change, receipt);
    return receipt;
  };
}
