/** A person state as JSON and back: rows outlive versions, so each is narrowed as if a stranger wrote it. */

import * as z from 'zod';
import type { Explained } from '../presence/explained.ts';
import { guid, type Assumption, type Holding } from '../presence/intent.ts';
import type { Call } from '../presence/outcome.ts';
import { pairs } from '../presence/pairs.ts';
import type { PersonState } from '../presence/person-state.ts';
import type { Receipt } from '../presence/receipt.ts';
import { workPlaces } from '../presence/work-location.ts';
import { parsed } from './json.ts';

const preferred = pairs.filter((pair) => pair.slot === 'preferred');
const session = pairs.filter((pair) => pair.slot === 'session');
const preferredId = z.enum(preferred.map(({ id }) => id));
const sessionId = z.enum(session.map(({ id }) => id));
const slot = z.enum(['preferred', 'session', 'message', 'location']);
const instant = z.number();
const guidSchema = z
  .string()
  .transform((text) => guid(text))
  .refine((found) => found !== undefined);

const held = {
  preferred: z.object({ slot: z.literal('preferred'), pair: preferredId, endsAt: instant }),
  session: z.object({
    slot: z.literal('session'),
    pair: sessionId,
    endsAt: instant,
    shows: preferredId.exactOptional(),
  }),
  message: z.object({ slot: z.literal('message'), text: z.string(), endsAt: instant.exactOptional() }),
  location: z.object({ slot: z.literal('location'), place: z.enum(workPlaces), endsAt: instant }),
};
const holding: z.ZodType<Holding> = z.discriminatedUnion('slot', [
  held.preferred,
  held.session,
  held.message,
  held.location,
]);

const userId = guidSchema;
const request = z.discriminatedUnion('action', [
  z.object({
    userId,
    action: z.literal('setUserPreferredPresence'),
    body: z.object({
      availability: z.enum(preferred.map(({ availability }) => availability)),
      activity: z.enum(preferred.map(({ activity }) => activity)),
      expirationDuration: z.string(),
    }),
  }),
  z.object({
    userId,
    action: z.literal('setPresence'),
    body: z.object({
      sessionId: guidSchema,
      availability: z.enum(session.map(({ availability }) => availability)),
      activity: z.enum(session.map(({ activity }) => activity)),
      expirationDuration: z.string(),
    }),
  }),
  z.object({ userId, action: z.literal('clearUserPreferredPresence'), body: z.object({}) }),
  z.object({ userId, action: z.literal('clearPresence'), body: z.object({ sessionId: guidSchema }) }),
  z.object({
    userId,
    action: z.literal('setStatusMessage'),
    body: z.object({
      statusMessage: z.object({
        message: z.object({ content: z.string(), contentType: z.literal('text') }),
        expiryDateTime: z.object({ dateTime: z.string(), timeZone: z.literal('UTC') }).exactOptional(),
      }),
    }),
  }),
  z.object({
    userId,
    action: z.literal('setManualLocation'),
    body: z.object({ workLocationType: z.enum(workPlaces) }),
  }),
  z.object({ userId, action: z.literal('clearLocation'), body: z.object({}) }),
]);
const call: z.ZodType<Call> = z.object({
  request,
  at: instant,
  status: z.number().exactOptional(),
  requestId: z.string().exactOptional(),
});

const meetingName = z.object({
  key: z.object({ tenantId: z.string(), source: z.string(), meetingId: z.string() }),
  title: z.string().exactOptional(),
});
const bySlot = z.object({
  preferred: instant.exactOptional(),
  session: instant.exactOptional(),
  message: instant.exactOptional(),
  location: instant.exactOptional(),
});
const touch = z.object({
  slot,
  put: holding.optional(),
  before: holding.optional(),
  beforeOrigin: instant.exactOptional(),
});

