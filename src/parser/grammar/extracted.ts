/** What is extracted of a sentence, piece by piece, and what is known while reading. */

import type { Period, Role, StatusWord } from '../languages/language.ts';
import { is, type Item } from '../lexer/items.ts';
import { type SaidEnd } from '../time/ends.ts';
import type { DateOrder } from '../time/locale.ts';

/** Words that decide by their presence. */
export const flagRoles = [
  'bygone',
  'other',
  'report',
  'condition',
  'maybe',
  'noLonger',
  'anymore',
  'negation',
  'sequence',
  'correction',
  'or',
  'recurring',
  'done',
] as const satisfies readonly Role[];

/** What is true of the whole sentence because one word of it stands there. */
export type SentenceFlag =
  | (typeof flagRoles)[number]
  | 'question'
  | 'questionMark'
  | 'otherIs'
  | 'setOther'
  | 'off';

/** A stretch of the sentence as written. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** An end, with whether "back" stood before it. */
export interface ExtractedEnd extends Span {
  readonly said: SaidEnd;
  readonly back: boolean;
}

/** A start: see `readStarting`. */
interface ExtractedStart extends Span {
  readonly perhapsEnd: boolean;
  readonly during: Period | undefined;
}

/** One request to clear, with everything it named. */
interface Clearing {
  readonly noun: boolean;
  readonly everything: boolean;
  readonly session: boolean;
  readonly preferred: boolean;
  readonly message: boolean;
  readonly statuses: readonly StatusWord[];
}

/** Everything extracted of one sentence. */
export interface Extracted {
  readonly items: readonly Item[];
  readonly statuses: (Span & { readonly word: StatusWord; readonly occasion: boolean })[];
  readonly ends: ExtractedEnd[];
  readonly starts: ExtractedStart[];
  readonly clears: Clearing[];
  /** Texts with whether a marker announced them. */
  readonly messages: { readonly text: string; readonly marked: boolean; readonly addressed: boolean }[];
  readonly flags: Map<SentenceFlag, Item>;
  readonly leftOver: Item[];
  session: boolean;
  preferred: boolean;
  more: boolean;
  another: boolean;
  endless: boolean;
  extend: boolean;
  lookUp: boolean;
  explain: boolean;
  request: boolean;
  /** Whether anything said what to do with the state: "set me to", "I am". */
  frame: boolean;
  verb: boolean;
  noun: boolean;
  self: boolean;
  /** A message was announced, with text or without. */
  messageNamed: boolean;
}

/** Nothing yet, of those items. */
export function nothingExtracted(items: readonly Item[]): Extracted {
  return {
    items,
    statuses: [],
    ends: [],
    starts: [],
    clears: [],
    messages: [],
    flags: new Map(),
    leftOver: [],
    session: false,
    preferred: false,
    more: false,
    another: false,
    endless: false,
    extend: false,
    lookUp: false,
    explain: false,
    request: false,
    frame: false,
    verb: false,
    noun: false,
    self: false,
    messageNamed: false,
  };
}

/** What stood just before. */
export type Previous = 'verb' | 'object' | 'noun' | 'status' | 'leftOver' | 'other' | undefined;

/** What the extracting functions share. */
export interface Cursor {
  readonly extracted: Extracted;
  readonly items: readonly Item[];
  readonly written: string;
  readonly order: DateOrder;
  /** Whether nothing but politeness came before. */
  first: boolean;
  previous: Previous;
}

/** Notes the first word that raises a flag. */
export function flag(cursor: Cursor, name: SentenceFlag, item: Item): void {
  if (!cursor.extracted.flags.has(name)) cursor.extracted.flags.set(name, item);
}

/** "my call is over". */
export function leadsToDone(items: readonly Item[], at: number): boolean {
  return items[at]?.senses.status !== undefined && (is(items[at + 1], 'done') || is(items[at + 1], 'off'));
}

/** Whether a noun of one's own follows. */
export function leadsToNoun(items: readonly Item[], at: number): boolean {
  const item = items[at];
  if (is(item, 'possessive')) return leadsToNoun(items, at + 1);
  return is(item, 'noun') || is(item, 'message') || is(item, 'session') || is(item, 'preferred');
}

/** Whether only small words stand between here and a state or a noun for one's own. */
export function leadsToStatus(items: readonly Item[], at: number): boolean {
  for (let index = at; index < at + 4; index += 1) {
    const item = items[index];
    if (item === undefined) return false;
    if (item.senses.status !== undefined || plays(item, ['noun', 'session', 'preferred', 'message']))
      return true;
    if (!plays(item, ['preposition', 'article', 'possessive', 'verb', 'object', 'polite'])) return false;
  }
  return false;
}

function plays(item: Item, roles: readonly Role[]): boolean {
  return roles.some((role) => is(item, role));
}

/** Whether that is one of the names of a state itself, and not what somebody does ("at the dentist"). */
export function isState({ senses: { status, occasion } }: Item): boolean {
  return status !== undefined && occasion !== true && commanded.has(status);
}

const commanded: ReadonlySet<StatusWord> = new Set<StatusWord>([
  'available',
  'busy',
  'doNotDisturb',
  'beRightBack',
  'away',
  'offline',
]);
