/** "Wenn ich an einer Besprechung teilnehme, setz mich auf beschäftigt": the rules for meetings, in any order. */

import type { MeetingAction, MeetingMoment } from '../../presence/meeting.ts';
import { ask, type Source } from '../grammar/answers.ts';
import { meetingRuleWords, type RuleWords } from '../languages/meeting-rules.ts';
import type { StatusWord } from '../languages/language.ts';
import { is, isMark } from '../lexer/items.ts';
import type { Token } from '../lexer/tokens.ts';
import type { Reading } from '../reading.ts';
import type { DateOrder } from '../time/locale.ts';
import { expand } from './expand.ts';
import { extractIn } from './extract.ts';
import { withoutAccents } from './fold.ts';
import { itemizeIn, keyOf } from './items.ts';
import type { Phrases } from './lexicon.ts';
import { joinSplits } from './splits.ts';

/** No rule says more. */
const longest = 60;

/** The rule that is the whole sentence; a question where it names a state that no rule can set. */
export function readRuleIn(
  phrases: Phrases,
  tokens: readonly Token[],
  source: Source,
  order: DateOrder,
): Reading | undefined {
  const rules = rulesOf(phrases.table.code);
  if (rules === undefined || tokens.length > longest || tokens.some(({ kind }) => unread.has(kind)))
    return undefined;
  const found = momentIn(rules, tokens);
  if (found === undefined) return undefined;
  const asked = tokens.some((token) => token.kind === 'mark' && '?？'.includes(token.text));
  const deed = [...tokens.slice(0, found.from), ...tokens.slice(found.to)];
  const then = deedOf(phrases, rules, deed, source, order);
  if (then === undefined) return undefined;
  if (then.action === 'other')
    return ask('notSure', [], offers(phrases, rules, tokens.slice(found.from, found.to), source));
  if ((asked || then.doubted) && !then.wished)
    return ask('notSure', [], [source.written.replace(/[?？]/g, '').trim()]);
  return { kind: 'meetingRule', when: [found.when], then: then.action };
}

/** Whether a word stands in it with which such a clause begins: most sentences have none. */
export function mayBeRuleIn({ table }: Phrases, written: string): boolean {
  return rulesOf(table.code)?.begins?.test(withoutAccents(written.toLowerCase())) ?? true;
}

/** A person or a quotation is in no rule. */
const unread: ReadonlySet<Token['kind']> = new Set<Token['kind']>(['somebody', 'quote', 'iso']);

/** The words of a language, each phrase as what its letters alone must match from a place on. */
interface Rules {
  readonly moments: readonly (readonly [MeetingMoment, readonly RegExp[]])[];
  readonly asks: readonly RegExp[];
  readonly nothing: readonly RegExp[];
  readonly always: readonly RegExp[];
  /** The first words of all moments; undefined where they may begin with anything. */
  readonly begins: RegExp | undefined;
  /** "ask me first", as it is written. */
  readonly ask: string;
}

const built = new Map<string, Rules>();

/** Built when first needed. */
function rulesOf(code: string): Rules | undefined {
  const words = meetingRuleWords[code];
  if (words === undefined) return undefined;
  const known = built.get(code) ?? build(words);
  built.set(code, known);
  return known;
}

function build({ each, meeting, moments, ask: asks, nothing, always }: RuleWords): Rules {
  const when = (moment: MeetingMoment) =>
    expressions(moments[moment].replaceAll('{each}', each).replaceAll('{meeting}', meeting));
  return {
    moments: (['start', 'present', 'join'] as const).map((moment) => [moment, when(moment)]),
    asks: expressions(asks),
    nothing: expressions(nothing),
    always: expressions(always),
    begins: beginsOf(Object.values(moments).join('|').replaceAll('{each}', each)),
    ask: expand(asks)[0] ?? '',
  };
}

