/** What is kept, by table. Instants are `timestamptz`; `Row` and its kind are what Kysely makes of them. */

import type { ColumnType, Generated, Transaction } from 'kysely';

/** An instant or nothing. */
type When = Date | null;
/** JSON as it is kept: written as text, read as whatever it was; whoever reads it narrows it. */
type Json = ColumnType<unknown, string, string>;
type MaybeJson = ColumnType<unknown, string | null, string | null>;

/** What the bot knows of a person by their own word or by Teams. */
interface PeopleTable {
  user_id: string;
  tenant_id: string;
  /** Teams' own id of the person for this bot, `29:…`: a message to them needs it. */
  account_id: string | null;
  /** IANA zone as Teams last told it. */
  zone: string | null;
  language: string | null;
  /** What meetings mean for them; missing: nothing was turned on. */
  meeting_rules: MaybeJson;
  /** Until then no meeting changes anything. */
  paused_until: When;
  updated_at: Date;
}

/** The person's conversation with the bot, without which it cannot write to them first. */
interface ConversationsTable {
  user_id: string;
  reference: Json;
  refreshed_at: Date;
}

/** Who wants a person's session slot, one row for each source: presence/claim.ts. */
interface ClaimsTable {
  user_id: string;
  /** The source as one text, so that the same source replaces its own claim. */
  source_key: string;
  /** Tells a claim from the one that has replaced it meanwhile. */
  id: string;
  tenant_id: string;
  source: Json;
  pair: string;
  ends_at: Date;
  opened_at: Date;
}

/** What this bot's session slot of a person holds at Graph, and when it wants attention next. */
interface LeasesTable {
  user_id: string;
  tenant_id: string;
  /** The claim that Graph surely holds; null while it is unsure what the slot holds. */
  held_claim: string | null;
  held_pair: string | null;
  /** Until then Graph may hold something of ours. */
  held_until: When;
  /** What was last tried: a claim's id, or `clear`. */
  wish: string | null;
  /** When that wish is to be looked at again. */
  next_at: Date;
  /** How often it has failed in a row. */
  failures: Generated<number>;
  /** Counts the claims that were put, so that nobody removes the row under a new one. */
  revision: Generated<number>;
  /** Who may speak to Graph about the person at present, and for how long: store/leases.ts. */
  taken_by: string | null;
  taken_until: When;
}

/** Meetings under way. */
interface MeetingsTable {
  tenant_id: string;
  /** `teams`, or the name of the hook's source. */
  source: string;
  meeting_id: string;
  title: string | null;
  started_at: Date;
  ends_at: When;
  /** When it was last known to run: a lost end heals itself by this. */
  heard_at: Date;
  /** Its chat in Teams, and where the Bot Service answers about it. */
  chat_id: string | null;
  service_url: string | null;
  /** When Teams is to be asked whether it goes on; an alarm is set for it. */
  ask_at: When;
}

/** Who is in a meeting under way, and what the bot may not do about it. */
interface AttendancesTable {
  tenant_id: string;
  source: string;
  meeting_id: string;
  user_id: string;
  role: string | null;
  /** When they were last known to join, and to have left since: never earlier. */
  joined_at: Date;
  left_at: When;
  /** The person was told of this meeting already. */
  told: Generated<boolean>;
  /** "Not for this meeting". */
  declined: Generated<boolean>;
  /** When the person last said "End now" of its session. */
  ended_at: When;
}

/** What this bot has set for a person: presence/person-state.ts; kept for thirty days after the last change. */
interface PersonStatesTable {
  user_id: string;
  /** Counts its writings: whoever writes names the version that they read. */
  version: number;
  /** JSON, read through a schema: store/person-state-json.ts. */
  state: string;
  changed_at: Date;
}

/** What was changed, by whom and through which door; for their export alone, and kept for thirty days. */
interface ChangesTable {
  id: Generated<string>;
  user_id: string;
  at: Date;
  door: string;
  what: Json;
  until: When;
  outcome: Json;
}

/** Deliveries that were handled already: Teams and hooks deliver at least once. */
interface SeenTable {
  key: string;
  expires_at: Date;
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
  leases: LeasesTable;
  meetings: MeetingsTable;
  attendances: AttendancesTable;
  person_states: PersonStatesTable;
  changes: ChangesTable;
  seen: SeenTable;
  budget: BudgetTable;
}

/** A transaction under way. On the embedded store nothing but its own queries may be awaited inside one. */
export type Tx = Transaction<Tables>;
