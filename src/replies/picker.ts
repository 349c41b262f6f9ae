/** The picker: status, duration and message. */

import { say } from '../locales/say.ts';
import type { Picker, Wrong } from '../commands/answer.ts';
import { lengths } from '../commands/form.ts';
import { dayValues, repeats } from '../commands/repeat-form.ts';
import { weekdayName } from './schedule-text.ts';
import { pairs, type Pair, type PairId } from '../presence/pairs.ts';
import type { PickerCard, Tile } from './card.ts';
import { iconOfPair } from './icon.ts';
import { labelOf, paragraph } from './phrases.ts';
import { plainText } from './plain.ts';
import { problemText } from './problem.ts';
import { questionText, refusalText } from './question.ts';
import type { View } from './time.ts';

export function pickerCard({ filled, wrong, from }: Picker, view: View): PickerCard {
  return {
    kind: 'picker',
    heading: say(view, 'picker.heading'),
    wrong: wrong === undefined ? '' : plainText(wrongText(wrong, view)),
    from: from === undefined ? '' : fromText(from, view),
    statuses: {
      label: say(view, 'picker.statuses'),
      tiles: statusIds.map((id) => tile(id, from?.pair, view)),
    },
    sessions: {
      label: say(view, 'picker.sessions'),
      hint: say(view, 'picker.sessionsHint'),
      tiles: sessionIds.map((id) => tile(id, from?.pair, view)),
    },
    fields: {
      length: { label: say(view, 'picker.length') },
      date: { label: say(view, 'picker.date') },
      time: { label: say(view, 'picker.time') },
      repeat: { label: say(view, 'picker.repeat') },
      from: { label: say(view, 'picker.start') },
      days: { label: say(view, 'picker.days') },
      message: { label: say(view, 'picker.message'), hint: say(view, 'picker.messageHint') },
    },
    lengths: lengths.map(({ id }) => ({ id, title: say(view, `picker.${id}`) })),
    repeats: repeats.map((id) => ({ id, title: say(view, `picker.${id}`) })),
    weekdays: dayValues.map((id) => ({ id, title: weekdayName(id, view) })),
    filled,
  };
}

const statusIds = pairs.flatMap(({ id, slot }) => (slot === 'preferred' ? [id] : []));
/** Sessions that are not also a status. */
const sessionIds = ['presenting', 'inACall', 'inAConferenceCall'] as const satisfies readonly Pair['id'][];

function tile(pair: PairId, proposed: PairId | undefined, view: View): Tile {
  const title = labelOf(pair, view);
  return {
    pair,
    icon: iconOfPair(pair),
    title,
    tooltip: say(view, 'picker.tile', { status: title }),
    proposed: pair === proposed,
  };
}

function fromText({ quote, pair }: NonNullable<Picker['from']>, view: View): string {
  return pair === undefined
    ? say(view, 'picker.fromNothing', { quote })
    : say(view, 'picker.from', { quote, status: labelOf(pair, view) });
}

function wrongText(wrong: Wrong, view: View): string {
  switch (wrong.kind) {
    case 'problem':
      return problemText(wrong.problem, view);
    case 'refusal':
      return refusalText(wrong.refusal, view);
    case 'question':
      return questionText(wrong.question, view);
    case 'form':
      return paragraph([say(view, `picker.${wrong.problem}`), say(view, 'nothingChanged')]);
  }
}
