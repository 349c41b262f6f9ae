/** What a meeting wants of somebody's session slot, judged like every other wish. Pure. */

import { guid, type Instant, type Intent, type Sender } from '../presence/intent.ts';
import type { SessionPairId } from '../presence/pairs.ts';
import { validate } from '../presence/validate.ts';
import type { Meeting } from '../store/meetings.ts';
import type { Person } from '../store/people.ts';
import { claimSourceOf, teamsSource } from './event.ts';
import type { MeetingParts } from './parts.ts';
import type { Wanted } from './sessions.ts';

/**
 * The claim, for an hour or as long as the meeting is to last; none where the validator refuses it, as where less is
 * left of the meeting than Graph takes.
 */
export function wantedFor(
  { policy, presence }: Pick<MeetingParts, 'policy' | 'presence'>,
  meeting: Meeting,
  person: Person,
  session: SessionPairId,
  now: Instant,
): readonly Wanted[] {
  const who = senderOf(person);
  if (who === undefined) return [];
  const intent: Intent = {
    who,
    door: meeting.source === teamsSource ? 'meeting' : 'hook',
    want: {
      kind: 'open',
      session,
      end: { said: 'instant', at: endOf(meeting, now + policy.leaseMs, now) },
    },
    assumed: [],
  };
  const judged = validate(intent, presence, now);
  if (!judged.ok) return [];
  return judged.value.steps.flatMap(({ holding }) =>
    holding?.slot === 'session'
      ? [
          {
            userId: who.userId,
            tenantId: who.tenantId,
            source: claimSourceOf(meeting),
            pair: holding.pair,
            endsAt: holding.endsAt,
          },
        ]
      : [],
  );
}

/** In whole seconds from now, as they are judged, and not beyond the meeting. */
function endOf({ endsAt }: Meeting, leaseEnd: Instant, now: Instant): Instant {
  const end = Math.min(leaseEnd, endsAt ?? Infinity);
  return now + Math.floor((end - now) / 1000) * 1000;
}

/**
 * The person as a sender. Whose own id in Teams is not known has no sign-in of theirs under it, which whoever sends for
 * them finds out; nothing else is asked of it.
 */
function senderOf({ userId, tenantId, accountId }: Person): Sender | undefined {
  const tenant = guid(tenantId);
  return tenant === undefined ? undefined : { userId, tenantId: tenant, account: accountId ?? '' };
}
