/** A state with its end and message, or a message alone → what to set, or why not. */

import type { Assumption, Instant } from '../../presence/intent.ts';
import { pairOf, type PreferredId, type SessionPairId } from '../../presence/pairs.ts';
import type { StatusWord } from '../languages/language.ts';
import { mentionMark } from '../lexer/clean.ts';
import type { Reading } from '../reading.ts';
import {
  ask,
  canonical,
  refuse,
  type Source,
  spoken,
  startWords,
  statusSuggestions,
  typed,
  withEnd,
  wordOf,
} from './answers.ts';
import { longestMessage } from './extract-message.ts';
import type { Extracted } from './extracted.ts';
import { askVague, timeOf } from './interpret-end.ts';
import { interpretStarts } from './interpret-starts.ts';

/** A request for a state, or undefined if none was named. */
export function interpretStatus(extracted: Extracted, source: Source): Reading | undefined {
  const { ends } = extracted;
  const all = new Set(extracted.statuses.map(({ word }) => word));
  // "busy in a meeting": the meeting is the reason; "set the meeting to busy" is about the meeting.
  if (all.has('busy') && extracted.statuses.every(({ occasion }) => !occasion)) all.delete('meeting');
  const distinct = [...all];
  const returning = ends.some(({ back }) => back);
  if (distinct.length === 0) {
    if (!returning) return undefined;
    // "change my status back at 5" is no being right back.
    if (extracted.verb || extracted.noun)
      return ask(
        'notSure',
        ends.map((end) => wordOf(source, end)),
        ['undo', 'clear'],
      );
    distinct.push('beRightBack');
  }
  const [word] = distinct;
  if (word === undefined) return undefined;
  if (distinct.length > 1) {
    const vagueUntil = ends.some(({ said }) => said.kind === 'vague');
    return vagueUntil
      ? askVague(extracted, source)
      : ask('twoStatuses', spoken(extracted, source), statusSuggestions(extracted, source));
  }
  if (!isSettable(word)) return interpretSpecial(word, extracted, source);
  const troubled = interpretStarts(extracted, source);
  if (troubled !== undefined) return troubled;
  const uncertain = interpretOccasion(extracted, source);
  if (uncertain !== undefined) return uncertain;
  const chosen = choose(word, extracted);
  if (typeof chosen !== 'string') return chosen;
  // "available, back in 10 minutes" is available only then.
  if (chosen === 'available' && extracted.ends.some(({ back }) => back))
    return ask(
      'startOrEnd',
      spoken(extracted, source),
      ['brb', 'available'].flatMap((from) => withEnd(extracted, source, [from])),
    );
  const message = messageOf(extracted, source);
  if (typeof message === 'object') return message;
  // "dnd one more hour": from when?
  if (extracted.more || extracted.another)
    return ask(
      'notSure',
      [],
      [...withEnd(extracted, source, ['extend']), ...statusSuggestions(extracted, source)],
    );
  const timed = timeOf(extracted, source, typed(word, extracted.session) ?? 'busy');
  if ('instead' in timed) return timed.instead;
  const assumed: Assumption[] = [...timed.assumed];
  if (word === 'meeting') assumed.push({ code: 'meetingAsBusy' });
  const rest = {
    end: timed.end,
    ...otherEndsOf(timed, chosen, source),
    ...(message === undefined ? {} : { message }),
    assumed,
  };
  return isSession(chosen)
    ? { kind: 'open', session: chosen, ...rest }
    : { kind: 'prefer', status: chosen, ...rest };
}

/** Those other ends that the state could have. */
function otherEndsOf(
  { otherEnds = [] }: { readonly otherEnds?: readonly Instant[] },
  id: PreferredId | SessionPairId,
  { context }: Source,
): { readonly otherEnds?: readonly Instant[] } {
  const { minSeconds, maxSeconds } = pairOf(id);
  const possible = otherEnds.filter((at) => {
    const seconds = (at - context.now) / 1000;
    return seconds >= minSeconds && seconds <= maxSeconds;
  });
  return possible.length === 0 ? {} : { otherEnds: possible };
}

/** A state that can be written, though perhaps as another. */
type SettableWord = Exclude<StatusWord, Special>;

type Special = 'outOfOffice' | 'notSettable' | 'unavailable' | 'focus' | 'automatic' | 'unclear';

