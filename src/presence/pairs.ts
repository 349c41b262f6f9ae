/**
 * The eleven availability/activity pairs that Microsoft Graph lets an application write, as data.
 * Reader, validator, help, replies and request bodies all read this one table.
 *
 * Source of the pairs and default expirations: Graph's `setUserPreferredPresence` (six pairs) and
 * `setPresence` (five pairs). A session's bounds are Graph's own; a preferred presence has no
 * documented bounds, so a minute and thirty days are this bot's.
 * https://learn.microsoft.com/graph/api/presence-setuserpreferredpresence
 * https://learn.microsoft.com/graph/api/presence-setpresence
 */

/** A user's four independent places that this bot can write; clearing one leaves the others. */
export type Slot = 'preferred' | 'session' | 'message' | 'location';

interface PairShape {
  /** Our own name of the pair, stable in code and storage. */
  readonly id: string;
  readonly slot: Exclude<Slot, 'message' | 'location'>;
  /** The shortest thing to type for it. */
  readonly word: string;
  /** The card verb that asks for it. */
  readonly verb: string;
  readonly availability: string;
  readonly activity: string;
  /** Seconds until it ends when nobody said an end; always sent explicitly. */
  readonly defaultSeconds: number;
  /** Shortest and longest allowed, in elapsed seconds, both inclusive. */
  readonly minSeconds: number;
  readonly maxSeconds: number;
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

const preferred = { slot: 'preferred', minSeconds: minute, maxSeconds: 30 * day } as const;
const session = {
  slot: 'session',
  defaultSeconds: hour,
  minSeconds: 5 * minute,
  maxSeconds: 4 * hour,
} as const;

const table = {
  available: {
    ...preferred,
    id: 'available',
    word: 'available',
    verb: 'preferAvailable',
    availability: 'Available',
    activity: 'Available',
    defaultSeconds: 7 * day,
  },
  busy: {
    ...preferred,
    id: 'busy',
    word: 'busy',
    verb: 'preferBusy',
    availability: 'Busy',
    activity: 'Busy',
    defaultSeconds: day,
  },
  doNotDisturb: {
    ...preferred,
    id: 'doNotDisturb',
    word: 'dnd',
    verb: 'preferDoNotDisturb',
    availability: 'DoNotDisturb',
    activity: 'DoNotDisturb',
    defaultSeconds: day,
  },
  beRightBack: {
    ...preferred,
    id: 'beRightBack',
    word: 'brb',
    verb: 'preferBeRightBack',
    availability: 'BeRightBack',
    activity: 'BeRightBack',
    defaultSeconds: 7 * day,
  },
  away: {
    ...preferred,
    id: 'away',
    word: 'away',
    verb: 'preferAway',
    availability: 'Away',
    activity: 'Away',
    defaultSeconds: 7 * day,
  },
  offline: {
    ...preferred,
    id: 'offline',
    word: 'offline',
    verb: 'preferOffline',
    availability: 'Offline',
    activity: 'OffWork',
    defaultSeconds: 7 * day,
  },
  sessionAvailable: {
    ...session,
    id: 'sessionAvailable',
    word: 'session available',
    verb: 'openAvailable',
    availability: 'Available',
    activity: 'Available',
  },
  inACall: {
    ...session,
    id: 'inACall',
    word: 'in a call',
    verb: 'openInACall',
    availability: 'Busy',
    activity: 'InACall',
  },
  inAConferenceCall: {
    ...session,
    id: 'inAConferenceCall',
    word: 'in a conference call',
    verb: 'openInAConferenceCall',
    availability: 'Busy',
    activity: 'InAConferenceCall',
  },
  sessionAway: {
    ...session,
    id: 'sessionAway',
    word: 'session away',
    verb: 'openAway',
    availability: 'Away',
    activity: 'Away',
  },
  presenting: {
    ...session,
    id: 'presenting',
    word: 'presenting',
    verb: 'openPresenting',
    availability: 'DoNotDisturb',
    activity: 'Presenting',
  },
} as const satisfies Readonly<Record<string, PairShape>>;

export const pairs: readonly Pair[] = Object.values(table);

type Table = typeof table;
export type Pair = Table[keyof Table];
export type PreferredPair = Extract<Pair, { slot: 'preferred' }>;
export type SessionPair = Extract<Pair, { slot: 'session' }>;
export type PairId = keyof Table;
export type PreferredId = PreferredPair['id'];
export type SessionPairId = SessionPair['id'];

/** The pair of that id. */
export function pairOf<Id extends PairId>(id: Id): Table[Id] {
  return table[id];
}

/** The session pair of that id; undefined: there is none. */
export function sessionPairId(id: string): SessionPairId | undefined {
  return pairs.find((pair): pair is SessionPair => pair.slot === 'session' && pair.id === id)?.id;
}

/** An Available session becomes inactive after that, whatever its expiration: https://learn.microsoft.com/graph/api/presence-setpresence#remarks */
const fadesAfterSeconds = 5 * minute;

/** Seconds that a pair lasts by one request, without being repeated. */
export function onceSeconds({ slot, availability, maxSeconds }: Pair): number {
  return slot === 'session' && availability === 'Available' ? fadesAfterSeconds : maxSeconds;
}
