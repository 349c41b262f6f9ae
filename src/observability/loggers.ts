/** The lines that the operator reads: the log, and the audit of changes. */

import { pino, type DestinationStream, type Logger } from 'pino';
import { openStandardOutput } from './standard-output.ts';

/** Both write to standard output, or to `to`. */
export function createLogs(
  level: string,
  to: DestinationStream = openStandardOutput(),
): { readonly log: Logger; readonly audit: Logger } {
  return {
    log: pino({ level }, to),
    // What was changed is on record however little else is logged.
    audit: pino({ level: level === 'silent' ? 'silent' : 'info' }, to),
  };
}
