/** The presence of everybody in a chat but the one who asks, as far as they may see it. */

import type { Services } from '../commands/context.ts';
import type { Everybody } from '../commands/others.ts';
import type { Guid, Sender } from '../presence/intent.ts';
import type { Snapshot } from '../presence/ports.ts';
import { isGroup } from './activity-context.ts';
import { rosterFailure, type Place, type Roster } from './roster.ts';

/** Five calls to Graph. In a larger team, nobody would read the answer. */
const mostPeople = 3250;

interface EverybodyParts {
  readonly roster: Roster;
  readonly services: Pick<Services, 'readMany' | 'readsOthers'>;
}

/** Reads them in as few calls as Graph allows. Never rejects. */
export async function everybodyIn(
  place: Place,
  sender: Sender,
  { roster, services }: EverybodyParts,
): Promise<Everybody> {
  if (!isGroup(place.activity)) return { ok: false, why: 'ownChat' };
  if (!services.readsOthers) return { ok: false, why: 'ownOnly' };
  const members = await roster(place).catch(rosterFailure);
  if (typeof members === 'string') return { ok: false, why: members };
  const people = members.people.filter(({ userId, guest }) => !guest && userId !== sender.userId);
  if (people.length > mostPeople) return { ok: false, why: 'tooMany', most: mostPeople };
  const read =
    people.length === 0
      ? ({ ok: true, snapshots: new Map<Guid, Snapshot>() } as const)
      : await services.readMany(
          sender,
          people.map(({ userId }) => userId),
        );
  if (!read.ok) return { ok: false, why: 'notRead', failure: read.failure };
  return {
    ok: true,
    people: people.map(({ userId, name }) => ({ name, snapshot: read.snapshots.get(userId) })),
    guests: members.guests + members.people.filter(({ guest }) => guest).length,
  };
}
