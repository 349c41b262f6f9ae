/** Teams activities for tests: the recorded shapes in test/fixtures/activities, and builders for new ones. */

import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';

/** A JSON object as it travels: unchecked on purpose, since tests send wrong ones too. */
export type Activity = Record<string, unknown>;

export interface Person {
  readonly id: string;
  readonly name: string;
  /** Absent for a guest or an anonymous participant. */
  readonly aadObjectId?: string;
}

export const TENANT_ID = '11111111-1111-4111-8111-111111111111';
export const BOT_ID = '22222222-2222-4222-8222-222222222222';
export const BOT = { id: `28:${BOT_ID}`, name: 'Presence' } as const satisfies Person;

/** The people of the fixtures: all invented. */
export const AVERY = person('avery-quill', 'Avery Quill', '33333333-3333-4333-8333-333333333333');
export const BRUNO = person('bruno-salt', 'Bruno Salt', '33333333-3333-4333-8333-333333333301');
export const CHIARA = person('chiara-fenwick', 'Chiara Fenwick', '33333333-3333-4333-8333-333333333302');
export const DMITRI = person('dmitri-vale', 'Dmitri Vale', '33333333-3333-4333-8333-333333333303');
export const ESI = person('esi-okoro', 'Esi Okoro', '33333333-3333-4333-8333-333333333304');
/** Somebody of no tenant: no aadObjectId. */
export const GUEST: Person = { id: '29:1-guest', name: 'Gale (Guest)' };

/** How many fixtures there are of each kind; a kind is the type and what tells activities of one type apart. */
export const KINDS: Readonly<Record<string, number>> = {
  'conversationUpdate channelCreated': 1,
  'conversationUpdate channelDeleted': 1,
  'conversationUpdate channelRenamed': 1,
  'conversationUpdate channelRestored': 1,
  'conversationUpdate membersAdded': 4,
  'conversationUpdate teamArchived': 1,
  'conversationUpdate teamDeleted': 1,
  'conversationUpdate teamMemberAdded': 2,
  'conversationUpdate teamMemberRemoved': 1,
  'conversationUpdate teamRenamed': 1,
  'conversationUpdate teamUnarchived': 1,
  'conversationUpdate teamrestored': 1,
  'event application/vnd.microsoft.meetingEnd': 1,
  'event application/vnd.microsoft.meetingParticipantJoin': 2,
  'event application/vnd.microsoft.meetingParticipantLeave': 1,
  'event application/vnd.microsoft.meetingStart': 2,
  'event application/vnd.microsoft.readReceipt': 1,
  'installationUpdate add': 4,
  'installationUpdate add-upgrade': 1,
  'installationUpdate remove': 1,
  'installationUpdate remove-upgrade': 1,
  invoke: 1,
  'invoke adaptiveCard/action': 4,
  'invoke composeExtension/anonymousQueryLink': 1,
  'invoke composeExtension/fetchTask': 6,
  'invoke composeExtension/onCardButtonClicked': 1,
  'invoke composeExtension/query': 4,
  'invoke composeExtension/queryLink': 1,
  'invoke composeExtension/selectItem': 1,
  'invoke composeExtension/submitAction': 4,
  'invoke signin/tokenExchange': 1,
  'invoke signin/verifyState': 1,
  'invoke suggestedActions/submit': 1,
  'invoke task/fetch': 1,
  'invoke task/submit': 1,
  message: 7,
  'message value': 2,
  'messageDelete softDeleteMessage': 1,
  'messageReaction reactionsAdded': 1,
  'messageReaction reactionsRemoved': 1,
  'messageUpdate editMessage': 1,
  'messageUpdate undeleteMessage': 1,
};

const FIXTURES = new URL('../fixtures/activities/', import.meta.url);
/** The serviceUrl that stands in the files. */
export const FIXTURE_SERVICE_URL = 'https://smba.example.test/emea/';

