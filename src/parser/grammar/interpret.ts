/** What was extracted → one reading. The order of the rules is the order of caution: what forbids a change comes first. */

import { is } from '../lexer/items.ts';
import type { Reading } from '../reading.ts';
import {
  ask,
  canonical,
  clear,
  flagWord,
  leftOverSuggestions,
  none,
  noted,
  refuse,
  type Source,
  spoken,
  startWords,
  statusSuggestions,
  wordOf,
  words,
} from './answers.ts';
import type { Extracted, SentenceFlag } from './extracted.ts';
import { interpretClear } from './interpret-clear.ts';
import { askVague, timeOf } from './interpret-end.ts';
import { interpretMessage, interpretStatus } from './interpret-status.ts';

/** The reading of a sentence that was extracted whole. */
export function interpret(extracted: Extracted, source: Source): Reading {
  const reading = interpretAll(extracted, source);
  if (reading.kind !== 'ask') return reading;
  const { question } = reading;
  const suggestions = question.suggestions.flatMap((sentence) => noted(sentence, extracted));
  return { kind: 'ask', question: { ...question, suggestions } };
}

function interpretAll(extracted: Extracted, source: Source): Reading {
  return (
    interpretOthers(extracted, source) ??
    interpretQuestion(extracted, source) ??
    interpretLeftOver(extracted, source) ??
    interpretTroubled(extracted, source) ??
    interpretClear(extracted, source) ??
    interpretExtend(extracted, source) ??
    interpretStatus(extracted, source) ??
    interpretMessage(extracted, source) ??
    interpretRest(extracted, source)
  );
}

/** Whether the sentence holds anything that this bot could do. */
function concerns(extracted: Extracted): boolean {
  const framed = extracted.verb && extracted.noun && !extracted.lookUp && !extracted.flags.has('question');
  return (
    extracted.statuses.length > 0 ||
    extracted.clears.length > 0 ||
    extracted.extend ||
    extracted.messageNamed ||
    framed
  );
}

const flagged = (extracted: Extracted, ...flags: readonly SentenceFlag[]) =>
  flags.find((name) => extracted.flags.has(name));

/** Somebody else, something past, something said or imagined: never a change. */
function interpretOthers(extracted: Extracted, source: Source): Reading | undefined {
  const someone = extracted.flags.get('setOther');
  if (someone !== undefined) return refuse('others', [wordOf(source, someone)]);
  if (extracted.flags.has('other')) {
    const wants =
      extracted.verb &&
      concerns(extracted) &&
      !extracted.flags.has('question') &&
      !extracted.flags.has('report');
    return wants ? refuse('others', flagWord(extracted, source, 'other')) : none;
  }
  if (flagged(extracted, 'bygone', 'report', 'otherIs') !== undefined) return none;
  return undefined;
}

function interpretQuestion(extracted: Extracted, source: Source): Reading | undefined {
  const { flags, statuses } = extracted;
  const noun = extracted.noun;
  const plainNoun =
    noun && statuses.length === 0 && extracted.ends.length === 0 && extracted.starts.length === 0;
  if (extracted.lookUp && plainNoun && extracted.leftOver.length === 0 && extracted.clears.length === 0)
    return { kind: 'status' };
  // "when the call starts, set me busy" is a condition, not a question.
  const condition = is(flags.get('question'), 'condition') && extracted.verb && statuses.length > 0;
  if (condition) return ask('notSure', flagWord(extracted, source, 'question'));
  if (flags.has('question')) {
    if (extracted.explain && statuses.length > 0 && !extracted.self && extracted.leftOver.length < 4)
      return { kind: 'help' };
    if (extracted.leftOver.length > 0 && !(extracted.self && statuses.length > 0)) return none;
    if (extracted.starts.length > 0) return none;
    if (extracted.self || noun || statuses.length > 0) return { kind: 'status' };
    return none;
  }
  if (!flags.has('questionMark') || extracted.request || extracted.leftOver.length > 0) return undefined;
  if (statuses.length === 0 && extracted.clears.length === 0 && !extracted.extend)
    return noun || extracted.messageNamed ? { kind: 'status' } : none;
  if (
    statuses.length === 1 &&
    extracted.ends.length === 0 &&
    extracted.starts.length === 0 &&
    !extracted.verb
  )
    return { kind: 'status' };
  return ask('notSure', [], [source.written.replaceAll('?', '').trim()]);
}

/** Words that no table knows, or that found no place. */
function interpretLeftOver(extracted: Extracted, source: Source): Reading | undefined {
  const { leftOver } = extracted;
  const [first] = leftOver;
  if (first === undefined) return undefined;
  const unknown = leftOver.filter(({ kind, known }) => kind === 'word' && !known);
  if (unknown.length > 0) {
    const corrected = source.corrections(unknown);
    if (corrected.length > 0) return ask('typo', words(unknown, source), corrected);
  }
  if (!concerns(extracted)) return none;
  if (extracted.ends.some(({ said }) => said.kind === 'vague')) return askVague(extracted, source);
  const amount = leftOver.findIndex(({ kind }) => kind === 'number');
  const unit = leftOver[amount + 1];
  if (amount >= 0 && amount === leftOver.length - 2 && unit?.kind === 'word' && extracted.ends.length === 0)
    // A unit that is known has more before it than any number that is read.
    return unit.senses.unit === undefined
      ? refuse('unknownUnit', [wordOf(source, unit)])
      : refuse('noSuchTime', words(leftOver, source));
  return ask('leftOver', words(leftOver, source), leftOverSuggestions(extracted, source));
}

