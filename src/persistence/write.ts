/** The one road to Graph for what people ask. */

import type { Guid } from '../presence/intent.ts';
import type { Apply, PersonStates, Write } from '../presence/ports.ts';
import type { WatchedChanges } from '../visibility/watched-changes.ts';

interface WriteParts {
  /** Sends and keeps what touches the session; undefined: nothing outlives the process. */
  readonly session?: Write | undefined;
  /** Looks up what the receipt has to say more of, for the few whom that concerns; Graph is asked meanwhile. */
  readonly prepare?: ((userId: Guid) => Promise<unknown> | undefined) | undefined;
  /** Told of each change afterwards. */
  readonly changed?: WatchedChanges['changed'] | undefined;
}

/** Changes that touch the session go through `session`, which keeps them; all others wait for no store. */
export function createWrite(
  apply: Apply,
  personStates: Pick<PersonStates, 'record'>,
  { session, prepare, changed }: WriteParts = {},
): Write {
  const write: Write = async (change, did, stop) => {
    const prepared = prepare?.(change.who.userId);
    if (session !== undefined && change.steps.some(({ slot }) => slot === 'session')) {
      await prepared;
      return session(change, did, stop);
    }
    const outcome = await apply(change, stop);
    await prepared;
    return personStates.record({ outcome, did, kept: true });
  };
  return async (change, did, stop) => {
    const receipt = await write(change, did, stop);
    if (receipt !== 'notKept') changed?.(change, receipt);
    return receipt;
  };
}
