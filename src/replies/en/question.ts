/** Asking back: what was not clear, and sentences that would be. */

import type { Question } from '../../language/reading.ts';
import { escapeMarkdown } from '../escape.ts';
import type { Reply } from '../saying.ts';

export function questionReply({ code, words, suggestions }: Question): Reply {
  const named = words.map((word) => `“${escapeMarkdown(word)}”`).join(' ');
  return {
    text: [asked(code, named), offered(code, suggestions), 'Nothing was changed.']
      .filter((text) => text !== '')
      .join(' '),
    suggestions,
  };
}

function offered(code: Question['code'], suggestions: readonly string[]): string {
  if (suggestions.length === 0) return '';
  // In quotes, not as code: a client that shows buttons may show the text without Markdown.
  const list = suggestions.map((one) => `“${escapeMarkdown(one)}”`).join(' or ');
  return code === 'typo' ? `Did you mean ${list}?` : `You could say ${list}.`;
}

function asked(code: Question['code'], named: string): string {
  switch (code) {
    case 'typo':
      return `I do not know ${named}.`;
    case 'leftOver':
      return `I do not know what to do with ${named}; put a status message in quotes.`;
    case 'twoStatuses':
      return `Which one: ${named}? I can set one status at a time.`;
    case 'twoEnds':
      return `You named two ends: ${named}. Which one?`;
    case 'twoSteps':
      return 'That is two wishes; I can do one at a time, now.';
    case 'bareNumber':
      return `${named} what: minutes or hours?`;
    case 'whichHour':
      return `At what hour: ${named}?`;
    case 'justPassed':
      return `${named} has just passed. Which one do you mean?`;
    case 'ambiguousDate':
      return `Which day is ${named}?`;
    case 'vagueEnd':
      return `I need an exact end, and ${named} is not one.`;
    case 'startOrEnd':
      return `Is ${named} when it starts or when it ends?`;
    case 'noStatus':
      return 'Which status should I set?';
    case 'negated':
      return `I am not sure what you want instead of ${named}.`;
    case 'notSure':
      return named === '' ? 'I am not sure what you mean.' : `I am not sure what you mean by ${named}.`;
  }
}
