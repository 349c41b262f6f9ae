/** What a sentence offered beside a question loses of the one that was asked about, told from the words alone. */

import { isCommand, read } from '../../src/parser/read.ts';
import type { ReadContext, Reading } from '../../src/parser/reading.ts';
import { guid, type WantedPresence } from '../../src/presence/intent.ts';
import { validate } from '../../src/presence/validate.ts';

const id = guid('22553876-f5ab-4529-bffb-cfe50aa89f87');
const length = /\b\d+ ?(?:h|hrs?|hours?|m|mins?|minutes?|days?|weeks?)\b/i;
const quoted = /"([^"<>]+)"/;

/** What is wrong with that suggestion; undefined if nothing is. */
export function lossOf(text: string, suggestion: string, context: ReadContext): string | undefined {
  const again = read(suggestion, context);
  if (!isCommand(again)) return `reads as ${JSON.stringify(again)}`;
  const want = wantOf(again);
  if (want === undefined || id === undefined) return undefined;
  const who = { userId: id, tenantId: id, account: 'a' };
  const judged = validate({ who, door: 'chat', wanted: want, assumed: [] }, { sessionId: id, maxSessionSeconds: 86_400 }, context.now); // prettier-ignore
  if (!judged.ok) return `is refused: ${judged.problem.code}`;
  if (want.kind !== 'prefer' && want.kind !== 'open') return undefined;
  const said = length.exec(text)?.[0];
  // An unquoted message may hold everything.
  const within = (part: string) => want.message?.includes(part) === true;
  if (said !== undefined && want.end.said === 'nothing' && !within(said)) return 'loses the length';
  const note = quoted.exec(text)?.[1]?.trim();
  const notes = text.split('"').length === 3 && note !== undefined && note !== '';
  return notes && !within(note) ? 'loses the message' : undefined;
}

function wantOf(reading: Reading): WantedPresence | undefined {
  return reading.kind === 'prefer' || reading.kind === 'open' || reading.kind === 'message'
    ? reading
    : undefined;
}
