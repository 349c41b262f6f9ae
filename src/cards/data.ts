/** The data of card buttons, and how it is read back. What comes back is untrusted. */

import * as z from 'zod';
import type { Filled } from '../commands/answer.ts';
import { guid, type Guid, type Instant } from '../presence/intent.ts';
import { meetingActions, type MeetingAction, type MeetingRules } from '../presence/meeting.ts';
import { pairs, type PairId } from '../presence/pairs.ts';

/** The audience of a card. */
export interface CardAudience {
  /** Who may press the buttons; left out: anybody. */
  readonly owner?: Guid;
  /** The owner's id in Teams, for whom the card refreshes itself; left out: it does not. */
  readonly refreshes?: string;
  /** In a chat, or in a dialog, where Teams knows Action.Submit alone. */
  readonly place: 'chat' | 'dialog';
}

const guidText = z.string().transform((text, context) => {
  const id = guid(text);
  if (id !== undefined) return id;
  context.addIssue({ code: 'custom', message: 'not a GUID' });
  return z.NEVER;
});
const owner = guidText.exactOptional();
/** Any instant a card can name: later ones are no dates. */
const instant = z.int().min(0).max(8.64e15);
/** A form field: clients send an empty one as undefined, null or a space. */
const field = z
  .union([z.string().max(2000), z.number().transform(String)])
  .nullish()
  .transform((filled) => (filled ?? '').trim());

const [firstPair, ...otherPairs] = pairs.map(({ id }) => id);
const pairId = z.enum([firstPair ?? 'available', ...otherPairs]);

const hold = z.object({
  slot: z.enum(['preferred', 'session', 'message', 'location']),
  pair: pairId.exactOptional(),
  endsAt: instant.exactOptional(),
  origin: instant,
});
const receipt = z.object({
  owner,
  change: instant.exactOptional(),
  holds: z
    .array(hold)
    .max(4)
    .refine((holds) => new Set(holds.map(({ slot }) => slot)).size === holds.length),
});
const form = z.object({
  owner,
  length: field,
  date: field,
  time: field,
  message: field,
  repeat: field,
  start: field,
  days: field,
});

/** As keys are made: no other row of what is kept of meetings can be named. */
const meeting = z.object({
  key: z.object({
    tenantId: guidText,
    source: z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/),
    meetingId: z.string().min(1).max(1024),
  }),
  title: z.string().max(300).exactOptional(),
});
const scheduleId = z.string().min(1).max(64);
const zone = z.string().max(64).refine(isZone);
/** A choice of a rule, if one was made. */
const action = z
  .enum([...meetingActions, ''])
  .nullish()
  .transform((chosen) => chosen || undefined);

/** The button of that verb, about the change that a receipt shows. */
function aboutReceipt<A extends string>(act: A) {
  return receipt.extend({ act: z.literal(act) }).transform(({ owner: of, change, holds }) => ({
    act,
    ...ownerOf(of),
    reference: { ...(change === undefined ? {} : { change }), holds },
  }));
}