const assumption: z.ZodType<Assumption> = z.discriminatedUnion('code', [
  z.object({
    code: z.enum([
      'defaultEnd',
      'noEnd',
      'bareHour',
      'nextDay',
      'minutes',
      'startOfDay',
      'usualTime',
      'roughly',
      'midnight',
      'clockGap',
      'clockOverlap',
      'meetingAsBusy',
    ]),
  }),
  z.object({ code: z.literal('converted'), from: z.string() }),
  z.object({ code: z.literal('emptied'), slot, why: z.enum(['nothingBefore', 'ended', 'tooLittleLeft']) }),
]);
const explained: z.ZodType<Explained> = z.object({
  caveats: z.number(),
  zones: z.number(),
  zone: z.string().exactOptional(),
  reminders: z.number().exactOptional(),
});
const told: z.ZodType<Receipt> = z.object({
  did: z.enum(['change', 'undo', 'extend', 'shorten']),
  at: instant,
  reference: z.object({
    change: instant.exactOptional(),
    holds: z.array(
      z.object({
        slot,
        pair: z.union([preferredId, sessionId]).exactOptional(),
        endsAt: instant.exactOptional(),
        origin: instant,
      }),
    ),
  }),
  holds: z.array(holding),
  cleared: z.array(z.object({ slot, absent: z.boolean() })),
  open: z.array(z.never()),
  assumed: z.array(assumption),
  otherEnds: z.array(instant),
  mayReturn: z.literal(true).exactOptional(),
  chain: z.object({ before: z.string().exactOptional(), after: z.string().exactOptional() }).exactOptional(),
  explained: explained.exactOptional(),
  hiding: z.array(
    z.discriminatedUnion('code', [
      z.object({ code: z.enum(['needsSession', 'manualOnTop', 'fades']) }),
      z.object({ code: z.literal('preferredOnTop'), pair: preferredId, endsAt: instant }),
      z.object({ code: z.literal('outranked'), pair: sessionId }),
      z.object({ code: z.literal('notKept'), until: instant }),
    ]),
  ),
});

const state = z.object({
  holdings: z.object({
    preferred: held.preferred.exactOptional(),
    session: held.session.exactOptional(),
    message: held.message.exactOptional(),
    location: held.location.exactOptional(),
  }),
  origins: bySlot,
  changed: bySlot,
  unnamed: bySlot.exactOptional(),
  doubts: z.array(slot),
  last: z
    .object({
      id: instant,
      touches: z.array(touch),
      undone: z.boolean(),
      door: z.enum(['chat', 'card', 'extension', 'meeting', 'hook', 'schedule', 'calendar']),
      meeting: z
        .object({ meeting: meetingName, chose: z.enum(['session', 'end', 'decline']) })
        .exactOptional(),
      chain: z.string().exactOptional(),
      chainBefore: z.string().exactOptional(),
    })
    .exactOptional(),
  chain: z.string().exactOptional(),
  call: call.exactOptional(),
  // What was said can be said again; where it cannot be read, only that is lost.
  told: told.optional().catch(undefined),
  explained: explained.exactOptional(),
});

/** The state in that text; undefined: it holds none that this version can read. */
export function parseState(text: string): PersonState | undefined {
  const found = state.safeParse(parsed(text)).data;
  if (found === undefined) return undefined;
  const { told: said, last, ...rest } = found;
  return {
    ...rest,
    ...(said === undefined ? {} : { told: said }),
    ...(last === undefined
      ? {}
      : {
          last: {
            ...last,
            touches: last.touches.map(({ put, before, ...one }) => ({ put, before, ...one })),
          },
        }),
  };
}

/** A state as text. What failed is told once, by the process that saw it: failures are not kept. */
export function stateText(state: PersonState): string {
  if (isKeptWhole(state)) return JSON.stringify(state);
  const { told: _, ...rest } = state;
  return JSON.stringify(rest);
}

/** Whether the text of that state says all of it. */
export function isKeptWhole({ told: said }: PersonState): boolean {
  return said === undefined || said.open.length === 0;
}
