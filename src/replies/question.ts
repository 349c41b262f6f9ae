/** Questions back, with sentences that would be clear, and refusals. */

import { say } from '../locales/say.ts';
import type { Question, Refusal } from '../parser/reading.ts';
import { allOf, anyOf, paragraph, quotedText } from './phrases.ts';
import type { View } from './time.ts';

export function questionText(question: Question, view: View): string {
  return paragraph([askedText(question, view), suggestionsText(question, view), say(view, 'nothingChanged')]);
}

function suggestionsText({ code, suggestions }: Question, view: View): string {
  if (suggestions.length === 0) return '';
  return say(view, code === 'typo' ? 'question.didYouMean' : 'question.youCouldSay', {
    suggestions: anyOf(quoted(suggestions, view), view),
  });
}

/** The question without its suggestions. */
export function askedText({ code, words }: Pick<Question, 'code' | 'words'>, view: View): string {
  switch (code) {
    case 'twoSteps':
    case 'noStatus':
    case 'pauseWhat':
      return say(view, `question.${code}`);
    case 'twoStatuses':
      return words.length === 0
        ? say(view, 'question.twoStatusesOnly')
        : say(view, 'question.twoStatuses', { named: namedText(words, view, anyOf) });
    case 'twoEnds':
      return say(view, 'question.twoEnds', { named: namedText(words, view, anyOf) });
    case 'vagueEnd':
    case 'notSure':
      return words.length === 0
        ? say(view, `question.${code}Only`)
        : say(view, `question.${code}`, { named: namedText(words, view) });
    case 'typo':
    case 'leftOver':
    case 'bareNumber':
    case 'whichHour':
    case 'whichZone':
    case 'justPassed':
    case 'ambiguousDate':
    case 'startOrEnd':
    case 'negated':
      return say(view, `question.${code}`, { named: namedText(words, view) });
  }
}

export function refusalText({ code, words }: Refusal, view: View): string {
  return paragraph([refused(code, words, view), say(view, 'nothingChanged')]);
}

function refused(code: Refusal['code'], words: readonly string[], view: View): string {
  switch (code) {
    case 'notSettable':
    case 'notASession':
    case 'emptyDuration':
    case 'noSuchTime':
    case 'unknownUnit':
    case 'past':
    case 'noZone':
      return say(view, `refusal.${code}`, { named: namedText(words, view) });
    case 'others':
    case 'schedule':
    case 'chain':
    case 'holidays':
    case 'pauseLater':
    case 'outOfOffice':
    case 'forever':
    case 'tooLong':
    case 'badJson':
    case 'noSuchLanguage':
      return say(view, `refusal.${code}`);
  }
}

/** What the user's words are called. */
function namedText(words: readonly string[], view: View, listed = allOf): string {
  return words.length === 0 ? say(view, 'refusal.that') : listed(quoted(words, view), view);
}

function quoted(words: readonly string[], view: View): readonly string[] {
  return words.map((word) => quotedText(word, view));
}
