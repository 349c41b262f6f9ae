/** "when I join a meeting, set me to busy", "pause meetings until Monday": the rules for meetings. */

import type { MeetingAction, MeetingMoment } from '../../presence/meeting.ts';
import { en } from '../languages/en.ts';
import type { StatusWord } from '../languages/language.ts';
import { is, isMark, type Item, saysNothing } from '../lexer/items.ts';
import type { Reading } from '../reading.ts';
import { readEnding } from '../time/ends.ts';
import { type DateOrder, dateOrder } from '../time/locale.ts';
import { ask, refuse, type Source, wordOf, words } from './answers.ts';
import { extract, isStray } from './extract.ts';
import type { ExtractedEnd } from './extracted.ts';
import { type EndResult, timeOf } from './interpret-end.ts';
import {
  isPossessive,
  meaningOf,
  patternsOf,
  phrasesAt,
  type PlainWords,
  stateBehind,
  stateIn,
  wantIn,
  withoutWant,
} from './patterns.ts';

/** The rule that is the whole sentence, in either order; a question where it names a state that no rule can set. */
export function readRule({ words, doubted }: PlainWords, { written }: Source): Reading | undefined {
  const parts = partsOf(words);
  if (parts === undefined) return undefined;
  const deed = deedOf(parts.deed.filter((word) => !fillers.has(word)));
  if (deed === undefined) return undefined;
  const { when } = parts;
  const said = parts.deed.join(' ');
  // "busy in meetings" may be now, or in each of them.
  if (when === undefined) {
    const lead = stateIn(parts.deed) === undefined ? '' : 'set me to ';
    return ask('notSure', [], [`${example.join} ${lead}${said}`, said]);
  }
  const of = example[when];
  if (deed === 'other')
    return ask('notSure', [said], [`${of} set me to dnd`, `${of} set me to busy`, `${of} ask me first`]);
  if (parts.want === undefined ? doubted : parts.want === 'maybe')
    return ask('notSure', [], [written.replaceAll('?', '').trim()]);
  return { kind: 'meetingRule', when: [when], then: deed };
}

const times = patternsOf({ time: en.rules.eachTime });
const moments = patternsOf(en.rules.moments);
const inMeetings = patternsOf({ in: en.rules.inMeetings });
const states = patternsOf({ lead: en.rules.states });
const deeds = patternsOf({ ask: en.rules.ask, nothing: en.rules.nothing });
const fillers = patternsOf({ filler: en.rules.fillers });

const example: Readonly<Record<MeetingMoment, string>> = {
  start: 'when I start a meeting',
  present: 'when I present',
  join: 'when I join a meeting',
};

interface RuleParts {
  /** Undefined for "in meetings". */
  readonly when: MeetingMoment | undefined;
  readonly deed: readonly string[];
  /** How sure it is that the deed is wished for. */
  readonly want: ReturnType<typeof withoutWant>['want'];
}

function partsOf(words: readonly string[]): RuleParts | undefined {
  for (let at = 0; at < words.length; at += 1) {
    const [time] = phrasesAt(times, words, at);
    if (time !== undefined) {
      const after = words.slice(at + time.length);
      return at === 0 ? partsAfter(after) : partsBefore(words.slice(0, at), after);
    }
    const [inside] = phrasesAt(inMeetings, words, at);
    if (inside !== undefined && (at === 0 || at + inside.length === words.length))
      return { when: undefined, deed: words.toSpliced(at, inside.length), want: undefined };
  }
  return undefined;
}

/** "set me to busy when I join a meeting". */
function partsBefore(deed: readonly string[], moment: readonly string[]): RuleParts | undefined {
  const when = meaningOf(moments, moment);
  return when === undefined ? undefined : { when, deed, want: undefined };
}

/** "when I join a meeting, can you set me to busy". */
function partsAfter(words: readonly string[]): RuleParts | undefined {
  const [moment] = phrasesAt(moments, words, 0);
  if (moment === undefined) return undefined;
  const { meaning: when, length } = moment;
  const { words: deed, want } = withoutWant(words.slice(words[length] === 'then' ? length + 1 : length));
  return { when, deed, want };
}

/** What to do; `other` for a state that no rule can set. */
function deedOf(words: readonly string[]): MeetingAction | 'other' | undefined {
  const state = stateIn(words) ?? stateBehind(states, words);
  return meaningOf(deeds, words) ?? (state === undefined ? undefined : (opened[state] ?? 'other'));
}

/** A rule opens one of two sessions; everyday words for their states stand for them. */
const opened: Readonly<Partial<Record<StatusWord, MeetingAction>>> = {
  doNotDisturb: 'presenting',
  presenting: 'presenting',
  busy: 'inAConferenceCall',
  inACall: 'inAConferenceCall',
  inAConferenceCall: 'inAConferenceCall',
  meeting: 'inAConferenceCall',
};