/** Every part is known, but together they do not say one thing to be done now. */
function interpretTroubled(extracted: Extracted, source: Source): Reading | undefined {
  const { flags, statuses } = extracted;
  const concerned = concerns(extracted);
  if (!concerned) {
    const strange = flagged(
      extracted,
      'negation',
      'condition',
      'maybe',
      'sequence',
      'correction',
      'or',
      'recurring',
      'done',
    );
    return strange === undefined ? undefined : none;
  }
  if (flags.has('recurring')) return refuse('schedule', flagWord(extracted, source, 'recurring'));
  if (extracted.explain) return { kind: 'help' };
  const suggestion = canonical(extracted, source);
  const suggestions = suggestion === undefined ? [] : [suggestion];
  for (const name of ['condition', 'maybe', 'correction'] as const)
    if (flags.has(name)) return ask('notSure', flagWord(extracted, source, name), suggestions);
  if (flags.has('sequence')) return ask('twoSteps', flagWord(extracted, source, 'sequence'), suggestions);
  if (flags.has('or')) return interpretOr(extracted, source);
  if (flags.has('negation') || flags.has('noLonger') || flags.has('anymore'))
    return interpretNegation(extracted, source);
  if (statuses.some(({ word }) => word === 'unclear')) return ask('notSure', spoken(extracted, source));
  return undefined;
}

function interpretOr(extracted: Extracted, source: Source): Reading {
  if (extracted.statuses.length > 1)
    return ask('twoStatuses', spoken(extracted, source), statusSuggestions(extracted, source));
  return ask('notSure', flagWord(extracted, source, 'or'), statusSuggestions(extracted, source));
}

/** "not busy anymore", "no longer away" clear; any other negation is asked about. */
function interpretNegation(extracted: Extracted, source: Source): Reading {
  const { flags, statuses } = extracted;
  const over = flags.has('noLonger') || (flags.has('anymore') && flags.has('negation'));
  const [status] = statuses;
  const plain =
    statuses.length === 1 &&
    extracted.ends.length === 0 &&
    extracted.starts.length === 0 &&
    extracted.clears.length === 0;
  const occupied =
    status !== undefined && !['available', 'unavailable', 'automatic', 'unclear'].includes(status.word);
  if (over && plain && occupied && extracted.messages.length === 0 && !flags.has('questionMark'))
    return clear(['session', 'preferred']);
  // "don't clear my status": what is not to be done is nothing to offer.
  if (extracted.clears.length > 0) return ask('notSure');
  return ask(
    'negated',
    spoken(extracted, source),
    status?.word === 'available' ? ['busy', 'dnd', 'away'] : ['clear'],
  );
}

function interpretExtend(extracted: Extracted, source: Source): Reading | undefined {
  const { statuses, ends } = extracted;
  const longer = (extracted.more || extracted.another) && statuses.length === 0 && ends.length > 0;
  if (!extracted.extend && !longer) return undefined;
  if (extracted.starts.length > 0) return refuse('schedule', startWords(extracted, source));
  const [end] = ends;
  const usual = ['extend 30 minutes', 'extend 1 hour'];
  if (statuses.length > 0 || extracted.messages.length > 0)
    return ask('notSure', [], end === undefined ? usual : [`extend ${wordOf(source, end)}`]);
  if (end === undefined) return ask('notSure', [], usual);
  const timed = timeOf(extracted, source, 'extend');
  if ('instead' in timed) return timed.instead;
  if (timed.end.said === 'nothing') return ask('notSure', [], usual);
  return { kind: 'extend', end: timed.end, assumed: timed.assumed };
}

/** "can you change my status", and not a word of to what or for how long. */
function picks(extracted: Extracted): boolean {
  const { verb, noun, session, endless, ends, starts } = extracted;
  return verb && noun && !session && !endless && ends.length === 0 && starts.length === 0;
}

/** No state, no command: an end alone, a frame alone, or talk. */
function interpretRest(extracted: Extracted, source: Source): Reading {
  const { ends } = extracted;
  const [end] = ends;
  if (end !== undefined && extracted.starts.length === 0) {
    const only = wordOf(source, end);
    return ask('noStatus', [only], [`busy ${only}`, `dnd ${only}`, `away ${only}`]);
  }
  if (picks(extracted)) return { kind: 'picker' };
  if (extracted.session || (extracted.verb && extracted.noun))
    return ask('noStatus', [], ['busy', 'dnd', 'available']);
  if (extracted.noun && !extracted.verb && extracted.starts.length === 0) return { kind: 'status' };
  return none;
}
