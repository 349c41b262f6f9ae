/** Why a request was not valid, and what would be. */

import { say } from '../locales/say.ts';
import type { Pair } from '../presence/pairs.ts';
import type { Problem } from '../presence/problem.ts';
import { escapeMarkdown } from './plain.ts';
import { durationText, labelOf, paragraph } from './phrases.ts';
import type { View } from './time.ts';

export function problemText(problem: Problem, view: View): string {
  return paragraph([reason(problem, view), say(view, 'nothingChanged')]);
}

function reason(problem: Problem, view: View): string {
  switch (problem.code) {
    case 'outOfBounds':
      return boundsText(problem, view);
    case 'messageTooFar':
    case 'pauseTooFar':
    case 'notKept':
      return say(view, `problem.${problem.code}`, { max: durationText(problem.maxSeconds, view) });
    case 'messageTooLong':
      return say(view, 'problem.messageTooLong', problem);
    case 'badBody': {
      const field = escapeMarkdown(problem.field);
      if ('known' in problem) return say(view, 'problem.unknownField', { field, known: problem.known });
      const { expected } = problem;
      return say(view, 'problem.badBody', { field, expected: expected === 'text' ? 'other' : expected });
    }
    case 'badPair':
      return say(view, 'problem.badPair', {
        availability: escapeMarkdown(problem.availability),
        activity: escapeMarkdown(problem.activity),
        allowed: pairsText(problem.allowed),
      });
    case 'endPassed':
    case 'messageEmpty':
    case 'messageMarkup':
    case 'locationNotHere':
    case 'locationOtherDay':
    case 'locationNoZone':
    case 'nothingToDo':
    case 'foreignSession':
      return say(view, `problem.${problem.code}`);
  }
}

function boundsText({ pair, seconds }: Extract<Problem, { code: 'outOfBounds' }>, view: View): string {
  const bounds = {
    status: labelOf(pair.id, view),
    min: durationText(pair.minSeconds, view),
    max: durationText(pair.maxSeconds, view),
  };
  return seconds >= 0
    ? say(view, 'problem.outOfBounds', { ...bounds, asked: durationText(seconds, view) })
    : say(view, 'problem.noLength', bounds);
}

/** As Graph spells them. */
function pairsText(allowed: readonly Pair[]): string {
  return [...new Set(allowed.map(({ availability, activity }) => `${availability}/${activity}`))].join(', ');
}
