/** The shape of a language whose sentences are read in any order. A language is a table of this shape. */

import type { Daypart, Period, StatusWord, Unit } from '../languages/language.ts';
import type { Talk } from '../reading.ts';

/** Phrases between bars: `beschäftigt | besetzt`. Case does not matter; accents may be left out by the writer. */
type Words = string;

/**
 * Phrases between bars whose words may have others in their place: `melde/logge mich ab/aus/` is six phrases.
 * An empty choice leaves the place out; `_` joins two words to one choice.
 */
type PatternWords = string;

/** What a whole sentence may ask for, politeness and "can you" left out. */
export type CommandWord =
  | 'clear'
  | 'clearEverything'
  | 'status'
  | 'help'
  | 'undo'
  | 'details'
  | 'picker'
  | 'why'
  | 'signIn'
  | 'signOut'
  | 'privacy'
  | 'exportMe'
  | 'forgetMe'
  | 'meetings'
  | 'meetingsOn'
  | 'meetingsOff'
  | 'resumeMeetings'
  /** With an end or without one. */
  | 'pauseMeetings'
  /** Beside an end, and nothing else: "make it 2 hours", "rather until 4". */
  | 'changeEnd';

/** What a word does in a sentence. One word may have several parts to play. */
type PhraseRole =
  /** Says nothing and may stand anywhere, in commands too. */
  | 'polite'
  /** "can you": with it, a question mark asks for something to be done. */
  | 'request'
  /** "set", "switch": what to do with a state. */
  | 'verb'
  /** "show", "what is": with a noun, a question. */
  | 'lookUp'
  /** "I am", "I'll be". */
  | 'am'
  /** "is", "are": about somebody else, unless a noun for one's own presence stands before it. */
  | 'is'
  | 'self'
  /** "me", "it". */
  | 'object'
  /** "status", "presence". */
  | 'noun'
  | 'possessive'
  /** Articles, prepositions and particles that say nothing. */
  | 'small'
  /** The preposition of the state to be set: "auf". Says nothing else. */
  | 'to'
  /** "mode", "over": says nothing right behind a state. */
  | 'mode'
  | 'on'
  /** "off", "end": behind or before a state, stops it. */
  | 'off'
  /** "is over": the state has ended. */
  | 'done'
  | 'clearVerb'
  | 'everything'
  | 'session'
  | 'preferred'
  /** "status message", whose text follows, or which is to be cleared. */
  | 'message'
  /** "with the message", "saying": what follows is its text. */
  | 'messageMark'
  /** "until": stands before its time. */
  | 'until'
  /** "まで": stands after its time. */
  | 'untilAfter'
  /** "to", between the two times of a range only: "de 9 **a** 11". */
  | 'untilMaybe'
  /** "through": until, the day included. */
  | 'through'
  /** "inclusive", after a day. */
  | 'inclusive'
  /** "for", before a length. */
  | 'for'
  /** "long", "間": after a length. */
  | 'forAfter'
  /** "from": a start follows. */
  | 'from'
  | 'fromAfter'
  /** "in": the length until something begins, or until one is back. */
  | 'in'
  /** "後", "from now": after such a length. */
  | 'inAfter'
  /** Before a time of day: a start, or a link between a day and its time. */
  | 'at'
  /** Before the length of "extend **by** 30 minutes". */
  | 'by'
  | 'and'
  | 'about'
  | 'aboutAfter'
  /** After a unit: half of it more, "et demie", "半". */
  | 'halfAfter'
  | 'next'
  | 'this'
  | 'endOf'
  /** After a day or a stretch: its end, "结束". */
  | 'endAfter'
  | 'restOf'
  | 'all'
  | 'more'
  | 'another'
  /** "noch": with a length and no state, more of what is set; else nothing. */
  | 'still'
  /** "back": with a time, be right back until then. */
  | 'back'
  | 'extend'
  | 'endless'
  | 'vague'
  /** With `am`: only where no time stands before it, "bin ich". */
  | 'question'
  /** "吗", "か" at the end: a question mark in words. */
  | 'questionEnd'
  /** "what does … mean": with a state, a question for help. */
  | 'explain'
  /** "what if", before a whole command. */
  | 'whatIf'
  | 'bygone'
  /** Somebody else: "he", "my colleagues". */
  | 'other'
  | 'report'
  | 'condition'
  | 'maybe'
  | 'negation'
  | 'noLonger'
  | 'sequence'
  | 'correction'
  | 'or'
  | 'recurring';

