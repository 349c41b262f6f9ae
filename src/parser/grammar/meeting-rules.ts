/** "when I join a meeting, set me to busy": one rule for what happens in meetings. */

import { ask, type Source } from './answers.ts';
import { meaningOf, patternsOf, phrasesAt } from './patterns.ts';
import { stateBehind, stateIn, withoutWant, type PlainWords } from './plain.ts';
import type { MeetingDeed, MeetingMoment } from '../../presence/meeting.ts';
import type { Reading } from '../reading.ts';
import { en } from '../languages/en.ts';
import type { StatusWord } from '../languages/language.ts';

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
    return ask('notSure', [said], [`${of} set me to dnd`, `${of} set me to busy`, `${of} ask me first`]); // prettier-ignore
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

interface Parts {
  /** Undefined for "in meetings". */
  readonly when: MeetingMoment | undefined;
  readonly deed: readonly string[];
  /** How sure it is that the deed is wished for. */
  readonly want: ReturnType<typeof withoutWant>['want'];
}

function partsOf(words: readonly string[]): Parts | undefined {
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
function partsBefore(deed: readonly string[], moment: readonly string[]): Parts | undefined {
  const when = meaningOf(moments, moment);
  return when === undefined ? undefined : { when, deed, want: undefined };
}

/** "when I join a meeting, can you set me to busy". */
function partsAfter(words: readonly string[]): Parts | undefined {
  const [moment] = phrasesAt(moments, words, 0);
  if (moment === undefined) return undefined;
  const { meaning: when, length } = moment;
  const { words: deed, want } = withoutWant(words.slice(words[length] === 'then' ? length + 1 : length));
  return { when, deed, want };
}

/** What to do; `other` for a state that no rule can set. */
function deedOf(words: readonly string[]): MeetingDeed | 'other' | undefined {
  const state = stateIn(words) ?? stateBehind(states, words);
  return meaningOf(deeds, words) ?? (state === undefined ? undefined : (opened[state] ?? 'other'));
}

/** A rule opens one of two sessions; everyday words for their states stand for them. */
const opened: Readonly<Partial<Record<StatusWord, MeetingDeed>>> = {
  doNotDisturb: 'presenting',
  presenting: 'presenting',
  busy: 'inAConferenceCall',
  inACall: 'inAConferenceCall',
  inAConferenceCall: 'inAConferenceCall',
  meeting: 'inAConferenceCall',
};
