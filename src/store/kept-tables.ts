/**
 * Everything that is kept: what, why, for how long, and who can see it. The document on privacy is made from this
 * table, and `export my data`, `forget me`, retention and `npm run move` go by it; a test compares it with the schema.
 */

import type { Tables } from './tables.ts';

interface Kept<Table extends keyof Tables> {
  readonly what: string;
  readonly why: string;
  /** Until when, in words. */
  readonly until: string;
  readonly who: string;
  /** Its rows name a person in `user_id`: they are that person's to export and to have forgotten. */
  readonly personal: boolean;
  /** Rows whose instant lies so many milliseconds back are removed. */
  readonly removed?: { readonly column: keyof Tables[Table] & `${string}_at`; readonly afterMs: number };
  /** Columns that hold JSON. */
  readonly json?: readonly (keyof Tables[Table] & string)[];
  /** Columns that the export leaves out. */
  readonly hidden?: readonly (keyof Tables[Table] & string)[];
}

const day = 86_400_000;
const person = 'the person, by `export my data`; whoever runs the database';
const operator = 'whoever runs the database';

/**
 * By table, what is referred to before what refers to it. Session slots stand before claims, as everywhere: two that lock in
 * different orders wait for each other.
 */
export const kept = {
  people: {
    what: 'the directory ids of a person and their tenant, Teams’ id of them, time zone, language and whether they chose it, rules for meetings and their pause, whether they are reminded before an end, the time zones of which they were asked whether their schedules go by them, and what their last change of a schedule was',
    why: 'to keep what they asked for, and to write to them in their language and zone',
    until: 'they say `forget me`',
    who: person,
    personal: true,
    json: ['meeting_rules', 'schedule_undo', 'zones_asked'],
  },
  conversations: {
    what: 'the address of the person’s own chat with the bot',
    why: 'to tell them what nobody waits for: a session that was lost, what a meeting means',
    until: 'they say `forget me`',
    who: person,
    personal: true,
    json: ['reference'],
  },
  session_slots: {
    what: 'what Graph holds in the person’s session of this bot, until when, and when it is looked at again',
    why: 'to renew and to end it in time',
    until: 'the session’s end',
    who: person,
    personal: true,
  },
  claims: {
    what: 'who wants that session, as what, and until when: the person, a meeting or a hook',
    why: 'to know what is promised',
    until: 'the session’s end; what a lost process left, a day longer',
    who: person,
    personal: true,
    removed: { column: 'ends_at', afterMs: day },
    json: ['source'],
  },
  meetings: {
    what: 'meetings that go on in which somebody has a rule: Teams’ or the hook’s id, title, start, end and chat; of a meeting that is over, its id and when that was',
    why: 'to end what they opened, to name them, to ask whether they go on, and to recognise events that come after the end',
    until:
      'the meeting’s end, its id and that instant two days longer; where no end was told, two days after the last word of it',
    who: operator,
    personal: false,
    // No meeting goes on for that long without a word.
    removed: { column: 'last_active_at', afterMs: 2 * day },
  },
  attendances: {
    what: 'who with a rule is in such a meeting: role, when they joined and left, what they were told and said of it',
    why: 'to do what their rules say, once',
    until: 'the meeting’s end; where that was never told, two days after the last word of it',
    who: person,
    personal: true,
  },
  person_states: {
    what: 'what the bot has set for the person: what holds, what it goes back to, the last request and what was said of it (a status message’s text and where they work that day, too); how many receipts they have had, and the time zone of the last one; when they are to be reminded of an end, and last were',
    why: '`undo`, `extend`, `status`, buttons on older cards, `details`; not to say each time what is always so',
    until: '30 days after the last change',
    who: person,
    personal: true,
    // A month back is more than anybody asks about.
    removed: { column: 'changed_at', afterMs: 30 * day },
    json: ['state'],
  },
  changes: {
    what: 'each change of presence: when, by which door, what (a status message’s text and where they work that day, too), until when, and Graph’s answer',
    why: 'to show the person what was changed for them; nothing is computed from it',
    until: '30 days',
    who: person,
    personal: true,
    removed: { column: 'made_at', afterMs: 30 * day },
    json: ['what', 'outcome'],
  },
  schedules: {
    what: 'what the person has scheduled, and what is to come after what they chose: status, days and times with their zone, status message, skipped days and pauses; the next time it starts, and the last time it did',
    why: 'to set it then',
    until: 'they remove it; what is over, a day longer',
    who: person,
    personal: true,
    removed: { column: 'over_at', afterMs: day },
    json: ['rule', 'skips'],
  },
  calendars: {
    what: 'the person’s rules for their calendar, with the time zone of its days and the rules before the last change; of the events of the next two hours that a rule wants something of, a hash of the id, start, end, which rule, and what it has set: never what they are about, where they are or who comes',
    why: 'to set what the rules say when an event begins, and to take it back when it is cancelled',
    until:
      'an event’s end; the rules until they remove them, and a day longer so that this can be taken back',
    who: person,
    personal: true,
    removed: { column: 'over_at', afterMs: day },
    json: ['rules', 'events', 'told', 'undo'],
  },
  personal_keys: {
    what: 'personal keys, where `PERSONAL_KEYS=on`: number, name, when each was made, last used and ends, and a hash of it (SHA-256); the key itself is kept nowhere',
    why: 'to recognise a key and to know whose it is',
    until: 'they remove it, or 90 days',
    who: 'the person, by `keys` and, without the hash, by `export my data`; whoever runs the database',
    personal: true,
    removed: { column: 'ends_at', afterMs: 0 },
    hidden: ['hash'],
  },
  key_requests: {
    what: 'what was asked with a key and may be sent again: hashes of its `Idempotency-Key` and of what was asked, and the answer (a status message’s text, too)',
    why: 'a request that is sent again gets the same answer, and nothing is done twice',
    until: 'a day',
    who: person,
    personal: true,
    removed: { column: 'made_at', afterMs: day },
    json: ['answer'],
    hidden: ['id', 'fingerprint'],
  },
  deliveries: {
    what: 'keys of deliveries that were handled; no person is in them',
    why: 'hooks deliver more than once, and a chat is greeted once',
    until: '3 days for hooks; a year for a chat that was greeted',
    who: operator,
    personal: false,
    removed: { column: 'expires_at', afterMs: 0 },
  },
  budget: {
    what: 'calls to Graph by tenant and second, and looks at what people have set; no person is in it',
    why: 'Graph throttles an application by tenant',
    until: 'a minute at the most, then overwritten',
    who: operator,
    personal: false,
    json: ['spent'],
  },
} as const satisfies { readonly [Table in keyof Tables]: Kept<Table> };

export type KeptTable = keyof typeof kept;

type Personal = { [T in KeptTable]: (typeof kept)[T]['personal'] extends true ? T : never }[KeptTable];

// Read from the very object that the types are made of.
export const keptTables = Object.keys(kept) as readonly KeptTable[];
/** The tables that name a person. */
export const personalTables = keptTables.filter((table): table is Personal => kept[table].personal);

/** The table as Markdown, for docs/privacy.md. */
export function keptTable(): string {
  const rows = keptTables.map((table) => {
    const { what, why, until, who } = kept[table];
    return `| \`${table}\` | ${what} | ${why} | ${until} | ${who} |`;
  });
  return ['| table | what | why | until | who can see it |', '| --- | --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
}
