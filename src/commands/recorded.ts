/** Runs what needs the records, with answers if there are none or the store is out of reach. */

import type { Command } from '../parser/reading.ts';
import type { Sender } from '../presence/intent.ts';
import type { FailureLog, Records } from '../presence/ports.ts';
import type { Answer } from './answer.ts';

/** Somebody's records, undefined where nothing is kept. */
export interface RecordsOf {
  readonly records: Records | undefined;
  readonly who: Sender;
  readonly log: FailureLog;
}

/** Asks the records and gives the answer. By the port's contract, a rejection means that nothing was changed. */
export async function recorded<T>(
  context: RecordsOf,
  wanted: Command['kind'],
  ask: (records: Records, who: Sender) => Promise<T>,
  tell: (found: T) => Answer | Promise<Answer>,
): Promise<Answer> {
  const { records, who } = context;
  if (records === undefined) return { kind: 'notHere', wanted };
  let found: T;
  try {
    found = await ask(records, who);
  } catch (error) {
    logUnreached(error, context);
    return { kind: 'noRecords' };
  }
  return tell(found);
}

/** Notes that the records were out of reach. Never what the error says: it may quote what people wrote. */
export function logUnreached(error: unknown, { log }: Pick<RecordsOf, 'log'>): void {
  log.warn({ error: error instanceof Error ? error.name : typeof error }, 'the records are out of reach');
}