const specials: ReadonlySet<StatusWord> = new Set<Special>([
  'outOfOffice',
  'notSettable',
  'unavailable',
  'focus',
  'automatic',
  'unclear',
]);

function isSettable(word: StatusWord): word is SettableWord {
  return !specials.has(word);
}

function interpretSpecial(word: Special, extracted: Extracted, source: Source): Reading {
  const said = spoken(extracted, source);
  switch (word) {
    case 'outOfOffice':
    case 'notSettable':
      return refuse(word, said);
    case 'unavailable':
      return ask('notSure', said, withEnd(extracted, source, ['away', 'busy', 'dnd']));
    case 'focus':
      return ask('notSure', said, withEnd(extracted, source, ['dnd', 'busy']));
    case 'automatic':
      return ask('notSure', said, ['clear']);
    case 'unclear':
      return ask('notSure', said);
  }
}

/** "lunch until 1pm" is a state; "lunch", "I need lunch" and "call back in 10" may be anything. */
function interpretOccasion(extracted: Extracted, source: Source): Reading | undefined {
  if (!extracted.statuses.every(({ occasion }) => occasion)) return undefined;
  const [end] = extracted.ends;
  const timed = end !== undefined && !end.back && end.said.kind !== 'bare';
  if (extracted.statuses.length === 0 || (timed && !extracted.frame)) return undefined;
  return ask('notSure', spoken(extracted, source), statusSuggestions(extracted, source));
}

function isSession(id: PreferredId | SessionPairId): id is SessionPairId {
  return pairOf(id).slot === 'session';
}

/** The pair meant, in the slot that was named or else in the word's own. */
function choose(word: SettableWord, extracted: Extracted): PreferredId | SessionPairId | Reading {
  if (extracted.preferred && (word === 'inACall' || word === 'inAConferenceCall' || word === 'presenting'))
    return refuse('notSettable');
  if (!extracted.session) return word === 'meeting' ? 'busy' : word;
  if (extracted.preferred) return ask('notSure');
  switch (word) {
    case 'available':
      return 'sessionAvailable';
    case 'away':
      return 'sessionAway';
    case 'inACall':
    case 'inAConferenceCall':
    case 'presenting':
      return word;
    case 'busy':
    case 'doNotDisturb':
    case 'beRightBack':
    case 'offline':
    case 'meeting':
      return refuse('notASession', [word === 'meeting' ? 'busy' : pairOf(word).word]);
  }
}

/** The text beside a state, if there is one; a question or refusal if it cannot be taken. */
function messageOf(extracted: Extracted, source: Source): string | undefined | Reading {
  const { messages } = extracted;
  const [message] = messages;
  if (messages.length > 1) return ask('twoSteps');
  if (message === undefined) return extracted.messageNamed ? ask('noStatus') : undefined;
  if (message.text === '') return ask('noStatus', [], []);
  // "status message of @Bruno": somebody else's; and of a mention only its place is left here, not the name.
  if (message.text.includes(mentionMark)) return ask('notSure');
  if (message.addressed && extracted.statuses.length > 0) {
    const status = canonical(extracted, source);
    return ask(
      'notSure',
      [message.text],
      status === undefined ? [] : [`${status} "${message.text.replaceAll('"', '')}"`],
    );
  }
  return message.text.length > longestMessage ? refuse('tooLong') : message.text;
}

/** A message without a state. */
export function interpretMessage(extracted: Extracted, source: Source): Reading | undefined {
  if (!extracted.messageNamed && extracted.messages.length === 0) return undefined;
  const [message] = extracted.messages;
  const text = messageOf(extracted, source);
  if (typeof text === 'object') return text;
  if (text === undefined || message === undefined) return undefined;
  if (!message.marked) {
    const { written } = source;
    return ask('notSure', [], [written.replaceAll(/["“”„«»‘’'`]/g, ''), `message "${text}"`]);
  }
  if (message.addressed)
    return ask('notSure', [text], [`message "${text.replaceAll('"', '')}"`, 'clear message', text]);
  if (extracted.starts.length > 0) return refuse('schedule', startWords(extracted, source));
  if (extracted.session || extracted.flags.has('off') || extracted.flags.has('done')) return ask('notSure');
  const timed = timeOf(extracted, source, `message "${text.replaceAll('"', '')}"`);
  if ('instead' in timed) return timed.instead;
  return { kind: 'message', text, ...timed };
}