/** The data of each button; `act` is its verb. `owner` is the card's owner, never who pressed it. */
const pressed = z.discriminatedUnion('act', [
  aboutReceipt('undo'),
  aboutReceipt('extend'),
  aboutReceipt('end'),
  aboutReceipt('showAnyway'),
  /** It only reads. */
  aboutReceipt('refresh'),
  receipt
    .extend({ act: z.literal('endAt'), until: instant })
    .transform(({ owner: of, act, until, ...reference }) => ({ act, ...ownerOf(of), reference, until })),
  /** Shows the form, or the status or its reasons anew, in the card's place. */
  z.object({ act: z.literal('picker'), owner }),
  z.object({ act: z.literal('status'), owner }),
  z.object({ act: z.literal('why'), owner }),
  /** About a meeting that somebody was told of; its key may name any meeting. */
  z.object({ act: z.literal('endMeeting'), owner, meeting }),
  z.object({ act: z.literal('declineMeeting'), owner, meeting }),
  z.object({
    act: z.literal('answerMeeting'),
    owner,
    meeting,
    pair: z.enum(['presenting', 'inAConferenceCall']),
  }),
  /** Meeting rules; empty ones stay as they are. */
  z
    .object({ act: z.literal('meetingRules'), owner, start: action, present: action, join: action })
    .transform(({ owner: of, act, ...rules }) => ({ act, ...ownerOf(of), rules: chosenIn(rules) })),
  /** About a schedule of whoever presses. */
  z.object({ act: z.literal('skipNext'), owner, id: scheduleId, startsAt: instant }),
  z.object({ act: z.literal('pauseSchedule'), owner, id: scheduleId }),
  z.object({ act: z.literal('resumeSchedule'), owner, id: scheduleId }),
  z.object({ act: z.literal('removeSchedule'), owner, id: scheduleId }),
  z.object({ act: z.literal('tellStarts'), owner, id: scheduleId }),
  z.object({ act: z.literal('hideStarts'), owner, id: scheduleId }),
  z.object({ act: z.literal('undoSchedules'), owner, at: instant }),
  /** They were reminded of an end, and leave it at that. */
  z.object({ act: z.literal('letEnd'), owner }),
  /** They were asked whether their schedules go by the clock of that zone. */
  z.object({ act: z.literal('moveZone'), owner, zone }),
  z.object({ act: z.literal('keepZone'), owner, zone }),
  /** About the rules for the presser's calendar. */
  z.object({ act: z.literal('removeCalendar'), owner, id: scheduleId }),
  z.object({ act: z.literal('undoCalendar'), owner, at: instant }),
  /** About a key of whoever presses, and the card of all. */
  z.object({ act: z.literal('removeKey'), owner, number: z.int().min(0) }),
  z.object({ act: z.literal('showKeys'), owner }),
  /** Exports the presser's stored data, or erases it. */
  z.object({ act: z.literal('exportHere'), owner }),
  z.object({ act: z.literal('forget'), owner }),
  /** A sentence, as if typed; the card stays for the next one, or gives way to the answer. */
  z.object({ act: z.literal('run'), owner, say: z.string().max(2000), stays: z.boolean().default(false) }),
]);

interface Owned {
  readonly owner?: Guid;
}

/** A pressed button. */
export type Pressed =
  | z.infer<typeof pressed>
  /** A status or session, with the form as it is filled in. */
  | ({ readonly act: 'choose'; readonly pair: PairId; readonly filled: Filled } & Owned)
  /** The same until an instant, from an announcement. */
  | ({
      readonly act: 'chooseUntil';
      readonly pair: PairId;
      readonly until: Instant;
      readonly message: string;
    } & Owned);

const pairOfVerb: ReadonlyMap<string, PairId> = new Map(pairs.map(({ verb, id }) => [verb, id]));

const carriedData = z.record(z.string(), z.unknown());
const filledForm = form.extend({ until: instant.nullish() });

/** The button behind a verb and its data; undefined if it is none of this bot's. */
export function parsePressed(verb: string, data: unknown): Pressed | undefined {
  const pair = pairOfVerb.get(verb);
  if (pair !== undefined) return choice(pair, data);
  const carried = carriedData.safeParse(data).data;
  return carried === undefined ? undefined : pressed.safeParse({ ...carried, act: verb }).data;
}

function choice(pair: PairId, data: unknown): Pressed | undefined {
  const parsed = filledForm.safeParse(data).data;
  if (parsed === undefined) return undefined;
  const { owner: of, until, repeat, start: from, days, ...once } = parsed;
  const isOnce = (repeat === '' || repeat === 'once') && from === '' && days === '';
  const filled = isOnce ? once : { ...once, repeat: { often: repeat, from, days } };
  return until == null
    ? { act: 'choose', ...ownerOf(of), pair, filled }
    : { act: 'chooseUntil', ...ownerOf(of), pair, until, message: filled.message };
}

function ownerOf(of: Guid | undefined): Owned {
  return of === undefined ? {} : { owner: of };
}

type Choices = { readonly [M in keyof MeetingRules]: MeetingAction | undefined };

/** The rules that were chosen. */
function chosenIn({ start, present, join }: Choices): Partial<MeetingRules> {
  return {
    ...(start && { start }),
    ...(present && { present }),
    ...(join && { join }),
  };
}

function isZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
