/** A person is told of a meeting once, whatever is heard of it and by how many processes. */

import type { Guid } from '../presence/intent.ts';
import type { Attendance, Meeting, MeetingName, News } from '../presence/meeting.ts';
import type { Store } from '../store/store.ts';
import type { Held } from './sessions.ts';

export interface NotifyServices {
  readonly store: Pick<Store, 'meetings'>;
  /** Tells a person in private. Neither throws nor waits. */
  readonly tell: (userId: Guid, news: News) => void;
}

export async function tellOfSession(services: NotifyServices, meeting: Meeting, held: Held): Promise<void> {
  await tellOnce(services, meeting, held.claim.userId, newsOf(meeting, held));
}

export async function tellOfQuestion(
  services: NotifyServices,
  meeting: Meeting,
  userId: Guid,
): Promise<void> {
  await tellOnce(services, meeting, userId, { kind: 'ask', meeting: nameOf(meeting) });
}

/** The cards of those who were told have no use for their buttons any more. */
export function tellOfEnd({ tell }: NotifyServices, meeting: Meeting, gone: readonly Attendance[]): void {
  for (const { userId, told } of gone) if (told) tell(userId, { kind: 'over', meeting: nameOf(meeting) });
}

/** What somebody is told of a session that was opened for them. */
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

async function tellOnce({ store, tell }: NotifyServices, meeting: Meeting, userId: Guid, news: News) {
  if (await store.meetings.mark(meeting, userId, 'told')) tell(userId, news);
}

function nameOf({ tenantId, source, meetingId, title }: Meeting): MeetingName {
  return { key: { tenantId, source, meetingId }, ...(title === undefined ? {} : { title }) };
}
