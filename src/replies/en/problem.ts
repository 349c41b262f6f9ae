/** Why a wish was not let through, and what would be right. */

import type { Pair } from '../../presence/pairs.ts';
import type { Problem } from '../../presence/problem.ts';
import { escapeMarkdown } from '../escape.ts';
import { durationText } from './words.ts';

export function problemText(problem: Problem): string {
  return `${reason(problem)} Nothing was changed.`;
}

function reason(problem: Problem): string {
  switch (problem.code) {
    case 'outOfBounds':
      return boundsText(problem.pair, problem.seconds);
    case 'endPassed':
      return 'That end has already passed; name one that is still to come, such as `until 5pm`, or a duration, such as `30m`.';
    case 'messageTooFar':
      return `A status message can last ${durationText(problem.maxSeconds)} at most; name a nearer end, or none.`;
    case 'pauseTooFar':
      return `Meetings can be paused for ${durationText(problem.maxSeconds)} at most; name a nearer end, or none, and say \`resume meetings\` when it is over.`;
    case 'messageEmpty':
      return 'The status message is empty; say `message In the lab`, or `clear message` to remove it.';
    case 'messageTooLong':
      return `A status message takes ${problem.max} characters; yours has ${problem.length}.`;
    case 'messageMarkup':
      return 'A status message is plain text; leave out the tags (`<…>`).';
    case 'nothingToDo':
      return 'There is nothing to do.';
    case 'badBody':
      return `That is not a body Microsoft Graph takes: “${escapeMarkdown(problem.field)}” should be ${problem.expected}.`;
    case 'badPair':
      return `Microsoft Graph cannot set ${escapeMarkdown(problem.availability)}/${escapeMarkdown(problem.activity)} this way. It takes ${pairsText(problem.allowed)}.`;
    case 'foreignSession':
      return "The sessionId must be this bot's own client id, since a session belongs to the application that opened it; leave it out and I fill it in.";
    case 'notKept':
      return `I would have to renew that while it lasts, and my memory is out of reach just now, so I cannot promise it. Up to ${durationText(problem.maxSeconds)} needs no renewal; or try again in a few minutes.`;
  }
}

function boundsText(pair: Pair, seconds: number): string {
  const what =
    pair.slot === 'session' ? `A ${sessionName[pair.id]} session lasts` : `*${pair.label}* can last`;
  const asked = seconds >= 0 ? `you asked for ${durationText(seconds)}` : 'what you asked for is no duration';
  return `${what} ${durationText(pair.minSeconds)} to ${durationText(pair.maxSeconds)}; ${asked}.`;
}

const sessionName: Readonly<Record<string, string>> = {
  presenting: 'presenting',
  inACall: 'call',
  inAConferenceCall: 'conference call',
  sessionAvailable: 'presence',
  sessionAway: 'presence',
};

function pairsText(allowed: readonly Pair[]): string {
  return [...new Set(allowed.map(({ availability, activity }) => `${availability}/${activity}`))].join(', ');
}
