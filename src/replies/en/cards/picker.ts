/** The picker: what to be, for how long, and with which message. */

import type { Picker, Wrong, FormProblem } from '../../../commands/answer.ts';
import { lengths, type LengthId } from '../../../commands/form.ts';
import { pairs, type Pair, type PairId } from '../../../presence/pairs.ts';
import type { PickerCard, Tile } from '../../card.ts';
import { iconOfPair } from '../../icons.ts';
import { plainText } from '../../plain.ts';
import { problemText } from '../problem.ts';
import { questionText } from '../question.ts';
import { refusalText } from '../refusal.ts';
import { labelOf } from '../words.ts';

export function pickerCard({ filled, wrong, from }: Picker): PickerCard {
  return {
    kind: 'picker',
    heading: 'Set my presence',
    wrong: wrong === undefined ? '' : plainText(wrongText(wrong)),
    from: from === undefined ? '' : fromText(from),
    statuses: {
      label: 'Press what you want to be',
      tiles: statusIds.map((id) => tile(id, from?.pair)),
    },
    sessions: {
      label: 'Or a session of this app',
      hint: 'A session gives way to a status you choose by hand.',
      tiles: sessionIds.map((id) => tile(id, from?.pair)),
    },
    fields: {
      length: { label: 'For how long', hint: 'Choose how long it lasts' },
      date: { label: 'End date', hint: 'today' },
      time: { label: 'End time', hint: 'such as 15:00' },
      message: { label: 'Status message (optional)', hint: 'such as: writing the Q3 report' },
    },
    lengths: lengths.map(({ id }) => ({ id, title: lengthTitles[id] })),
    filled,
  };
}

const statusIds = pairs.flatMap(({ id, slot }) => (slot === 'preferred' ? [id] : []));
/** The sessions that are no status as well. */
const sessionIds = ['presenting', 'inACall', 'inAConferenceCall'] as const satisfies readonly Pair['id'][];

function tile(pair: PairId, proposed: PairId | undefined): Tile {
  const title = labelOf(pair);
  return {
    pair,
    icon: iconOfPair(pair),
    title,
    tooltip: `Set ${title}`,
    proposed: pair === proposed,
  };
}

const lengthTitles: Readonly<Record<LengthId, string>> = {
  '15m': '15 minutes',
  '30m': '30 minutes',
  '1h': '1 hour',
  '2h': '2 hours',
  restOfDay: 'Rest of the day',
  tomorrow9: 'Until tomorrow, 9:00 AM',
  own: 'Until the date and time below',
};

function fromText({ quote, pair }: NonNullable<Picker['from']>): string {
  const read =
    pair === undefined
      ? 'no status was found in it, so press the one you want.'
      : `read as ${labelOf(pair)}.`;
  return `From the message “${quote}”: ${read} Nothing is set until you press.`;
}

function wrongText(wrong: Wrong): string {
  switch (wrong.kind) {
    case 'problem':
      return problemText(wrong.problem);
    case 'refusal':
      return refusalText(wrong.refusal);
    case 'question':
      return questionText(wrong.question);
    case 'form':
      return `${formProblems[wrong.problem]} Nothing was changed.`;
  }
}

const formProblems: Readonly<Record<FormProblem, string>> = {
  twoEnds:
    'You filled in a date or time and also chose how long. Choose “Until the date and time below”, or empty the two fields.',
  noDateAndTime: 'Fill in the time it shall end, and the date unless it is today.',
  noTime: 'Fill in the time it shall end on that day.',
  passed: 'That date and time have passed; choose an end that is still to come.',
  noSuchTime: 'There is no such date or time; choose another.',
  noLength: 'Choose how long it shall last.',
};