/** The pause that the sentence asks for, what is unclear about it, or undefined if it asks for none. */
export function readPause(items: readonly Item[], source: Source): Reading | undefined {
  const at = items.findIndex(({ text }) => heads.has(text));
  const head = at < 0 ? undefined : headAt(items, at, source.written);
  if (head === undefined) return undefined;
  const order = dateOrder(source.context.locale);
  const want = wantIn(items.slice(0, at), source.written);
  const first = want === undefined ? endsIn(items, 0, at, order) : none;
  const rest = endsIn(items, head.next, items.length, order);
  if (first === undefined) return undefined;
  if (rest === undefined) return head.sure ? troubled(items.slice(head.next), source, order) : undefined;
  const ends = [...first.ends, ...rest.ends];
  const doubted = want === undefined ? rest.asked : want === 'maybe';
  if (!head.sure || doubted || ends.some(({ back }) => back))
    return ask(
      head.sure ? 'notSure' : 'pauseWhat',
      [],
      [['pause meetings', ...ends.map((end) => wordOf(source, end))].join(' ')],
    );
  if (first.endless || rest.endless)
    return ends.length > 0
      ? ask('twoEnds')
      : { kind: 'pauseMeetings', until: { said: 'nothing' }, assumed: [] };
  const timed = timeOfPause(ends, source);
  return 'instead' in timed
    ? timed.instead
    : { kind: 'pauseMeetings', until: timed.end, assumed: timed.assumed };
}

const heads = patternsOf(en.pauses);

interface Head {
  readonly sure: boolean;
  readonly next: number;
}

/** The longest "pause my meeting rules" that starts there. */
function headAt(items: readonly Item[], at: number, written: string): Head | undefined {
  const words: string[] = [];
  /** Where the item ends whose last word that many words end with. */
  const nexts = new Map<number, number>();
  for (let index = at; index < items.length; index += 1) {
    const item = items[index];
    if (item?.kind !== 'word' || isPossessive(item, written)) break;
    words.push(...item.text.split(' '));
    nexts.set(words.length, index + 1);
  }
  for (const { meaning, length } of phrasesAt(heads, words, 0)) {
    const next = nexts.get(length);
    if (next !== undefined) return { sure: meaning === 'sure', next };
  }
  return undefined;
}

interface Ends {
  readonly ends: readonly ExtractedEnd[];
  readonly endless: boolean;
  /** A question mark stands among them. */
  readonly asked: boolean;
}

const none: Ends = { ends: [], endless: false, asked: false };

/** The ends of that stretch; undefined if anything else is in it. */
function endsIn(items: readonly Item[], from: number, to: number, order: DateOrder): Ends | undefined {
  const ends: ExtractedEnd[] = [];
  let endless = false;
  let asked = false;
  for (let at = from; at < to;) {
    const item = items[at];
    if (item === undefined || isStray(items, at)) return undefined;
    const ending = is(item, 'endless') ? undefined : readEnding(items, at, order, true);
    if (ending !== undefined && ending.next <= to) {
      const last = items[ending.next - 1] ?? item;
      ends.push({ said: ending.said, back: ending.back, from: item.from, to: last.to });
      at = ending.next;
      continue;
    }
    if (is(item, 'endless')) endless = true;
    else if (isMark(item, '?？')) asked = true;
    else if (!is(item, 'polite') && !saysNothing(items, at)) return undefined;
    at += 1;
  }
  return { ends, endless, asked };
}

/** A pause with something beside it that is no end. */
function troubled(rest: readonly Item[], source: Source, order: DateOrder): Reading {
  const extracted = extract(rest, 0, source.written, order);
  const other = extracted.flags.get('other') ?? extracted.flags.get('setOther');
  if (other !== undefined) return refuse('others', [wordOf(source, other)]);
  const { starts, leftOver, statuses, clears } = extracted;
  if (statuses.length > 0 || clears.length > 0) return ask('twoSteps', [], ['pause meetings']);
  const recurring = extracted.flags.get('recurring');
  if (recurring !== undefined) return refuse('pauseLater', [wordOf(source, recurring)]);
  const [start] = starts;
  if (start !== undefined && leftOver.length === 0 && extracted.flags.size === 0) {
    const said = [wordOf(source, start)];
    if (start.during === undefined) return refuse('pauseLater', said);
    const period = { period: start.during, edge: 'end', running: 'all' } as const;
    const timed = timeOfPause([{ ...start, said: { kind: 'period', period }, back: false }], source);
    return 'instead' in timed
      ? timed.instead
      : { kind: 'pauseMeetings', until: timed.end, assumed: timed.assumed };
  }
  return ask('notSure', words(rest, source), ['pause meetings']);
}

function timeOfPause(ends: readonly ExtractedEnd[], source: Source): EndResult {
  const timed = timeOf(
    { ends: [...ends], starts: [], statuses: [], endless: false },
    source,
    'pause meetings',
  );
  // Rules act by themselves: until about when, is asked.
  const rough = !('instead' in timed) && timed.assumed.some(({ code }) => code === 'roughly');
  return rough
    ? {
        instead: ask(
          'vagueEnd',
          ends.map((end) => wordOf(source, end)),
          ['pause meetings 1 hour'],
        ),
      }
    : timed;
}
