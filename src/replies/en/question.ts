/** Asking back: what was not clear, and sentences that would be. */

import type { Question } from '../../language/reading.ts';
import { escapeMarkdown } from '../escape.ts';
import { sentence } from './words.ts';

export function questionText({ code, words, suggestions }: Question): string {
  return [askedText({ code, words }), offered(code, suggestions), 'Nothing was changed.']
    .filter((text) => text !== '')
    .join(' ');
}

/** What was not clear, without the sentences that would be. */
export function askedText({ code, words }: Pick<Question, 'code' | 'words'>): string {
  return asked(
    code,
    words.length === 0 ? undefined : words.map((word) => `“${escapeMarkdown(word)}”`).join(' '),
  );
}

function offered(code: Question['code'], suggestions: readonly string[]): string {
  if (suggestions.length === 0) return '';
  const list = suggestions.map((one) => `“${escapeMarkdown(one)}”`).join(' or ');
  return code === 'typo' ? `Did you mean ${list}?` : `You could say ${list}.`;
}

function asked(code: Question['code'], words: string | undefined): string {
  const named = words ?? 'that';
  switch (code) {
    case 'typo':
      return `I do not know ${named}.`;
    case 'leftOver':
      return `I do not know what to do with ${named}; put a status message in quotes.`;
    case 'twoStatuses':
      return `Which one: ${named}? I can set one status at a time.`;
    case 'twoEnds':
      return `Which end: ${named}?`;
    case 'twoSteps':
      return 'That is two wishes; I can do one at a time, now.';
    case 'bareNumber':
      return `${sentence(named)}: minutes or hours?`;
    case 'whichHour':
      return `At what hour: ${named}?`;
    case 'whichZone':
      return `More than one time zone may be meant in ${named}. Which time is it on your own clock?`;
    case 'justPassed':
      return `${sentence(named)} has just passed. Which one do you mean?`;
    case 'ambiguousDate':
      return `Which day is ${named}?`;
    case 'vagueEnd':
      return words === undefined
        ? 'Until when, exactly?'
        : `Until when, exactly? ${named} is no time that I know.`;
    case 'startOrEnd':
      return `Is ${named} when it starts or when it ends?`;
    case 'noStatus':
      return 'Which status should I set?';
    case 'negated':
      return `I am not sure what you want instead of ${named}.`;
    case 'pauseWhat':
      return 'I can pause what your meetings set; what you have set yourself ends by `clear`, or by itself.';
    case 'notSure':
      return words === undefined
        ? 'I am not sure what you mean.'
        : `I am not sure what you mean by ${named}.`;
  }
}