/**
 * Every recorded activity, read anew, in the order of the file names. With a `serviceUrl`, it stands wherever the
 * file names a connector (some files name none, and then none is added).
 */
export function loadActivities(serviceUrl?: string): { file: string; kind: string; activity: Activity }[] {
  return readdirSync(FIXTURES)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const text = readFileSync(new URL(file, FIXTURES), 'utf8');
      const root = serviceUrl === undefined ? FIXTURE_SERVICE_URL : `${serviceUrl.replace(/\/+$/, '')}/`;
      const activity: unknown = JSON.parse(text.replaceAll(FIXTURE_SERVICE_URL, root));
      if (!isObject(activity)) throw new TypeError(`${file} is not a JSON object`);
      return { file, kind: kindOf(activity), activity };
    });
}

/** What stands in `KINDS`: the type, then its name, eventType, action, or the list that it carries. */
export function kindOf(activity: Activity): string {
  const data = isObject(activity['channelData']) ? activity['channelData'] : {};
  const lists = ['membersAdded', 'membersRemoved', 'reactionsAdded', 'reactionsRemoved', 'value'];
  const list = activity['type'] === 'invoke' ? undefined : lists.find((key) => key in activity);
  const words = [activity['name'], data['eventType'], activity['action'], list];
  const type = typeof activity['type'] === 'string' ? activity['type'] : 'untyped';
  const detail = words.find((word) => typeof word === 'string');
  return detail === undefined ? type : `${type} ${detail}`;
}

/** What every builder takes. Defaults: Avery, alone with the bot, in English, in Vienna. */
interface Envelope {
  /** Where the bot shall answer: a connector's `url`. */
  readonly serviceUrl: string;
  readonly from?: Person;
  /** The conversation's id; by default one that fits `groupChat` and, for a personal chat, `from`. */
  readonly conversation?: string;
  readonly groupChat?: boolean;
  /** By default a new one at each call. */
  readonly id?: string;
  readonly locale?: string;
  /** `null` leaves out every trace of the zone: localTimezone, localTimestamp and clientInfo's timezone. */
  readonly timezone?: string | null;
  readonly tenant?: string;
  /** When it was sent; by default 2026-03-10T09:00:00Z. */
  readonly at?: Date;
}

interface MessageOptions extends Envelope {
  readonly text: string;
  /** Puts `<at>Presence</at> ` before the text and the entity that names it, as Teams does in a group. */
  readonly mentionBot?: boolean;
  readonly replyToId?: string;
}

/** A text message. */
export function message(options: MessageOptions): Activity {
  const { text, mentionBot = false, replyToId } = options;
  const tag = `<at>${BOT.name}</at>`;
  const activity = fromClient(options, {
    type: 'message',
    text: mentionBot ? `${tag} ${text}` : text,
    textFormat: 'plain',
    ...(replyToId !== undefined && { replyToId }),
  });
  if (!mentionBot) return activity;
  const mention = { type: 'mention', mentioned: { ...BOT }, text: tag };
  return { ...activity, entities: [mention, clientInfoOf(options)] };
}

/** A message of somebody whom the directory does not know: `from` has no aadObjectId. */
export function guestMessage(options: Omit<MessageOptions, 'from'>): Activity {
  return message({ ...options, from: GUEST });
}

/** A message in a channel's thread. A bot hears those only that mention it, so this one does by default. */
export function channelMessage(options: Omit<MessageOptions, 'groupChat' | 'conversation'>): Activity {
  const channel = { id: '19:presence-launch@thread.tacv2' };
  const team = { id: '19:presence-general@thread.tacv2' };
  const activity = message({ mentionBot: true, ...options });
  return {
    ...activity,
    conversation: {
      isGroup: true,
      conversationType: 'channel',
      tenantId: options.tenant ?? TENANT_ID,
      id: `${channel.id};messageid=1773133200000`,
    },
    channelData: {
      teamsChannelId: channel.id,
      teamsTeamId: team.id,
      channel,
      team,
      tenant: { id: options.tenant ?? TENANT_ID },
    },
  };
}

