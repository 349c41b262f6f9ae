/** A person is notified of a meeting once, however many events it has and however many processes get them. */

import type { Guid } from '../presence/intent.ts';
import type { Meeting, MeetingKey, MeetingName, News } from '../presence/meeting.ts';
import type { OpenedSession } from '../sessions/sessions.ts';
import type { Store } from '../store/store.ts';

export interface NotifyServices {
  readonly store: Pick<Store, 'meetings'>;
  /** Tells a person in private. Neither throws nor waits. */
  readonly tell: (userId: Guid, news: News) => void;
}

/** Notifies each of them, unless they were notified of this meeting before. */
export async function notifyOnce(
  { store, tell }: NotifyServices,
  meeting: MeetingKey,
  all: readonly { readonly userId: Guid; readonly news: News }[],
): Promise<void> {
  const first = await store.meetings.setFlag(
    meeting,
    all.map(({ userId }) => userId),
    'notified',
  );
  for (const { userId, news } of all) if (first.has(userId)) tell(userId, news);
}

/** What somebody is told of a session that was opened for them. */
export function newsOf(meeting: Meeting, { claim, status }: OpenedSession): News {
  const name = nameOf(meeting);
  if (status?.kind === 'givenUp') return { kind: 'gone', meeting: name, failure: status.failure };
  const holder = status?.kind === 'empty' ? undefined : status?.holder;
  const isHidden = holder !== undefined && holder.id !== claim.id;
  return {
    kind: 'set',
    meeting: name,
    pair: claim.pair,
    until: claim.endsAt,
    pending: !isHidden && status?.kind !== 'holds',
    ...(isHidden ? { hiddenBy: holder } : {}),
  };
}

/** The meeting as people are told of it. */
export function nameOf({ tenantId, source, meetingId, title }: Meeting): MeetingName {
  return { key: { tenantId, source, meetingId }, ...(title === undefined ? {} : { title }) };
}
