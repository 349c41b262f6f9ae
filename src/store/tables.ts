/**
 * What is kept, by table. Instants are milliseconds and their columns end in `_at` or `_until`; flags are 0 or 1; JSON
 * is text, which whoever reads it narrows.
 */

import type { Generated, Transaction } from 'kysely';
import type { Guid } from '../presence/intent.ts';

/** An instant or nothing. */
type When = number | null;
type Flag = 0 | 1;
type Json = string;

/** What the bot knows of a person by their own word or by Teams. */
interface PeopleTable {
  user_id: Guid;
  tenant_id: string;
  /** Teams' own id of the person for this bot, `29:…`: a message to them needs it. */
  account_id: string | null;
  /** IANA zone as Teams last told it. */
  zone: string | null;
  /** The locale of what they were last told in a chat of their own. */
  language: string | null;
  /** The language they asked to be answered in. */
  fixed_language: string | null;
  /** What meetings mean for them; missing: nothing was turned on. */
  meeting_rules: Json | null;
  /** Until then no meeting changes anything. */
  paused_until: When;
  /** What takes the last edit of their schedules back: store/schedule-undo.ts. */
  schedule_undo: Json | null;
  schedules_edited_at: When;
  /** Whether they are reminded before an end that they named. */
  end_reminders: Generated<Flag>;
  /** Zones of which they were asked whether their schedules go by them. */
  zones_asked: Json | null;
  updated_at: number;
}

/** The person's conversation with the bot, without which it cannot write to them first. */
interface ConversationsTable {
  user_id: Guid;
  reference: Json;
  refreshed_at: number;
}

/** Who wants a person's session slot, one row for each source: presence/claim.ts. */
interface ClaimsTable {
  user_id: Guid;
  /** The source as one text, so that the same source replaces its own claim. */
  source_key: string;
  /** Tells a claim from the one that has replaced it meanwhile. */
  id: string;
  tenant_id: string;
  source: Json;
  pair: string;
  ends_at: number;
  opened_at: number;
}

/** What this bot's session slot of a person holds at Graph, and when it wants attention next. */
interface SessionSlotsTable {
  user_id: Guid;
  tenant_id: string;
  /** The claim that Graph surely holds; null while it is unsure what the slot holds. */
  held_claim: string | null;
  held_pair: string | null;
  /** Until then Graph may hold something of ours. */
  held_until: When;
  /** What was last tried: a claim's id, or `clear`. */
  goal: string | null;
  /** When that is to be tried again, or renewed. */
  next_at: number;
  /** How often it has failed in a row. */
  failures: Generated<number>;
  /** Counts what was wanted anew, so that nobody records over it what they decided before. */
  revision: Generated<number>;
  /** When somebody has to look at the person: not after `next_at`, and earlier where something is wanted anew. */
  due_at: number;
  /** Who may call Graph about the person at present, and for how long: store/session-slots.ts. */
  locked_by: string | null;
  locked_until: When;
}

/** Meetings that go on, and when the last one of that id was over. */
interface MeetingsTable {
  tenant_id: string;
  /** `teams`, or the name of the hook's source. */
  source: string;
  meeting_id: string;
  title: string | null;
  /** Null: none of that id goes on. */
  started_at: When;
  ends_at: When;
  /** When it was last known to run: a lost end heals itself by this. */
  last_active_at: number;
  /** When the last one of that id ended, as far as is known: events until then are too late. */
  ended_at: When;
  /** Its chat in Teams, and where the Bot Service answers about it. */
  chat_id: string | null;
  service_url: string | null;
  /** When Teams is to be asked whether it goes on. */
  due_at: When;
  /** Somebody is asking, and nobody else does until then. */
  locked_until: When;
}

/** Who is in a meeting under way, and what the bot may not do about it. */
interface AttendancesTable {
  tenant_id: string;
  source: string;
  meeting_id: string;
  user_id: Guid;
  /** As one text: store/attendances.ts. */
  role: string | null;
  /** When they were last known to join, and to have left since: never earlier. */
  joined_at: number;
  left_at: When;
  /** The person was notified of this meeting already. */
  notified: Generated<Flag>;
  /** "Not for this meeting". */
  declined: Generated<Flag>;
  /** When the person last said "End now" of its session. */
  ended_at: When;
}

