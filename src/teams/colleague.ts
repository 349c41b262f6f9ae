/** A colleague's presence, by mention: only read, and only of people of this conversation. */

import { say } from '../locales/say.ts';
import type { Guid } from '../presence/intent.ts';
import type { ReadPresence } from '../presence/ports.ts';
import type { ReplyContent } from '../replies/reply-content.ts';
import type { Other } from './mentions.ts';
import { personCalled } from './roster.ts';
import type { Turn } from './turn.ts';

/** What Microsoft reports of whoever is mentioned. */
export async function colleagueNamed(
  other: Other,
  { conversation, view }: Turn,
  read: (userId: Guid) => ReturnType<ReadPresence>,
): Promise<ReplyContent> {
  const found = await personCalled(conversation, other.id).catch(() => 'untold' as const);
  if (found === 'untold') return { kind: 'rosterFailed' };
  if (found === 'hidden') return { kind: 'noRoster' };
  const name = found?.name ?? (other.name || say(view, 'found.thatPerson'));
  if (found === undefined) return { kind: 'colleagueUnknown', name };
  const result = await read(found.userId);
  return result.ok
    ? { kind: 'colleague', name, snapshot: result.snapshot }
    : { kind: 'colleagueFailed', name, failure: result.failure };
}
