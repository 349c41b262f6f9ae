/** What a card's buttons carry, and how it is read back. Whatever comes back is untrusted: it may say anything. */

import { z } from 'zod';
import type { Filled } from '../commands/answer.ts';
import { guid, type Guid, type Instant } from '../presence/intent.ts';
import type { CardReference } from '../presence/card-reference.ts';
import {
  meetingActions,
  type MeetingAction,
  type MeetingMoment,
  type MeetingName,
  type MeetingRules,
} from '../presence/meeting.ts';
import { pairs, type PairId, type SessionPairId } from '../presence/pairs.ts';

/** For whom a card is. */
export interface CardAudience {
  /** Whose buttons they are; left out: anybody's. */
  readonly owner?: Guid;
  /** The owner's id in Teams, for whom the card refreshes itself; left out: it does not. */
  readonly refreshes?: string;
  /** In a chat, or in a dialog, where Teams knows Action.Submit alone. */
  readonly place: 'chat' | 'dialog';
}

/** A pressed button. `owner` is whom the card belongs to, never who pressed it. */
export type Pressed =
  /** A status or session, for what is filled in on the form, or until an instant. */
  | { readonly act: 'choose'; readonly owner?: Guid; readonly pair: PairId; readonly filled: Filled }
  | {
      readonly act: 'chooseUntil';
      readonly owner?: Guid;
      readonly pair: PairId;
      readonly until: Instant;
      readonly message: string;
    }
  /** About the change that a receipt tells of; `refresh` only reads. */
  | {
      readonly act: 'undo' | 'extend' | 'end' | 'refresh';
      readonly owner?: Guid;
      readonly reference: CardReference;
    }
  /** The same, to that end. */
  | {
      readonly act: 'endAt';
      readonly owner?: Guid;
      readonly reference: CardReference;
      readonly until: Instant;
    }
  /** Shows the form, or the status or its reasons anew, in the card's place. */
  | { readonly act: 'picker' | 'status' | 'why'; readonly owner?: Guid }
  /** About a meeting that somebody was told of; its key may name any meeting. */
  | { readonly act: 'endMeeting' | 'declineMeeting'; readonly owner?: Guid; readonly meeting: MeetingName }
  | {
      readonly act: 'answerMeeting';
      readonly owner?: Guid;
      readonly meeting: MeetingName;
      readonly pair: SessionPairId;
    }
  /** What meetings are to mean, as chosen on the card of rules; what was left empty stays as it is. */
  | { readonly act: 'meetingRules'; readonly owner?: Guid; readonly rules: Partial<MeetingRules> }
  /** Erases everything that is kept of whoever presses. */
  | { readonly act: 'forget'; readonly owner?: Guid }
  /** Tells whoever presses everything that is kept of them. */
  | { readonly act: 'exportHere'; readonly owner?: Guid }
  /** A sentence, as if typed; the card stays for the next one, or gives way to the answer. */
  | { readonly act: 'run'; readonly owner?: Guid; readonly say: string; readonly stays: boolean };

const guidText = z.string().transform((text, context) => {
  const id = guid(text);
  if (id !== undefined) return id;
  context.addIssue({ code: 'custom', message: 'not a GUID' });
  return z.NEVER;
});
const owner = guidText.optional();
/** Any instant a card can name: later ones are no dates. */
const instant = z.int().min(0).max(8.64e15);
/** A field of a form as it was left: clients send an empty one as nothing, as null or as space. */
const field = z
  .union([z.string().max(2000), z.number().transform(String)])
  .nullish()
  .transform((filled) => (filled ?? '').trim());

const [firstPair, ...otherPairs] = pairs.map(({ id }) => id);
const pairId = z.enum([firstPair ?? 'available', ...otherPairs]);

