/**
 * Teams' meeting events. They are sent once, only to bots that are installed in the meeting's chat, and any of their
 * fields may be missing or of another type: what cannot be read is left out, and without a meeting's id there is no event.
 * https://learn.microsoft.com/microsoftteams/platform/apps-in-teams-meetings/meeting-apps-apis#receive-real-time-teams-meeting-events
 */

import * as z from 'zod';
import { guid } from '../presence/intent.ts';
import { clipped } from '../presence/well-formed.ts';
import type { MeetingChat } from '../presence/meeting.ts';
import { instantOf, roleOf, teamsSource, type MeetingEvent, type Participant } from './event.ts';

const kinds = new Map<unknown, MeetingEvent['kind']>([
  ['application/vnd.microsoft.meetingStart', 'started'],
  ['application/vnd.microsoft.meetingParticipantJoin', 'joined'],
  ['application/vnd.microsoft.meetingParticipantLeave', 'left'],
  ['application/vnd.microsoft.meetingEnd', 'ended'],
]);

/** More than any meeting of Teams has; https://learn.microsoft.com/microsoftteams/limits-specifications-teams */
const mostMembers = 1000;
const mostTitle = 256;

const text = z.string().optional().catch(undefined);
const id = z.string().min(1).max(1024).optional().catch(undefined);
const loose = <Shape extends z.ZodRawShape>(shape: Shape) => z.looseObject(shape).optional().catch(undefined);

const activity = z.looseObject({
  type: z.literal('event'),
  name: z.string(),
  timestamp: text,
  serviceUrl: text,
  from: loose({ id, aadObjectId: text, role: text }),
  recipient: loose({ id }),
  conversation: loose({ id }),
  channelData: loose({ meeting: loose({ id }) }),
  value: loose({
    Title: text,
    StartTime: text,
    EndTime: text,
    members: z.array(z.unknown()).catch([]),
  }),
});

const member = z.looseObject({
  user: z.looseObject({ id, aadObjectId: text, tenantId: text, userRole: text }),
  meeting: loose({ inMeeting: z.boolean().optional().catch(undefined), role: text }),
});
type Member = z.infer<typeof member>;

type Activity = z.infer<typeof activity>;

/**
 * The event in an activity that the bot has taken, of that tenant; undefined: it is no meeting event, or does not say
 * of which meeting. Guests, people of other organisations, and bots are left out.
 */
export function teamsEvent(taken: unknown, tenantId: string): MeetingEvent | undefined {
  const read = activity.safeParse(taken).data;
  const kind = kinds.get(read?.name);
  const meetingId = read?.channelData?.meeting?.id;
  if (read === undefined || kind === undefined || meetingId === undefined) return undefined;
  const { value, timestamp } = read;
  const at = instantOf(timestamp) ?? instantOf(kind === 'started' ? value?.StartTime : value?.EndTime);
  const title = clipped(value?.Title ?? '', mostTitle);
  const chat = chatOf(read);
  return {
    kind,
    key: { tenantId, source: teamsSource, meetingId },
    ...(title === '' ? {} : { title }),
    ...(at === undefined ? {} : { at }),
    people: peopleOf(kind, read, tenantId),
    ...(chat === undefined ? {} : { chat }),
  };
}

function chatOf({ conversation, serviceUrl }: Activity): MeetingChat | undefined {
  return conversation?.id === undefined || serviceUrl === undefined
    ? undefined
    : { id: conversation.id, serviceUrl };
}

function peopleOf(kind: MeetingEvent['kind'], read: Activity, tenantId: string): readonly Participant[] {
  const bot = read.recipient?.id;
  switch (kind) {
    case 'started': {
      const starter = read.from?.id === bot ? undefined : guid(read.from?.aadObjectId ?? '');
      return starter === undefined ? [] : [{ userId: starter, role: 'starter' }];
    }
    case 'joined':
    case 'left':
      return (read.value?.members ?? []).slice(0, mostMembers).flatMap((one) => {
        const { data } = member.safeParse(one);
        return data === undefined || (kind === 'joined' && data.meeting?.inMeeting === false)
          ? []
          : participant(data, bot, tenantId);
      });
    case 'ended':
      return [];
  }
}

function participant(
  { user, meeting }: Member,
  bot: string | undefined,
  tenantId: string,
): readonly Participant[] {
  const userId = guid(user.aadObjectId ?? '');
  const isBot =
    (user.id !== undefined && user.id === bot) ||
    user.id?.startsWith('28:') === true ||
    meeting?.role?.toLowerCase() === 'bot';
  const isOutside =
    ['guest', 'anonymous'].includes(user.userRole?.toLowerCase() ?? '') ||
    (user.tenantId !== undefined && user.tenantId.toLowerCase() !== tenantId.toLowerCase());
  if (userId === undefined || isBot || isOutside) return [];
  const role = roleOf(meeting?.role);
  return [{ userId, ...(role === undefined ? {} : { role }) }];
}
