/**
 * A message from a chat → what it may say of its reader's own presence, to fill in a form before they
 * look at it. Nobody typed it for this bot and nothing is changed by it, so it is read leniently:
 * clause by clause, whatever the others say.
 */

import type { Assumption, End } from '../presence/intent.ts';
import type { PreferredId, SessionPairId } from '../presence/pairs.ts';
import type { Source } from './grammar/answers.ts';
import { longestMessage } from './grammar/extract-message.ts';
import type { Extracted, ExtractedEnd, SentenceFlag } from './grammar/extracted.ts';
import { instantOf, timeOf } from './grammar/interpret-end.ts';
import type { StatusWord } from './languages/language.ts';
import { clean, mentionMark } from './lexer/clean.ts';
import { is, isMark, type Item } from './lexer/items.ts';
import { type MessageLanguage, messageLanguageOf } from './message-language.ts';
import type { SomeEnd } from './read-end.ts';
import { read } from './read.ts';
import type { ReadContext, Reading } from './reading.ts';

type StatusId = PreferredId | SessionPairId;

/** What a form may be filled with; each part is left out where nothing, or more than one thing, was said. */
export interface MessageSuggestion {
  readonly status?: StatusId;
  readonly end?: SomeEnd;
  readonly message?: string;
  readonly assumed: readonly Assumption[];
}

/** A message says early what it is about. */
const looked = 2000;
/** Nobody speaks a longer clause: each is read in time that may grow faster than it does. */
const longestClause = 200;

/** What that message may say. Pure; for any text at all it returns within some milliseconds and never throws. */
export function suggestFromMessage(text: string, context: ReadContext): MessageSuggestion {
  const start = text.slice(0, looked);
  const cleaned = clean(start, context.bot);
  const language = messageLanguageOf(cleaned, context);
  const items = language.items(cleaned);
  const clauses = clausesOf(items, cleaned.written, language);
  // Cut off, "until 3:30" would be "until 3".
  if (text.length > looked) clauses.pop();
  else {
    const whole = wholeSuggestion(start, items, context);
    if (whole !== undefined) return whole;
  }
  const source: Source = { written: cleaned.written, context, corrections: () => [] };
  return together(
    clauses.filter(({ length }) => length <= longestClause).map((clause) => hintOf(clause, source, language)),
    source,
  );
}

/** The message as a sentence said to the bot, if it reads as one. */
function wholeSuggestion(
  text: string,
  items: readonly Item[],
  context: ReadContext,
): MessageSuggestion | undefined {
  const reading = read(text, context);
  // A form has one status and no “then”: neither what comes after nor another time's status is filled in.
  if (reading.kind === 'schedule') return { assumed: [] };
  if (reading.kind === 'chain') {
    const [first] = reading.steps;
    const end = first === undefined || first.end.said === 'nothing' ? {} : { end: first.end };
    return { ...(first && { status: first.status }), ...end, assumed: reading.assumed };
  }
  if (reading.kind !== 'prefer' && reading.kind !== 'open') return undefined;
  const { end, assumed, message } = reading;
  return {
    status: reading.kind === 'prefer' ? reading.status : reading.session,
    ...(end.said === 'nothing' ? {} : { end }),
    ...(message !== undefined && quotes(items).includes(message) ? { message } : {}),
    assumed,
  };
}

/** What stands in quotation marks; a mention in it has lost its name. */
function quotes(items: readonly Item[]): string[] {
  return items
    .filter(({ kind, text }) => kind === 'quote' && !text.includes(mentionMark))
    .map(({ text }) => text);
}

interface TimedEnd {
  readonly end: SomeEnd;
  readonly assumed: readonly Assumption[];
}

/** What one clause says. */
interface Hint {
  readonly statuses: readonly StatusWord[];
  readonly ends: readonly TimedEnd[];
  /** It says when somebody will be back. */
  readonly back: boolean;
  readonly messages: readonly string[];
}

const nothing: Hint = { statuses: [], ends: [], back: false, messages: [] };

/** The nearest that a form offers; a clause with any other state in it says nothing. */
const offered: Readonly<Partial<Record<StatusWord, StatusId>>> = {
  available: 'available',
  busy: 'busy',
  doNotDisturb: 'doNotDisturb',
  beRightBack: 'beRightBack',
  away: 'away',
  offline: 'offline',
  presenting: 'presenting',
  inACall: 'inACall',
  inAConferenceCall: 'inAConferenceCall',
  meeting: 'busy',
  focus: 'doNotDisturb',
  outOfOffice: 'away',
  unavailable: 'away',
};

/** They suggest a status; they are none. */
const occasions: ReadonlySet<StatusWord> = new Set(['meeting', 'focus', 'outOfOffice', 'unavailable']);

/** Each of them makes a clause one about somebody else, another time, or something that is not so. */
const elsewhere: readonly SentenceFlag[] = [
  ...(['setOther', 'otherIs', 'report', 'bygone', 'question', 'questionMark', 'condition', 'maybe'] as const),
  ...(['negation', 'noLonger', 'anymore', 'or', 'recurring', 'done', 'off'] as const),
];

