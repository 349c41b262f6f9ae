/** A person is told of a meeting once, whatever is heard of it and by how many processes. */

import type { Guid } from '../presence/intent.ts';
import type { MeetingName, News } from '../presence/meeting.ts';
import type { Attendance, Meeting } from '../store/meetings.ts';
import type { MeetingParts } from './parts.ts';
import type { Held } from './sessions.ts';

export async function tellOfSession(parts: MeetingParts, meeting: Meeting, held: Held): Promise<void> {
  await tellOnce(parts, meeting, held.claim.userId, newsOf(meeting, held));
}

export async function tellOfQuestion(parts: MeetingParts, meeting: Meeting, userId: Guid): Promise<void> {
  await tellOnce(parts, meeting, userId, { kind: 'ask', meeting: nameOf(meeting) });
}

/** What somebody is told of a session that was kept for them. */
export function newsOf(meeting: Meeting, { claim, settlement }: Held): News {
  const name = nameOf(meeting);
  if (settlement?.kind === 'givenUp') return { kind: 'gone', meeting: name, failure: settlement.failure };
  const holder = settlement?.holder;
  const isHidden = holder !== undefined && holder.id !== claim.id;
  return {
    kind: 'set',
    meeting: name,
    pair: claim.pair,
    until: claim.endsAt,
    pending: !isHidden && settlement?.kind !== 'holds',
    ...(isHidden ? { hiddenBy: holder } : {}),
  };
}

/** The cards of those who were told have no use for their buttons any more. */
export function tellOfEnd(
  { tell }: Pick<MeetingParts, 'tell'>,
  meeting: Meeting,
  gone: readonly Attendance[],
): void {
  for (const { userId, told } of gone) if (told) tell(userId, { kind: 'over', meeting: nameOf(meeting) });
}

async function tellOnce({ store, tell }: MeetingParts, meeting: Meeting, userId: Guid, news: News) {
  if (await store.meetings.mark(meeting, userId, 'told')) tell(userId, news);
}

function nameOf({ tenantId, source, meetingId, title }: Meeting): MeetingName {
  return { key: { tenantId, source, meetingId }, ...(title === undefined ? {} : { title }) };
}