/** What this bot has set for a person: presence/person-state.ts; kept for thirty days after the last change. */
interface PersonStatesTable {
  user_id: Guid;
  /** Counts its writings: whoever writes names the version that they read. */
  version: number;
  /** JSON, read through a schema: store/person-state-json.ts. */
  state: string;
  changed_at: number;
  /** When to remind them of an end; null: of none. */
  due_at: When;
  /** When they were last due to be reminded, and were: of nothing that was due until then again. */
  reminded_at: When;
}

/** What was changed, by whom and through which door; for their export alone, and kept for thirty days. */
interface ChangesTable {
  id: Generated<number>;
  user_id: Guid;
  made_at: number;
  door: string;
  what: Json;
  ends_at: When;
  outcome: Json;
}

/** What is to be set at later times: store/schedules.ts. */
interface SchedulesTable {
  id: string;
  user_id: Guid;
  tenant_id: string;
  /** What, and when: presence/schedule.ts. */
  rule: Json;
  /** The zone of its dates and times. */
  zone: string;
  /** Local dates that it does not start on. */
  skips: Json;
  paused_until: When;
  made_at: number;
  /** The next occurrence; null: none is left. */
  starts_at: When;
  ends_at: When;
  /** When that is to be looked at. */
  due_at: When;
  /** The occurrence that was started last. */
  held_from_at: When;
  held_until: When;
  told: string | null;
  failures: number;
  /** When nothing more was to start. */
  over_at: When;
  /** The chain that it is a step of. */
  chain_id: string | null;
  locked_by: string | null;
  locked_until: When;
}

/** Rules for a person's calendar, and the events that they want something of: store/calendars.ts. */
interface CalendarsTable {
  user_id: Guid;
  tenant_id: string;
  /** The zone of the dates of all-day events. */
  zone: string;
  /** presence/calendar.ts. */
  rules: Json;
  /** By a hash of their ids: store/calendar-rows.ts. */
  events: Json;
  /** What the person was told already. */
  told: Json;
  /** When the calendar is to be read. */
  poll_at: number;
  due_at: When;
  failures: number;
  /** When the last rule was removed. */
  over_at: When;
  /** The rules before the last edit. */
  undo: Json | null;
  edited_at: When;
  locked_by: string | null;
  locked_until: When;
}

/** Deliveries that were handled already: Teams and hooks deliver at least once. */
interface DeliveriesTable {
  key: string;
  expires_at: number;
}

/** Personal keys: store/personal-keys.ts. */
interface PersonalKeysTable {
  number: number;
  user_id: Guid;
  tenant_id: string;
  /** SHA-256 of the key, in hex: the key itself is kept nowhere. */
  hash: string;
  name: string;
  made_at: number;
  ends_at: number;
  used_at: When;
}

/** What was asked with a key and may be sent again: store/key-requests.ts. */
interface KeyRequestsTable {
  id: string;
  user_id: Guid;
  /** Of what was asked: the same id with something else is a mistake of the sender's. */
  fingerprint: string;
  /** Missing while it is being answered. */
  status: number | null;
  answer: Json | null;
  made_at: number;
}

/** Calls to Graph of the last seconds by tenant: store/budget.ts. */
interface BudgetTable {
  tenant_id: string;
  spent: Json;
}

export interface Tables {
  people: PeopleTable;
  conversations: ConversationsTable;
  claims: ClaimsTable;
  session_slots: SessionSlotsTable;
  meetings: MeetingsTable;
  attendances: AttendancesTable;
  person_states: PersonStatesTable;
  changes: ChangesTable;
  schedules: SchedulesTable;
  calendars: CalendarsTable;
  personal_keys: PersonalKeysTable;
  key_requests: KeyRequestsTable;
  deliveries: DeliveriesTable;
  budget: BudgetTable;
}

/** A transaction under way. SQLite has one connection, so nothing but its own queries may be awaited inside one. */
export type Tx = Transaction<Tables>;