function beginsOf(phrases: string): RegExp | undefined {
  const places = phrases.split('|').map((phrase) => phrase.trim().split(/\s+/)[0] ?? '');
  const words = places.flatMap((place) => place.split('/').map((choice) => choice.split(/[_']/)[0] ?? ''));
  const first = new Set(words.map((word) => withoutAccents(word.toLowerCase())));
  return first.has('') ? undefined : new RegExp([...first].join('|'));
}

/** Each of the phrases between bars: too many words may stand in one place of theirs to write all of them out. */
export function expressions(phrases: string): readonly RegExp[] {
  return phrases.split('|').map((phrase) => {
    const places = phrase
      .trim()
      .split(/\s+/)
      .map((place) => {
        const choices = place.split('/').map(letters);
        const longestFirst = choices
          .filter((choice) => choice !== '')
          .sort((one, two) => two.length - one.length);
        return `(?:${longestFirst.join('|')})${choices.includes('') ? '?' : ''}`;
      });
    return new RegExp(places.join(''), 'y');
  });
}

function letters(phrase: string): string {
  return withoutAccents(phrase.toLowerCase()).replace(/[\s_'’-]/g, '');
}

/** The letters of tokens, and where each token begins and the last one ends. */
interface Letters {
  readonly text: string;
  readonly bounds: readonly number[];
}

function lettersOf(tokens: readonly Token[]): Letters {
  const bounds: number[] = [];
  let text = '';
  for (const token of tokens) {
    bounds.push(text.length);
    if (token.kind !== 'mark') text += withoutAccents(token.text);
  }
  return { text, bounds: [...bounds, text.length] };
}

/** How many tokens one of them takes from there on, at most; 0 if none of them stands there. */
function matched(all: readonly RegExp[], { text, bounds }: Letters, at: number): number {
  let most = 0;
  for (const expression of all) {
    expression.lastIndex = bounds[at] ?? text.length;
    if (!expression.test(text)) continue;
    const to = bounds.indexOf(expression.lastIndex, at);
    most = Math.max(most, to - at);
  }
  return most;
}

function isAll(all: readonly RegExp[], text: string): boolean {
  return all.some((expression) => {
    expression.lastIndex = 0;
    return text !== '' && expression.test(text) && expression.lastIndex === text.length;
  });
}

interface FoundRule {
  readonly when: MeetingMoment;
  readonly from: number;
  readonly to: number;
}

/** The longest "when I join a meeting", wherever it stands. */
function momentIn({ moments }: Rules, tokens: readonly Token[]): FoundRule | undefined {
  const said = lettersOf(tokens);
  let best: FoundRule | undefined;
  for (let from = 0; from < tokens.length; from += 1)
    for (const [when, all] of moments) {
      const length = tokens[from]?.kind === 'mark' ? 0 : matched(all, said, from);
      if (length > (best === undefined ? 0 : best.to - best.from)) best = { when, from, to: from + length };
    }
  return best;
}

function withoutAlways({ always }: Rules, tokens: readonly Token[]): readonly Token[] {
  const said = lettersOf(tokens);
  const kept: Token[] = [];
  for (let at = 0; at < tokens.length;) {
    const length = matched(always, said, at);
    const token = tokens[at];
    if (length === 0 && token !== undefined) kept.push(token);
    at += Math.max(1, length);
  }
  return kept;
}

interface Deed {
  /** `other` for a state that no rule can set. */
  readonly action: MeetingAction | 'other';
  /** "can you" */
  readonly wished: boolean;
  /** A question in words. */
  readonly doubted: boolean;
}

/** What to do: nothing, ask, or one state and nothing else. */
function deedOf(
  phrases: Phrases,
  rules: Rules,
  said: readonly Token[],
  source: Source,
  order: DateOrder,
): Deed | undefined {
  const tokens = withoutAlways(rules, said);
  const items = joinSplits(phrases.splits, itemizeIn(tokens, phrases.lexicon));
  const wished = items.some((item) => is(item, 'request'));
  const doubted = items.some((item) => is(item, 'questionEnd'));
  const keys = [lettersOf(said).text, lettersOf(tokens).text, keyOf(items).replaceAll(' ', '')];
  if (keys.some((key) => isAll(rules.asks, key))) return { action: 'ask', wished, doubted };
  if (keys.some((key) => isAll(rules.nothing, key))) return { action: 'nothing', wished, doubted };
  const told = items.filter((item) => !isMark(item, '?？') && !is(item, 'questionEnd'));
  if (told.some((item) => is(item, 'whatIf') || is(item, 'question'))) return undefined;
  const { statuses, ends, starts, clears, messages, flags, leftOver, ...rest } = extractIn(
    phrases,
    told,
    source.written,
    order,
  );
  const others = [ends, starts, clears, messages, leftOver].some(({ length }) => length > 0);
  if (
    others ||
    flags.size > 0 ||
    rest.lookUp ||
    rest.extend ||
    rest.more ||
    rest.messageNamed ||
    rest.endless
  )
    return undefined;
  const [state, ...more] = new Set(statuses.map(({ word }) => word));
  if (state === undefined || more.length > 0) return undefined;
  return { action: opened[state] ?? 'other', wished, doubted };
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

/** The same moment with what a rule can do. */
function offers({ table }: Phrases, rules: Rules, moment: readonly Token[], { written }: Source): string[] {
  const said = written.slice(moment[0]?.from, moment.at(-1)?.to);
  const { dnd, busy } = table.say.words;
  return [dnd, busy, rules.ask].map((deed) => `${said}, ${deed}`);
}
