/** The shape of one language's words. A language is a table of this shape and nothing else. */

import type { MeetingMoment } from '../../presence/meeting.ts';
import type { PreferredId, SessionPairId } from '../../presence/pairs.ts';
import type { Talk } from '../reading.ts';

/** What a word for a state may stand for: a writable pair, or something that needs an answer of its own. */
export type StatusWord =
  | PreferredId
  | Exclude<SessionPairId, 'sessionAvailable' | 'sessionAway'>
  /** Graph cannot write InAMeeting; preferred Busy is the nearest. */
  | 'meeting'
  | 'outOfOffice'
  /** Everyday words that probably mean do not disturb. */
  | 'focus'
  /** Not available, but which of the others? */
  | 'unavailable'
  /** States that Graph reports and nobody can write. */
  | 'notSettable'
  /** No state of one's own: what Teams makes of calendar and activity. */
  | 'automatic'
  /** Words that hold a state's name and mean something else ("go away"). */
  | 'unclear';

/** Units of time. */
export type Unit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'fortnight' | 'month' | 'year';

/** Parts of the day. */
export type Daypart = 'morning' | 'afternoon' | 'evening' | 'night';

/** Named stretches of time: what each is, `resolve-period.ts` says. */
export type Period = Daypart | 'hour' | 'business' | 'day' | 'week' | 'weekend' | 'month' | 'year';

/** What a fixed phrase means when it is the whole sentence. Inside a longer one it means nothing. */
export type FixedSentence =
  | 'status'
  | 'help'
  | 'picker'
  | 'undo'
  | 'details'
  | 'clear'
  | 'clearEverything'
  | 'talk';

/** What is asked of the bot beside presence, each the whole of its sentence: with anything else in it, it is none. */
export type FixedPhrase =
  | 'signOut'
  /** "log off", "be signed out": of the bot, or to look offline? */
  | 'signOutOrOffline'
  | 'signIn'
  | 'why'
  | 'meetings'
  /** Rules on, but which? */
  | 'meetingsOn'
  | 'meetingsOff'
  | 'resumeMeetings'
  | 'forgetMe'
  | 'privacy'
  | 'exportMe';

/** What an answer to a question may be by itself. */
export type PlainAnswer = 'yes' | 'drop' | 'first' | 'second' | 'third' | 'last' | 'ends';

/** What a word does in a sentence, besides naming something. One word may have several. */
export type Role =
  /** Says nothing and may stand anywhere. */
  | 'polite'
  /** What people call any bot: an address, but after a verb its object. */
  | 'name'
  /** "can you", "I want to". */
  | 'request'
  /** "set", "make", "go". */
  | 'verb'
  /** "show", "tell me": with a noun and no state, a question. */
  | 'lookUp'
  /** "show me **as** busy": not a look-up. */
  | 'showAs'
  /** "me", "it", after a verb. */
  | 'object'
  /** "this": something that can be extended or cleared; what is set to busy is something else. */
  | 'thing'
  /** "status", "presence". */
  | 'noun'
  | 'possessive'
  | 'article'
  /** "to", "as", "on", before a state. */
  | 'preposition'
  /** "I am", "I'll be". */
  | 'am'
  /** "is", after a noun of one's own; after anything else it is about somebody else. */
  | 'is'
  | 'self'
  /** "mode", after a state. */
  | 'mode'
  | 'on'
  | 'off'
  | 'done'
  /** Those of them that stand before a state: "done with". */
  | 'doneWith'
  | 'clearVerb'
  /** Those of them that need no object: "reset", "clear it". */
  | 'clearAlone'
  /** A state that is also something one does: to stop it is not to stop showing it. */
  | 'deed'
  | 'everything'
  | 'session'
  | 'preferred'
  /** "status message": begins one. */
  | 'message'
  /** "saying", "with the message": begins one after a state. */
  | 'messageMark'
  /** "and message": one more thing to clear. */
  | 'andMessage'
  /** "set the message **to** …" */
  | 'messageTo'
  /** After a bare "message": somebody is to be told something. */
  | 'addressee'
  | 'until'
  /** "まで": stands after its time. */
  | 'untilAfter'
  /** "to 5pm": until only where a time follows. */
  | 'untilMaybe'
  /** "through Friday": Friday included. */
  | 'through'
  | 'for'
  | 'next'
  | 'this'
  | 'the'
  | 'another'
  | 'more'
  /** "a full hour", "2 hours straight": inside or after a length, says nothing. */
  | 'whole'
  /** "hours": more than one, so never "the next hours" or "an hours". */
  | 'plural'
  | 'fromNow'
  /** "back", "I'll be back": with a time, be right back until then. */
  | 'back'
  /** Joins a day and its time: "tomorrow at 9". */
  | 'at'
  /** Before a time: a start. */
  | 'startAt'
  | 'by'
  | 'in'
  | 'of'
  | 'and'
  /** "half past", "quarter to". */
  | 'past'
  | 'to'
  | 'oclock'
  /** "end of", "rest of", "all": before a stretch of time, its end; the last two only while it lasts. */
  | 'endOf'
  | 'restOf'
  | 'all'
  /** "through Friday", said after it: "Friday inclusive". */
  | 'inclusive'
  /** "out until Friday, back then": says an end again. */
  | 'backThen'
  /** After "until": an end that has passed. */
  | 'yesterday'
  | 'about'
  /** Those words for "about" that mean neither less nor more. */
  | 'near'
  | 'ish'
  | 'vague'
  | 'endless'
  | 'extend'
  | 'whatIf'
  /** "what does", "explain": with a state, a question for help. */
  | 'explain'
  | 'question'
  | 'bygone'
  | 'other'
  | 'report'
  | 'condition'
  | 'maybe'
  | 'negation'
  | 'noLonger'
  | 'anymore'
  | 'sequence'
  | 'correction'
  | 'or'
  | 'recurring'
  // Of the languages that are read in any order: see `phrases/table.ts`.
  | 'small'
  | 'still'
  | 'forAfter'
  | 'from'
  | 'fromAfter'
  | 'inAfter'
  | 'aboutAfter'
  | 'halfAfter'
  | 'endAfter'
  | 'questionEnd';

