/** Which sentences may be offered beside a question: none that would be refused, or that loses what was said. */

import { guid, type Instant, type Want } from '../../presence/intent.ts';
import { validate } from '../../presence/validate.ts';
import type { Extracted } from './extracted.ts';
import type { Command } from '../reading.ts';
import { messageText } from './suggest.ts';

const nobody = guid('00000000-0000-0000-0000-000000000000');
/** A session may last a day, since it is renewed. */
const maxSessionSeconds = 86_400;

/** Whether the judge would let that command through. */
export function isPossible(command: Command, now: Instant): boolean {
  const want = wantOf(command);
  if (want === undefined || nobody === undefined) return true;
  const who = { userId: nobody, tenantId: nobody, account: '' };
  return validate({ who, door: 'chat', want, assumed: [] }, { sessionId: nobody, maxSessionSeconds }, now).ok;
}

function wantOf(command: Command): Want | undefined {
  const sets = command.kind === 'prefer' || command.kind === 'open' || command.kind === 'message';
  return sets ? command : undefined;
}

/** Whether a command has the end and the message that the sentence had; "clear" has neither. */
export function keeps(command: Command, extracted: Extracted | undefined): boolean {
  if (extracted === undefined) return true;
  const timed = extracted.ends.length + extracted.starts.length > 0;
  const [message] = extracted.messages;
  const text = message === undefined ? '' : messageText(message.text);
  if (command.kind === 'clear') return !timed;
  if (command.kind !== 'prefer' && command.kind !== 'open' && command.kind !== 'message') return true;
  const sameText = text === '' || command.kind === 'message' || command.message === text;
  return sameText && (!timed || command.end.said !== 'nothing');
}
