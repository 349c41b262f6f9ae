/** What was heard → one reading. The order of the rules is the order of caution: what forbids a change comes first. */

import { ask, clear, flagWord, none, refuse, startWords, wordOf, words, type Scene } from './answers.ts';
import { decideClear } from './decide-clear.ts';
import type { Flag, Heard } from './heard.ts';
import { decideMessage } from './decide-message.ts';
import { is } from './phrases.ts';
import type { Reading } from './reading.ts';
import { decideStatus } from './decide-state.ts';
import { canonical, leftOverSuggestions, noted, spoken, statusSuggestions } from './suggest.ts';
import { askVague, timeOf } from './when.ts';
import type { Phrase } from './words/words.ts';

/** The reading of a sentence that was heard whole. */
export function decide(heard: Heard, scene: Scene): Reading {
  const reading = decideAll(heard, scene);
  if (reading.kind !== 'ask') return reading;
  const { question } = reading;
  const suggestions = question.suggestions.flatMap((sentence) => noted(sentence, heard));
  return { kind: 'ask', question: { ...question, suggestions } };
}

function decideAll(heard: Heard, scene: Scene): Reading {
  return (
    decideOthers(heard, scene) ??
    decideQuestion(heard, scene) ??
    decideLeftOver(heard, scene) ??
    decideTroubled(heard, scene) ??
    decideClear(heard, scene) ??
    decideExtend(heard, scene) ??
    decideStatus(heard, scene) ??
    decideMessage(heard, scene) ??
    decideRest(heard, scene)
  );
}

/** Whether the sentence holds anything that this bot could do. */
function concerns(heard: Heard): boolean {
  const framed = heard.verb && heard.noun && !heard.lookUp && !heard.flags.has('question');
  return heard.statuses.length > 0 || heard.clears.length > 0 || heard.extend || heard.messageNamed || framed;
}

const flagged = (heard: Heard, ...flags: readonly Flag[]) => flags.find((name) => heard.flags.has(name));

/** The meaning of a fixed phrase that is the whole sentence. */
export function decidePhrase(phrase: Phrase, doubted: boolean): Reading {
  switch (phrase) {
    case 'status':
    case 'help':
    case 'picker':
    case 'details':
      return { kind: phrase };
    case 'undo':
      return doubted ? ask('notSure', [], ['undo']) : { kind: 'undo' };
    case 'clear':
      return doubted ? ask('notSure', [], ['clear']) : clear(['session', 'preferred']);
    case 'clearEverything':
      return doubted ? ask('notSure', [], ['clear everything']) : clear(['session', 'preferred', 'message']);
    case 'talk':
      return none;
  }
}

/** Somebody else, something past, something said or imagined: never a change. */
function decideOthers(heard: Heard, scene: Scene): Reading | undefined {
  const someone = heard.flags.get('setOther');
  if (someone !== undefined) return refuse('others', [wordOf(scene, someone)]);
  if (heard.flags.has('other')) {
    const wants = heard.verb && concerns(heard) && !heard.flags.has('question') && !heard.flags.has('report');
    return wants ? refuse('others', flagWord(heard, scene, 'other')) : none;
  }
  if (flagged(heard, 'bygone', 'report', 'otherIs') !== undefined) return none;
  return undefined;
}

function decideQuestion(heard: Heard, scene: Scene): Reading | undefined {
  const { flags, statuses } = heard;
  const noun = heard.noun;
  const plainNoun = noun && statuses.length === 0 && heard.ends.length === 0 && heard.starts.length === 0;
  if (heard.lookUp && plainNoun && heard.leftOver.length === 0 && heard.clears.length === 0)
    return { kind: 'status' };
  // "when the call starts, set me busy" is a condition, not a question.
  const condition = is(flags.get('question'), 'condition') && heard.verb && statuses.length > 0;
  if (condition) return ask('notSure', flagWord(heard, scene, 'question'));
  if (flags.has('question')) {
    if (heard.explain && statuses.length > 0 && !heard.self && heard.leftOver.length < 4)
      return { kind: 'help' };
    if (heard.leftOver.length > 0 && !(heard.self && statuses.length > 0)) return none;
    if (heard.starts.length > 0) return none;
    if (heard.self || noun || statuses.length > 0) return { kind: 'status' };
    return none;
  }
  if (!flags.has('questionMark') || heard.request || heard.leftOver.length > 0) return undefined;
  if (statuses.length === 0 && heard.clears.length === 0 && !heard.extend)
    return noun || heard.messageNamed ? { kind: 'status' } : none;
  if (statuses.length === 1 && heard.ends.length === 0 && heard.starts.length === 0 && !heard.verb)
    return { kind: 'status' };
  return ask('notSure', [], [scene.written.replaceAll('?', '').trim()]);
}