/** Phrases between bars: `dnd | do not disturb`. Line breaks count as spaces. */
type EnglishWords = string;

/**
 * Phrases between bars whose words may have others in their place: `sign/log me/ out` is four phrases. Between
 * slashes, nothing may be left out, and `i_am` is two words.
 */
type EnglishPatternWords = string;

/** The whole table of one language. */
export interface LanguageTable {
  readonly code: string;
  readonly statuses: Readonly<Record<StatusWord, EnglishWords>>;
  readonly sentences: Readonly<Record<FixedSentence, EnglishWords>>;
  /** Things that occupy people and name a state only together with an end: "lunch until 1pm". */
  readonly occasions: Readonly<Partial<Record<StatusWord, EnglishWords>>>;
  /**
   * Questions about somebody, `@`: `status` stands for every noun for it, `busy` for every state and
   * `show` for every look-up. One that ends in `?` is a question only with that mark.
   */
  readonly about: EnglishWords;
  readonly fixedPhrases: Readonly<Record<FixedPhrase, EnglishPatternWords>>;
  /** Before another end for what was set last; `led`: the last word is of that end; `extend`: only before a length. */
  readonly newEnds: Readonly<Record<'other' | 'led' | 'extend', EnglishPatternWords>>;
  /** Answers to a question, beyond what they mean without one. */
  readonly answers: Readonly<Record<PlainAnswer, EnglishWords>>;
  /** What is said to a bot as to anybody: each is a whole sentence, or a part of one that requests nothing. */
  readonly talk: Readonly<Record<Talk, EnglishWords>>;
  /** What may stand before a fixed phrase, a pause or a rule: "can you", and "can I", which may only ask whether. */
  readonly wants: Readonly<Record<'sure' | 'maybe', EnglishPatternWords>>;
  /** Questions that end in a state: "why am I **busy**". */
  readonly whyState: EnglishPatternWords;
  /** "explain", before such a question. */
  readonly whyLeads: EnglishPatternWords;
  /** Say nothing in such a question: "why am I **still** busy". */
  readonly whyFillers: EnglishPatternWords;
  /** "pause meetings", and what may be meant for it. */
  readonly pauses: Readonly<Record<'sure' | 'unclear', EnglishPatternWords>>;
  /** "when I join a meeting, set me to busy". */
  readonly rules: {
    /** "whenever"; "if" and "as soon as" may speak of one time only. */
    readonly eachTime: EnglishPatternWords;
    readonly moments: Readonly<Record<MeetingMoment, EnglishPatternWords>>;
    /** "in meetings", "on joining a meeting": each time, or now? */
    readonly inMeetings: EnglishPatternWords;
    /** What stands before a state: "set me to". */
    readonly states: EnglishPatternWords;
    readonly ask: EnglishPatternWords;
    readonly nothing: EnglishPatternWords;
    /** Say nothing in a rule. */
    readonly fillers: EnglishPatternWords;
  };
  readonly roles: Readonly<Partial<Record<Role, EnglishWords>>>;
  readonly units: Readonly<Record<Unit, EnglishWords>>;
  readonly numbers: Readonly<Record<number, EnglishWords>>;
  /** Shares of one: a half, a quarter. */
  readonly shares: Readonly<Record<'half' | 'quarter', EnglishWords>>;
  /** Ordinal words and endings ("1st"), for days of the month. */
  readonly ordinals: Readonly<Record<number, EnglishWords>>;
  readonly ordinalEndings: EnglishWords;
  /** Words of sentences and fixed phrases that are looked for behind a typo, beside those of the roles. */
  readonly commandWords: EnglishWords;
  /** Words that begin another thought, in prose. */
  readonly joints: EnglishWords;
  /** Endings of words that are no names ("working"). */
  readonly nameless: EnglishWords;
  /** Monday first, as ISO 8601 counts. */
  readonly weekdays: readonly [
    EnglishWords,
    EnglishWords,
    EnglishWords,
    EnglishWords,
    EnglishWords,
    EnglishWords,
    EnglishWords,
  ];
  readonly months: readonly EnglishWords[];
  readonly meridiems: Readonly<Record<'am' | 'pm', EnglishWords>>;
  readonly dayparts: Readonly<Record<Daypart, EnglishWords>>;
  /** Days counted from today. */
  readonly days: Readonly<Record<0 | 1 | 2, EnglishWords>>;
  /** Further words for some of the time zones in `zone-names.ts`. */
  readonly zones: Readonly<Record<string, EnglishWords>>;
  /** Day and part in one word ("tonight"). */
  readonly tonight: EnglishWords;
  readonly clock: Readonly<Record<'noon' | 'midnight', EnglishWords>>;
  /** Stretches that begin or end something, beside the parts of the day: "business", in "close of business". */
  readonly periods: Readonly<Partial<Record<Period, EnglishWords>>>;
  /** The end of one in a word of its own: "eod". */
  readonly endsOfPeriods: Readonly<Partial<Record<Period, EnglishWords>>>;
  /** Ends that everyone understands and nobody can compute ("lunch", "bedtime"). */
  readonly unclearEnds: EnglishWords;
}
