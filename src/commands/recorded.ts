/** What needs the records: the answer where there are none, and where they are out of reach. */

import type { Command } from '../parser/reading.ts';
import type { Sender } from '../presence/intent.ts';
import type { Records } from '../presence/ports.ts';
import type { Answer } from './answer.ts';
import type { CommandContext } from './context.ts';

/** The answer to what the records give. By the port's contract, records that are out of reach have changed nothing. */
export async function recorded<T>(
  context: Pick<CommandContext, 'records' | 'who' | 'log'>,
  wanted: Command['kind'],
  ask: (records: Records, who: Sender) => Promise<T>,
  tell: (found: T) => Answer,
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
export function logUnreached(error: unknown, { log }: Pick<CommandContext, 'log'>): void {
  log.warn({ error: error instanceof Error ? error.name : typeof error }, 'the records are out of reach');
}
