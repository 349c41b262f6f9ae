/** What rests on what is on record: told where there is none, and where it is out of reach. */

import type { Command } from '../parser/reading.ts';
import type { Sender } from '../presence/intent.ts';
import type { Records } from '../presence/ports.ts';
import type { Answer } from './answer.ts';
import type { CommandContext } from './context.ts';

/** The answer to what the records give; a record that is out of reach has changed nothing. */
export async function recorded<T>(
  { records, who }: Pick<CommandContext, 'records' | 'who'>,
  wanted: Command['kind'],
  ask: (records: Records, who: Sender) => Promise<T>,
  tell: (found: T) => Answer,
): Promise<Answer> {
  if (records === undefined) return { kind: 'notHere', wanted };
  let found: T;
  try {
    found = await ask(records, who);
  } catch {
    // By the port's contract nothing was changed then; who failed is in the log of whoever keeps the records.
    return { kind: 'noRecords' };
  }
  return tell(found);
}