function hintOf(clause: readonly Item[], source: Source, language: MessageLanguage): Hint {
  const extracted = language.extract(clause, source);
  const { flags, statuses, ends, starts, leftOver } = extracted;
  // "Hey folks, I'm out": about the writer all the same.
  const own = clause.some((item) => is(item, 'am'));
  // "until yesterday": long over.
  if (clause.some((item) => is(item, 'yesterday'))) return nothing;
  if (elsewhere.some((flag) => flags.has(flag)) || (flags.has('other') && !own)) return nothing;
  if (extracted.clears.length > 0 || extracted.extend || !starts.every(({ during }) => during === 'day'))
    return nothing;
  if (statuses.some(({ word }) => offered[word] === undefined)) return nothing;
  const back = ends.some((end) => end.back);
  const times = ends.map((end) => timeOfEnd(end, extracted, source));
  // "from 2 to 3pm", said in the morning
  if (times.some((timed) => timed !== undefined && 'instead' in timed && isLater(timed.instead)))
    return nothing;
  // Among other words a state or an end alone is chance: "check this out", "it took 2 hours".
  if (leftOver.length > 0 && !own && !back && (statuses.length === 0 || ends.length === 0)) return nothing;
  return {
    statuses: statuses.filter(({ occasion }) => !occasion || ends.length > 0).map(({ word }) => word),
    ends: times.flatMap((timed) => (timed === undefined || 'instead' in timed ? [] : endIn(timed))),
    back,
    messages: leftOver.length === 0 && statuses.length > 0 ? quotes(clause) : [],
  };
}

/** The end as a time, or why it is none; undefined if it is chance. "Around 3" is 3: the form shows it. */
function timeOfEnd(
  end: ExtractedEnd,
  { starts, statuses, leftOver }: Extracted,
  source: Source,
): ReturnType<typeof timeOf> | undefined {
  const said = end.said.kind === 'vague' ? (end.said.roughly ?? end.said) : end.said;
  // "in room 15"
  if (said.kind === 'bare' && leftOver.length > 0) return undefined;
  return timeOf({ ends: [{ ...end, said }], starts, statuses, endless: false }, source, '');
}

function isLater(reading: Reading): boolean {
  return reading.kind === 'refuse' && reading.refusal.code === 'schedule';
}

function endIn({ end, assumed }: { readonly end: End; readonly assumed: readonly Assumption[] }): TimedEnd[] {
  return end.said === 'nothing' ? [] : [{ end, assumed }];
}

/** All hints together: a state said with an end counts before one without. */
function together(hints: readonly Hint[], source: Source): MessageSuggestion {
  const ends = new Map(
    hints.flatMap((hint) => hint.ends).map((timed) => [instantOf(timed.end, source), timed]),
  );
  const withEnd = hints.filter((hint) => hint.statuses.length > 0 && hint.ends.length > 0);
  const said = (withEnd.length > 0 ? withEnd : hints).flatMap((hint) => hint.statuses);
  const named = hints.flatMap((hint) => hint.statuses).filter((word) => !occasions.has(word));
  // "In a meeting until 3, please do not disturb": a status that is named beats one that an occasion suggests.
  const words = said.every((word) => occasions.has(word)) && named.length > 0 ? named : said;
  if (words.length === 0 && hints.some((hint) => hint.back)) words.push('beRightBack');
  const status = only(new Set(words.flatMap((word) => offered[word] ?? [])));
  const timed = only(new Set(ends.values()));
  const message = only(new Set(hints.flatMap((hint) => hint.messages)));
  const meeting = status === 'busy' && !words.includes('busy');
  return {
    ...(status === undefined ? {} : { status }),
    ...(timed === undefined ? {} : { end: timed.end }),
    ...(message === undefined || message === '' || message.length > longestMessage ? {} : { message }),
    assumed: [...(timed?.assumed ?? []), ...(meeting ? [{ code: 'meetingAsBusy' } as const] : [])],
  };
}

function only<T>(found: ReadonlySet<T>): T | undefined {
  const [first] = found;
  return found.size === 1 ? first : undefined;
}

/** The clauses of prose of any length, without the marks and words that only join them. */
function clausesOf(items: readonly Item[], written: string, language: MessageLanguage): Item[][] {
  let clause: Item[] = [];
  const clauses = [clause];
  items.forEach((item, index) => {
    const before = items[index - 1];
    if (before !== undefined && written.slice(before.to, item.from).includes('\n'))
      clauses.push((clause = []));
    const parts = separates(item, items[index + 1], language);
    // A question is told by its mark.
    if (!parts || isMark(item, '?？')) clause.push(item);
    if (parts) clauses.push((clause = []));
  });
  return clauses.filter(({ length }) => length > 0);
}

function separates(item: Item, next: Item | undefined, { joints }: MessageLanguage): boolean {
  if (isMark(item, '()（）。！？')) return true;
  if (item.kind !== 'mark') return joints.has(item.text) || is(item, 'sequence');
  if (next?.glued === true) return false;
  if (isMark(item, '.!?;:…')) return true;
  // "Friday, 9am" and "2 - 3 hours" are one thing.
  return (isMark(item, ',') || (isMark(item, '-') && !item.glued)) && !tellsTime(next);
}

function tellsTime(item: Item | undefined): boolean {
  if (item === undefined) return false;
  const { month, weekday, day, daypart, clock, tonight } = item.senses;
  return (
    item.kind === 'number' ||
    [month, weekday, day, daypart, clock, tonight].some((sense) => sense !== undefined)
  );
}
