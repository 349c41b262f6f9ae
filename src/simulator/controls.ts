import * as z from 'zod';
import { eventSchema } from './calendar.ts';
import { faultSchema, type FaultInput, type StandingFault } from './faults.ts';
import type { LoggedRequest } from './request-log.ts';
import { readObjectId } from './route.ts';
import type { Identity } from './tokens.ts';
import { iso, stateOf, type UserState } from './user-state.ts';
import { locationSources, withLocation, workLocationTypes } from './work-location.ts';
import type { World } from './world.ts';

/** The simulated time. */
export interface ClockReading {
  /** ISO 8601 in UTC. */
  readonly now: string;
  /** How many seconds it is ahead of the time that the simulator was started with. */
  readonly offsetSeconds: number;
}

const clockHelp =
  'give one of {"advanceSeconds": 300}, {"now": "2026-03-29T00:59:00Z"} (with Z or an offset) or {"reset": true}';

/** The shapes that the control routes and the functions beside them take. */
export const controlSchemas = {
  clock: z.union(
    [
      z.strictObject({ advanceSeconds: z.number().positive().max(315_360_000) }),
      z.strictObject({ now: z.iso.datetime({ offset: true, error: clockHelp }) }),
      z.strictObject({ reset: z.literal(true) }),
    ],
    { error: clockHelp },
  ),
  fault: faultSchema,
  teamsClient: z.discriminatedUnion('on', [
    z.strictObject({
      userId: objectId(),
      client: z.string().min(1).default('desktop'),
      on: z.literal(true),
      availability: z
        .enum(['Available', 'AvailableIdle', 'Busy', 'BusyIdle', 'DoNotDisturb', 'BeRightBack', 'Away'])
        .default('Available'),
      /** Left out: the same word as the availability. */
      activity: z
        .string()
        .regex(/^[A-Z][A-Za-z]*$/, 'must be a PascalCase word')
        .optional(),
    }),
    z.strictObject({
      userId: objectId(),
      /** Left out: all of the user's clients. */
      client: z.string().min(1).optional(),
      on: z.literal(false),
    }),
  ]),
  outOfOffice: z.strictObject({
    userId: objectId(),
    isOutOfOffice: z.boolean(),
    message: z.string().nullable().default(null),
  }),
  calendar: z.strictObject({ userId: objectId(), events: z.array(eventSchema) }),
  workLocation: z.strictObject({
    userId: objectId(),
    /** Who says it: the person, a client that found out, or their plan. */
    source: z.enum(locationSources),
    /** null: nobody says it any more. */
    workLocationType: z.enum(workLocationTypes).nullable(),
    placeId: z.string().min(1).optional(),
  }),
} as const;

type Input<K extends keyof typeof controlSchemas> = z.input<(typeof controlSchemas)[K]>;

/** How to sign a Teams client in or out. */
export type TeamsClientInput = Input<'teamsClient'>;
/** How to set somebody's out-of-office settings, which no presence call can. */
export type OutOfOfficeInput = Input<'outOfOffice'>;
/** How to set where somebody works, in one layer. */
type WorkLocationInput = Input<'workLocation'>;

/** What is to be in somebody's calendar. */
export type CalendarInput = Input<'calendar'>;

/** What a test does in its own process and a person over the control routes. Bad input throws a ZodError. */
export interface Controls {
  /** The simulated instant, epoch milliseconds. */
  now(): number;
  /** Moves the simulated clock forward by seconds. */
  advance(seconds: number): void;
  /** Moves the simulated clock to an instant (epoch milliseconds), from which it goes on running. */
  setClock(instant: number): void;
  /** Puts the simulated clock back. */
  resetClock(): void;
  clock(): ClockReading;
  /** One user, known or not: an unheard-of one has only defaults. */
  state(userId: string): UserState;
  /** All listed users, and all users that were changed. */
  states(): readonly UserState[];
  /** Injects a fault; faults are tried in the order in which they came. */
  addFault(fault: FaultInput): StandingFault;
  faults(): readonly StandingFault[];
  /** Removes one fault, or all, and gives how many went. Hanging requests stay. */
  removeFaults(id?: string): number;
  /** Lets hanging requests go on as if they arrived now, whether or not their callers still wait; gives how many. */
  releaseHung(): number;
  setTeamsClient(input: TeamsClientInput): void;
  setOutOfOffice(input: OutOfOfficeInput): void;
  /** Puts these events in the place of all that were in a user's calendar. */
  setCalendar(input: CalendarInput): void;
  setWorkLocation(input: WorkLocationInput): void;
  /**
   * Makes a bearer token known, as one that was issued after the start; it outlives a reset. No route leads here:
   * nobody who can reach the port may give themselves an identity.
   */
  addToken(token: string, identity: Identity): void;
  /** From now on that token is answered 401. */
  revokeToken(token: string): void;
  /** The latest requests in order of arrival. */
  requests(): readonly LoggedRequest[];
  clearRequests(): void;
  /** Back to the start: users, faults, log, throttle and clock. Hanging requests end with a reset connection. */
  reset(): void;
}

/** The controls of one simulator. */
export function controlsOf(world: World): Controls {
  const { settings, clock, users, faults, waits, log, budget, calendars } = world;
  return {
    now: () => clock.now(),
    advance(seconds) {
      clock.advance(seconds * 1000);
    },
    setClock(instant) {
      clock.set(instant);
    },
    resetClock() {
      clock.reset();
    },
    clock: () => ({ now: iso(clock.now()), offsetSeconds: clock.offset() / 1000 }),
    state: (userId) => stateOf(world, userId.toLowerCase()),
    states: () => users.ids().map((id) => stateOf(world, id)),
    addFault: (fault) => faults.add(faultSchema.parse(fault)),
    faults: () => faults.list(),
    removeFaults: (id) => faults.remove(id),
    releaseHung: () => waits.release(),
    setTeamsClient(input) {
      const wanted = controlSchemas.teamsClient.parse(input);
      const { teamsClients } = users.change(wanted.userId);
      if (wanted.on) {
        const { client, availability, activity = availability } = wanted;
        teamsClients.set(client, { availability, activity, setAt: clock.now() });
      } else if (wanted.client === undefined) teamsClients.clear();
      else teamsClients.delete(wanted.client);
    },
    setOutOfOffice(input) {
      const { userId, isOutOfOffice, message } = controlSchemas.outOfOffice.parse(input);
      users.change(userId).outOfOffice = { isOutOfOffice, message };
    },
    setCalendar(input) {
      const { userId, events } = controlSchemas.calendar.parse(input);
      calendars.set(userId, events);
    },
    setWorkLocation(input) {
      const { userId, source, ...where } = controlSchemas.workLocation.parse(input);
      const slots = users.change(userId);
      slots.workLocations = withLocation(slots.workLocations, source, where, clock.now());
    },
    addToken(token, identity) {
      settings.tokens.set(token, identity);
    },
    revokeToken(token) {
      world.settings.tokens.delete(token);
    },
    requests: () => log.list(),
    clearRequests() {
      log.clear();
    },
    reset() {
      users.reset();
      faults.remove();
      waits.end();
      log.clear();
      budget.reset();
      calendars.reset();
      clock.reset();
    },
  };
}

function objectId(): z.ZodType<string, string> {
  return z
    .string()
    .refine((text) => readObjectId(text) !== undefined, "must be a user's object id (a GUID)")
    .transform((text) => text.toLowerCase());
}
