/** What a status message may be: its text, and its end. */

import type { End, Instant } from './intent.ts';
import { secondsUntil } from './judge-end.ts';
import { failed, passed, type Judged, type Problem } from './problem.ts';

/** Graph documents no limit of a status message; Teams' own box takes 280 characters. */
const maxMessageLength = 280;
const maxMessageSeconds = 366 * 86_400;
/** Tags would come back sanitised or, as `<pinnednote>`, pin the message: plain text only. */
const markup = /<[a-z!/]/i;

/** Where it ends; undefined: it stays until it is cleared. */
export function messageEnd(end: End, now: Instant): Judged<Instant | undefined> {
  if (end.said === 'nothing') return passed(undefined);
  const seconds = secondsUntil(end, now);
  if (!(seconds > 0)) return failed({ code: 'endPassed' });
  if (seconds > maxMessageSeconds) return failed({ code: 'messageTooFar', maxSeconds: maxMessageSeconds });
  return passed(now + seconds * 1000);
}

/** The text as it is sent. */
export function messageText(message: string): Judged<string> {
  const text = message.trim();
  const problem = messageProblem(text);
  return problem === undefined ? passed(text) : failed(problem);
}

function messageProblem(text: string): Problem | undefined {
  if (text === '') return { code: 'messageEmpty' };
  if (text.length > maxMessageLength) {
    return { code: 'messageTooLong', length: text.length, max: maxMessageLength };
  }
  return markup.test(text) ? { code: 'messageMarkup' } : undefined;
}