/** How the language itself says what is offered beside a question. `{}` is the time, the end or the message. */
export interface Sayings {
  /** Whole commands, and the states by themselves: what stands in English at the left. */
  readonly words: Readonly<Record<OfferedWord, string>>;
  /** "until {}" */
  readonly until: string;
  /** What our words and the person's own make together, and how that is said: "hasta a las", "hasta las". */
  readonly contractions?: readonly (readonly [string, string])[];
  /** A state `{status}` with its end `{end}`, in the order of the language. */
  readonly order: string;
  readonly tomorrow: string;
}

export type OfferedWord =
  | 'available'
  | 'busy'
  | 'dnd'
  | 'brb'
  | 'away'
  | 'offline'
  | 'presenting'
  | 'in a call'
  | 'in a conference call'
  | 'clear'
  | 'clear everything'
  | 'clear message'
  | 'undo'
  | 'sign out'
  | 'forget me'
  | 'resume meetings'
  | 'meetings'
  | 'meetings off'
  | 'pause meetings'
  | 'extend'
  | 'message'
  | 'end of day'
  | 'midnight'
  | 'minutes'
  | 'hours'
  | '30 minutes'
  | '1 hour'
  | '2 hours'
  | '30 days';

/** The whole table of one language. docs/languages.md explains each part. */
export interface PhraseTable {
  readonly code: string;
  /** Whether "8:00" and "15:30" are of the 24-hour clock there. */
  readonly fullClock: boolean;
  /** Whether the verb stands last, so that it is no part of a message's text: `メッセージを外出中にして`. */
  readonly verbLast?: boolean;
  /** Characters that are read as others: Traditional ones as Simplified. */
  readonly characters?: Readonly<Record<string, string>>;
  /** Other spellings of letters: `ä` as `ae`. */
  readonly spellings?: readonly (readonly [string, string])[];
  readonly statuses: Readonly<Partial<Record<StatusWord, Words>>>;
  /** Things that occupy people and name a state only together with an end: "lunch until 1pm". */
  readonly occasions: Readonly<Partial<Record<StatusWord, Words>>>;
  readonly commands: Readonly<Partial<Record<CommandWord, PatternWords>>>;
  readonly talk: Readonly<Partial<Record<Talk, PatternWords>>>;
  readonly roles: Readonly<Partial<Record<PhraseRole, PatternWords>>>;
  readonly units: Readonly<Partial<Record<Unit, Words>>>;
  /** Key: the number, also a fraction (`1.5`). */
  readonly numbers: Readonly<Record<string, Words>>;
  /** Key: the length in seconds, of words that are a whole length: "a quarter of an hour". */
  readonly lengths: Readonly<Record<string, Words>>;
  /** Monday first, as ISO 8601 counts. */
  readonly weekdays: readonly Words[];
  readonly months: readonly Words[];
  /** Key: days from today; -1 is yesterday. */
  readonly days: Readonly<Record<string, Words>>;
  readonly dayparts: Readonly<Partial<Record<Daypart, Words>>>;
  /** Endings that make a weekday a part of it: "Montag**morgen**". */
  readonly weekdayParts?: Readonly<Partial<Record<Daypart, Words>>>;
  /**
   * States whose words stand apart: `stör mich … nicht = doNotDisturb`. With `until` before the state, the first words
   * are also an "until": `nicht vor … stören = until doNotDisturb`; with it behind the state,
   * the second words are.
   */
  readonly splits?: readonly string[];
  /** A part of today in one phrase: "ce soir". */
  readonly today?: Readonly<Partial<Record<Daypart, Words>>>;
  /** A part of tomorrow in one word, where that is nothing else: "明朝". */
  readonly tomorrow?: Readonly<Partial<Record<Daypart, Words>>>;
  /** "tonight": today, at night. */
  readonly tonight?: Words;
  readonly clock: Readonly<Record<'noon' | 'midnight', Words>>;
  readonly meridiems?: Readonly<Partial<Record<'am' | 'pm', Words>>>;
  readonly periods: Readonly<Partial<Record<Period, Words>>>;
  readonly endsOfPeriods: Readonly<Partial<Record<Period, Words>>>;
  /** Ends that everyone understands and nobody can compute ("after work"). */
  readonly unclearEnds: Words;
  /** Small rules for times: see `patterns.ts`. */
  readonly patterns: readonly string[];
  readonly say: Sayings;
}