/** Words that no table knows, or that found no place. */
function decideLeftOver(heard: Heard, scene: Scene): Reading | undefined {
  const { leftOver } = heard;
  const [first] = leftOver;
  if (first === undefined) return undefined;
  const unknown = leftOver.filter(({ kind, known }) => kind === 'word' && !known);
  if (unknown.length > 0) {
    const corrected = scene.corrections(unknown);
    if (corrected.length > 0) return ask('typo', words(unknown, scene), corrected);
  }
  if (!concerns(heard)) return none;
  if (heard.ends.some(({ said }) => said.kind === 'vague')) return askVague(heard, scene);
  const amount = leftOver.findIndex(({ kind }) => kind === 'number');
  const unit = leftOver[amount + 1];
  if (amount >= 0 && amount === leftOver.length - 2 && unit?.kind === 'word' && heard.ends.length === 0)
    // A unit that is known has more before it than any number that is read.
    return unit.senses.unit === undefined
      ? refuse('unknownUnit', [wordOf(scene, unit)])
      : refuse('noSuchTime', words(leftOver, scene));
  return ask('leftOver', words(leftOver, scene), leftOverSuggestions(heard, scene));
}

/** Every part is known, but together they do not say one thing to be done now. */
function decideTroubled(heard: Heard, scene: Scene): Reading | undefined {
  const { flags, statuses } = heard;
  const concerned = concerns(heard);
  if (!concerned) {
    const strange = flagged(
      heard,
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
  if (flags.has('recurring')) return refuse('schedule', flagWord(heard, scene, 'recurring'));
  if (heard.explain) return { kind: 'help' };
  const suggestion = canonical(heard, scene);
  const suggestions = suggestion === undefined ? [] : [suggestion];
  for (const name of ['condition', 'maybe', 'correction'] as const)
    if (flags.has(name)) return ask('notSure', flagWord(heard, scene, name), suggestions);
  if (flags.has('sequence')) return ask('twoSteps', flagWord(heard, scene, 'sequence'), suggestions);
  if (flags.has('or')) return decideOr(heard, scene);
  if (flags.has('negation') || flags.has('noLonger') || flags.has('anymore'))
    return decideNegation(heard, scene);
  if (statuses.some(({ word }) => word === 'unclear')) return ask('notSure', spoken(heard, scene));
  return undefined;
}

function decideOr(heard: Heard, scene: Scene): Reading {
  if (heard.statuses.length > 1)
    return ask('twoStatuses', spoken(heard, scene), statusSuggestions(heard, scene));
  return ask('notSure', flagWord(heard, scene, 'or'), statusSuggestions(heard, scene));
}

/** "not busy anymore", "no longer away" clear; any other negation is asked about. */
function decideNegation(heard: Heard, scene: Scene): Reading {
  const { flags, statuses } = heard;
  const over = flags.has('noLonger') || (flags.has('anymore') && flags.has('negation'));
  const [status] = statuses;
  const plain =
    statuses.length === 1 &&
    heard.ends.length === 0 &&
    heard.starts.length === 0 &&
    heard.clears.length === 0;
  const occupied =
    status !== undefined && !['available', 'unavailable', 'automatic', 'unclear'].includes(status.word);
  if (over && plain && occupied && heard.messages.length === 0 && !flags.has('questionMark'))
    return clear(['session', 'preferred']);
  // "don't clear my status": what is not to be done is nothing to offer.
  if (heard.clears.length > 0) return ask('notSure');
  return ask(
    'negated',
    spoken(heard, scene),
    status?.word === 'available' ? ['busy', 'dnd', 'away'] : ['clear'],
  );
}

function decideExtend(heard: Heard, scene: Scene): Reading | undefined {
  const { statuses, ends } = heard;
  const longer = (heard.more || heard.another) && statuses.length === 0 && ends.length > 0;
  if (!heard.extend && !longer) return undefined;
  if (heard.starts.length > 0) return refuse('schedule', startWords(heard, scene));
  const [end] = ends;
  const usual = ['extend 30 minutes', 'extend 1 hour'];
  if (statuses.length > 0 || heard.messages.length > 0)
    return ask('notSure', [], end === undefined ? usual : [`extend ${wordOf(scene, end)}`]);
  if (end === undefined) return ask('notSure', [], usual);
  const timed = timeOf(heard, scene, 'extend');
  if ('instead' in timed) return timed.instead;
  if (timed.end.said === 'nothing') return ask('notSure', [], usual);
  return { kind: 'extend', end: timed.end, assumed: timed.assumed };
}

/** "can you change my status", and not a word of to what or for how long. */
function picks(heard: Heard): boolean {
  const { verb, noun, session, endless, ends, starts } = heard;
  return verb && noun && !session && !endless && ends.length === 0 && starts.length === 0;
}

/** No state, no command: an end alone, a frame alone, or talk. */
function decideRest(heard: Heard, scene: Scene): Reading {
  const { ends } = heard;
  const [end] = ends;
  if (end !== undefined && heard.starts.length === 0) {
    const only = wordOf(scene, end);
    return ask('noStatus', [only], [`busy ${only}`, `dnd ${only}`, `away ${only}`]);
  }
  if (picks(heard)) return { kind: 'picker' };
  if (heard.session || (heard.verb && heard.noun)) return ask('noStatus', [], ['busy', 'dnd', 'available']);
  if (heard.noun && !heard.verb && heard.starts.length === 0) return { kind: 'status' };
  return none;
}