/** What an Action.Submit sends: a message with a value and no text. */
export function submitted(options: Envelope & { value: unknown; replyToId?: string }): Activity {
  const { value, replyToId = '1773133100000' } = options;
  return fromClient(options, { type: 'message', replyToId, value }, { source: { name: 'message' } });
}

/** What an Action.Execute sends; `trigger: 'automatic'` is a card's own refresh, which must only read. */
export function cardAction(
  options: Envelope & {
    verb?: string;
    data?: unknown;
    trigger?: 'manual' | 'automatic';
    replyToId?: string;
  },
): Activity {
  const { verb, data = {}, trigger = 'manual', replyToId = '1773133100000' } = options;
  const action = { type: 'Action.Execute', ...(verb !== undefined && { verb }), data };
  const body = { type: 'invoke', name: 'adaptiveCard/action', replyToId, value: { action, trigger } };
  return fromClient(options, body, { source: { name: 'message' } });
}

/** Any other invoke, such as `composeExtension/query`, with the value as it is given. */
export function invoke(options: Envelope & { name: string; value: unknown }): Activity {
  const { name, value } = options;
  return fromClient(options, { type: 'invoke', name, value }, { source: { name: 'compose' } });
}

/** The message `id` was changed to `text`; some clients leave the text out, and so does `text: null`. */
export function edited(options: Envelope & { id: string; text: string | null }): Activity {
  const { text } = options;
  const body = { type: 'messageUpdate', ...(text !== null && { text, textFormat: 'plain' }) };
  return fromClient(options, body, { eventType: 'editMessage' });
}

/** The message `id` was taken back. */
export function deleted(options: Envelope & { id: string }): Activity {
  return fromClient(options, { type: 'messageDelete' }, { eventType: 'softDeleteMessage' });
}

/** The app was installed: Teams sends this and `membersAdded`, in either order. */
export function installationAdd(options: Envelope): Activity {
  return installation(options, 'add');
}

/** The app was removed: whatever is sent to the conversation from now on fails with 403. */
export function installationRemove(options: Envelope): Activity {
  return installation(options, 'remove');
}

/** People, or by default the person and the bot, came into the conversation. */
export function membersAdded(options: Envelope & { members?: readonly Person[] }): Activity {
  const { from = AVERY, members = options.groupChat === true ? [BOT] : [from, BOT] } = options;
  return fromService(options, { type: 'conversationUpdate', membersAdded: members.map(withoutName) });
}

/** A meeting began or ended: `from` is who started it. Events come without a name for `from`, and without a zone. */
export function meetingEvent(
  options: Envelope & {
    event: 'meetingStart' | 'meetingEnd';
    /** channelData.meeting.id, by which a start and its end belong together. */
    meeting?: string;
    title?: string;
  },
): Activity {
  const { event, meeting = MEETING_ID, title = 'Budget review' } = options;
  const value = {
    MeetingType: 'Scheduled',
    Title: title,
    Id: meeting,
    JoinUrl: 'https://teams.example.test/l/meetup-join/1',
    [event === 'meetingStart' ? 'StartTime' : 'EndTime']: sentAt(options).toISOString(),
  };
  return inMeeting(options, event, meeting, value);
}

/** People joined or left a meeting; the bot may be among them, and a guest has no aadObjectId. */
export function participantEvent(
  options: Envelope & {
    event: 'meetingParticipantJoin' | 'meetingParticipantLeave';
    members: readonly Person[];
    meeting?: string;
    role?: string;
  },
): Activity {
  const { event, members, meeting = MEETING_ID, role = 'Presenter' } = options;
  const present = { inMeeting: event === 'meetingParticipantJoin', role };
  const value = { members: members.map((member) => ({ user: { ...member }, meeting: present })) };
  return inMeeting(options, event, meeting, value);
}

