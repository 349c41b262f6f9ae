/** Who failed, what that means for the user, and what to do next. */

import type { Call, Failure } from '../../presence/outcome.ts';
import { escapeMarkdown } from '../escape.ts';
import { durationText } from './words.ts';

/** `doing` tells whether something may have changed or something was only to be read. */
export function failureText(failure: Failure, doing: 'write' | 'read', call?: Call): string {
  return [explanation(failure, doing), support(failure, call)].filter((text) => text !== '').join(' ');
}

function explanation({ by, mayHold, message, retryAfter }: Failure, doing: 'write' | 'read'): string {
  switch (by) {
    case 'signIn':
      return 'I could not sign in to Microsoft Graph; the people who run this bot need to look at its credentials.';
    case 'consent':
      return 'Your organisation has not granted this bot the permission it needs (Presence.ReadWrite.All); an administrator has to consent.';
    case 'refused':
      return message === undefined
        ? 'Microsoft Graph refused it.'
        : `Microsoft Graph refused it: “${escapeMarkdown(message)}”`;
    case 'throttled':
      return retryAfter === undefined
        ? 'Microsoft Graph is being asked too much at once; try again in a minute.'
        : `Microsoft Graph asks everyone to wait; try again in ${durationText(retryAfter)}.`;
    case 'unreachable':
      return mayHold && doing === 'write'
        ? 'It did not answer clearly; send `status` to see what holds, or say it again: repeating is safe.'
        : 'Microsoft Graph cannot be reached just now; try again in a few minutes.';
  }
}

function support({ code }: Failure, call: Call | undefined): string {
  const facts = [
    ...(code === undefined ? [] : [escapeMarkdown(code)]),
    ...(call?.requestId === undefined ? [] : [`request-id ${escapeMarkdown(call.requestId)}`]),
  ];
  return facts.length === 0 ? '' : `(For support: ${facts.join(', ')})`;
}
