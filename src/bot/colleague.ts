/** A colleague's presence, by mention: only read, and only of people of this conversation. */

import type { TurnContext } from 'botbuilder';
import type { Guid } from '../presence/intent.ts';
import type { ReadPresence } from '../presence/ports.ts';
import type { Saying } from '../replies/saying.ts';
import type { Other } from './mentions.ts';
import { personCalled } from './people.ts';

/** What Microsoft reports of whoever is mentioned. */
export async function colleagueNamed(
  other: Other,
  context: TurnContext,
  read: (userId: Guid) => ReturnType<ReadPresence>,
): Promise<Saying> {
  const found = await personCalled(context, other.id).catch(() => 'untold' as const);
  if (found === 'untold') return { kind: 'rosterFailed' };
  if (found === 'hidden') return { kind: 'noRoster' };
  const name = found?.name ?? (other.name || 'that person');
  if (found === undefined) return { kind: 'colleagueUnknown', name };
  const result = await read(found.userId);
  return result.ok
    ? { kind: 'colleague', name, snapshot: result.snapshot }
    : { kind: 'colleagueFailed', name, failure: result.failure };
}