const MEETING_THREAD = '19:meeting_MTExMTExMTEtMTExMQ@thread.v2';
const MEETING_ID = Buffer.from(`0#${MEETING_THREAD}#0`).toString('base64');

function inMeeting(options: Envelope, event: string, meeting: string, value: Activity): Activity {
  const body = { type: 'event', name: `application/vnd.microsoft.${event}`, value };
  const conversation = options.conversation ?? MEETING_THREAD;
  return fromService({ ...options, conversation, groupChat: true }, body, { meeting: { id: meeting } });
}

function installation(options: Envelope, action: 'add' | 'remove'): Activity {
  const locale = options.locale ?? 'en-US';
  const body = {
    type: 'installationUpdate',
    action,
    locale,
    entities: [{ type: 'clientInfo', locale }],
  };
  const selectedChannel = { id: conversationOf(options).id };
  return fromService(options, body, { source: { name: 'message' }, settings: { selectedChannel } });
}

/** What a person's client sends: it knows the person's name, language and zone. */
function fromClient(options: Envelope, body: Activity, channelData: Activity = {}): Activity {
  const { locale = 'en-US', timezone = 'Europe/Vienna', from = AVERY } = options;
  return {
    ...envelope(options, channelData),
    from: { ...from },
    ...(timezone !== null && {
      localTimestamp: localTimestamp(sentAt(options), timezone),
      localTimezone: timezone,
    }),
    locale,
    entities: [clientInfoOf(options)],
    ...body,
  };
}

function clientInfoOf({ locale = 'en-US', timezone = 'Europe/Vienna' }: Envelope): Activity {
  const clientInfo = { type: 'clientInfo', locale, country: 'AT', platform: 'Web' };
  return timezone === null ? clientInfo : { ...clientInfo, timezone };
}

/** What the service sends by itself: it names nobody and knows no zone. */
function fromService(options: Envelope, body: Activity, channelData: Activity = {}): Activity {
  return { ...envelope(options, channelData), from: withoutName(options.from ?? AVERY), ...body };
}

function envelope(options: Envelope, channelData: Activity): Activity {
  return {
    id: options.id ?? randomUUID(),
    timestamp: sentAt(options).toISOString(),
    channelId: 'msteams',
    serviceUrl: options.serviceUrl,
    conversation: conversationOf(options),
    recipient: { ...BOT },
    channelData: { tenant: { id: options.tenant ?? TENANT_ID }, ...channelData },
  };
}

function conversationOf(options: Envelope) {
  const { from = AVERY, groupChat = false, tenant: tenantId = TENANT_ID } = options;
  return groupChat
    ? {
        isGroup: true,
        conversationType: 'groupChat',
        tenantId,
        id: options.conversation ?? '19:presence-group@thread.v2',
      }
    : {
        conversationType: 'personal',
        tenantId,
        id: options.conversation ?? `a:1-presence-${from.id.slice('29:'.length)}`,
      };
}

function sentAt(options: Envelope): Date {
  return options.at ?? new Date('2026-03-10T09:00:00.000Z');
}

/** A zone that no machine knows counts as UTC here: it is a test's bad input, and the client sends an offset anyway. */
function localTimestamp(at: Date, timezone: string): string {
  const instant = Temporal.Instant.fromEpochMilliseconds(at.getTime());
  try {
    return instant.toString({ timeZone: timezone, smallestUnit: 'millisecond' });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return instant.toString({ timeZone: 'UTC', smallestUnit: 'millisecond' });
  }
}

function withoutName({ id, aadObjectId }: Person): Omit<Person, 'name'> {
  return aadObjectId === undefined ? { id } : { id, aadObjectId };
}

export function person(
  id: string,
  name: string,
  aadObjectId: string,
): Person & { readonly aadObjectId: string } {
  return { id: `29:1-${id}`, name, aadObjectId };
}

function isObject(value: unknown): value is Activity {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
