/** A change as a row of the store, and back again: rows outlive versions, so each is narrowed as if a stranger wrote it. */

import { z } from 'zod';
import type { Change, GraphRequest } from '../presence/change.ts';
import { guid, type Holding } from '../presence/intent.ts';
import type { Entry } from '../presence/person-state.ts';
import { pairs } from '../presence/pairs.ts';
import type { ChangeRow } from '../store/changes.ts';

const preferred = pairs.filter((pair) => pair.slot === 'preferred');
const session = pairs.filter((pair) => pair.slot === 'session');
const instant = z.number();
const empty = z.object({});
const guidSchema = z
  .string()
  .transform((text) => guid(text))
  .refine((found) => found !== undefined);

const holdingSchema: z.ZodType<Holding> = z.discriminatedUnion('slot', [
  z.object({
    slot: z.literal('preferred'),
    pair: z.enum(preferred.map(({ id }) => id)),
    endsAt: instant,
  }),
  z.object({ slot: z.literal('session'), pair: z.enum(session.map(({ id }) => id)), endsAt: instant }),
  z.object({ slot: z.literal('message'), text: z.string(), endsAt: instant.exactOptional() }),
]);

const requestSchema = z.discriminatedUnion('action', [
  z.object({
    action: z.literal('setUserPreferredPresence'),
    body: z.object({
      availability: z.enum(preferred.map(({ availability }) => availability)),
      activity: z.enum(preferred.map(({ activity }) => activity)),
      expirationDuration: z.string(),
    }),
  }),
  z.object({
    action: z.literal('setPresence'),
    body: z.object({
      sessionId: guidSchema,
      availability: z.enum(session.map(({ availability }) => availability)),
      activity: z.enum(session.map(({ activity }) => activity)),
      expirationDuration: z.string(),
    }),
  }),
  z.object({ action: z.literal('clearUserPreferredPresence'), body: empty }),
  z.object({
    action: z.literal('clearPresence'),
    body: z.object({ sessionId: guidSchema }),
  }),
  z.object({
    action: z.literal('setStatusMessage'),
    body: z.object({
      statusMessage: z.object({
        message: z.object({ content: z.string(), contentType: z.literal('text') }),
        expiryDateTime: z.object({ dateTime: z.string(), timeZone: z.literal('UTC') }).exactOptional(),
      }),
    }),
  }),
]);

const slot = z.enum(['preferred', 'session', 'message']);
const known = z.object({ origin: instant, holding: holdingSchema.exactOptional() });
const rowSchema = z.object({
  what: z.object({
    id: instant,
    did: z.enum(['change', 'undo', 'extend']),
    steps: z.array(known.extend({ slot, before: known.exactOptional() })),
  }),
  outcome: z.object({
    steps: z.array(z.enum(['applied', 'absent', 'mayHold', 'open'])),
    call: z
      .object({
        request: requestSchema,
        at: instant,
        status: z.number().exactOptional(),
        requestId: z.string().exactOptional(),
      })
      .exactOptional(),
  }),
});
type Row = z.input<typeof rowSchema>;

/**
 * The row of an entry. It stands at the entry's id and not at the clock's instant, so that the order is kept where the
 * clock was set back. Whose it is, the row alone says.
 */
export function rowOf({ who, door }: Change, { id, did, steps, call }: Entry): ChangeRow {
  const ends = steps.flatMap(({ came, holding }) =>
    came === 'applied' && holding?.endsAt !== undefined ? [holding.endsAt] : [],
  );
  const what: Row['what'] = {
    id,
    did,
    steps: steps.map(({ slot: of, origin, holding, before }) => ({
      slot: of,
      origin,
      ...(holding === undefined ? {} : { holding }),
      ...(before === undefined ? {} : { before }),
    })),
  };
  const outcome: Row['outcome'] = {
    steps: steps.map(({ came }) => came),
    ...(call === undefined ? {} : { call: { ...call, request: requestOnly(call.request) } }),
  };
  return {
    userId: who.userId,
    at: id,
    door,
    what,
    outcome,
    ...(ends.length === 0 ? {} : { until: Math.max(...ends) }),
  };
}

function requestOnly({ userId: _, ...request }: GraphRequest): z.input<typeof requestSchema> {
  return request;
}

/** The entry in a row; undefined: the row holds none that this version can read. */
export function entryIn({ userId, what, outcome }: ChangeRow): Entry | undefined {
  const { data } = rowSchema.safeParse({ what, outcome });
  if (data?.outcome.steps.length !== data?.what.steps.length || data === undefined) return undefined;
  const { id, did, steps } = data.what;
  const { call } = data.outcome;
  return {
    id,
    did,
    steps: steps.map(({ slot: of, origin, holding, before }, index) => ({
      slot: of,
      origin,
      holding,
      came: data.outcome.steps[index] ?? 'open',
      ...(before === undefined ? {} : { before }),
    })),
    ...(call === undefined ? {} : { call: { ...call, request: { userId, ...call.request } } }),
  };
}