const hold = z.object({
  slot: z.enum(['preferred', 'session', 'message']),
  pair: pairId.exactOptional(),
  endsAt: instant.exactOptional(),
  origin: instant,
});
const about = z.object({
  owner,
  change: instant.exactOptional(),
  holds: z
    .array(hold)
    .max(3)
    .refine((holds) => new Set(holds.map(({ slot }) => slot)).size === holds.length),
});
const aboutEnd = about.extend({ until: instant });
const form = z.object({
  owner,
  length: field,
  date: field,
  time: field,
  message: field,
  until: instant.nullish(),
});
const owned = z.object({ owner });
const sentence = z.object({ owner, say: z.string().max(2000), stays: z.boolean().default(false) });

/** As keys are made: no other row of what is kept of meetings can be named. */
const meeting = z.object({
  key: z.object({
    tenantId: guidText,
    source: z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/),
    meetingId: z.string().min(1).max(1024),
  }),
  title: z.string().max(300).exactOptional(),
});
const meetingOnly = z.object({ owner, meeting });
const meetingAnswer = z.object({ owner, meeting, pair: z.enum(['presenting', 'inAConferenceCall']) });
/** A choice of a rule, if one was made. */
const action = z
  .enum([...meetingActions, ''])
  .nullish()
  .transform((chosen) => chosen || undefined);
const rules = z.object({ owner, start: action, present: action, join: action });

const pairOfVerb: ReadonlyMap<string, PairId> = new Map(pairs.map(({ verb, id }) => [verb, id]));

/** The button behind a verb and its data; undefined if it is none of this bot's. */
export function parsePressed(verb: string, data: unknown): Pressed | undefined {
  const pair = pairOfVerb.get(verb);
  if (pair !== undefined) {
    const filled = form.safeParse(data).data;
    if (filled === undefined) return undefined;
    const { owner: of, until, ...fields } = filled;
    const chosen = { ...ownerOf(of), pair };
    return until == null
      ? { act: 'choose', ...chosen, filled: fields }
      : { act: 'chooseUntil', ...chosen, until, message: fields.message };
  }
  switch (verb) {
    case 'undo':
    case 'extend':
    case 'end':
    case 'refresh': {
      const parsed = about.safeParse(data).data;
      if (parsed === undefined) return undefined;
      const { owner: of, ...reference } = parsed;
      return { act: verb, ...ownerOf(of), reference };
    }
    case 'endAt': {
      const parsed = aboutEnd.safeParse(data).data;
      if (parsed === undefined) return undefined;
      const { owner: of, until, ...reference } = parsed;
      return { act: verb, ...ownerOf(of), reference, until };
    }
    case 'picker':
    case 'status':
    case 'why':
    case 'exportHere':
    case 'forget': {
      const parsed = owned.safeParse(data).data;
      return parsed === undefined ? undefined : { act: verb, ...ownerOf(parsed.owner) };
    }
    case 'endMeeting':
    case 'declineMeeting': {
      const parsed = meetingOnly.safeParse(data).data;
      return parsed === undefined
        ? undefined
        : { act: verb, ...ownerOf(parsed.owner), meeting: parsed.meeting };
    }
    case 'answerMeeting': {
      const parsed = meetingAnswer.safeParse(data).data;
      if (parsed === undefined) return undefined;
      return { act: verb, ...ownerOf(parsed.owner), meeting: parsed.meeting, pair: parsed.pair };
    }
    case 'meetingRules': {
      const parsed = rules.safeParse(data).data;
      if (parsed === undefined) return undefined;
      const { owner: of, ...fields } = parsed;
      return { act: verb, ...ownerOf(of), rules: chosenIn(fields) };
    }
    case 'run': {
      const parsed = sentence.safeParse(data).data;
      return parsed === undefined
        ? undefined
        : { act: 'run', ...ownerOf(parsed.owner), say: parsed.say, stays: parsed.stays };
    }
    default:
      return undefined;
  }
}

function ownerOf(of: Guid | undefined): { owner?: Guid } {
  return of === undefined ? {} : { owner: of };
}

function chosenIn(fields: Record<MeetingMoment, MeetingAction | undefined>): Partial<MeetingRules> {
  return Object.fromEntries(
    (['start', 'present', 'join'] as const).flatMap((moment) => {
      const chosen = fields[moment];
      return chosen === undefined ? [] : [[moment, chosen]];
    }),
  );
}
