/** Who failed, what that means for the user, and what to do next. */

import type { Call, Failure } from '../../presence/outcome.ts';
import { escapeMarkdown } from '../escape.ts';
import { durationText } from './words.ts';

/** `doing` tells whether something may have changed or something was only to be read. */
export function failureText(failure: Failure, doing: 'write' | 'read', call?: Call): string {
  return [explanation(failure, doing), support(failure, call)].filter((text) => text !== '').join(' ');
}

function explanation(
  { by, mayHold, message, retryAfter, grant, stale }: Failure,
  doing: 'write' | 'read',
): string {
  switch (by) {
    case 'signIn':
      return 'I could not sign in to Microsoft Graph; the people who run this bot need to look at its credentials.';
    case 'signInService':
      return 'The sign-in service does not answer just now, so I could not act for you; try again in a few minutes.';
    case 'signedOut':
      if (stale)
        return 'Microsoft Graph does not take your sign-in: send `sign in` to sign in again. If that does not help, the people who run this bot need to look at it.';
      return grant === undefined
        ? 'You have to sign in first, so that I may act for you: send `sign in`.'
        : `Your sign-in does not carry the permission ${grant.permission}: send \`sign in\` to sign in again. If that does not help, an administrator has to allow it.`;
    case 'consent':
      return `Your organisation has not yet given me the permission for that. ${forAdministrator(grant)}`;
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
        ? unclear
        : 'Microsoft Graph cannot be reached just now; try again in a few minutes.';
    case 'unreadable':
      return mayHold && doing === 'write'
        ? unclear
        : 'Microsoft Graph answered, but its answer cannot be read; try again in a few minutes.';
  }
}

const unclear =
  'It did not answer clearly; send `status` to see what holds, or say it again: repeating is safe.';

/** A text that can be sent on as it is. */
function forAdministrator(grant: Failure['grant']): string {
  const permission = grant?.permission ?? 'for presence';
  const where =
    grant?.link === undefined ? 'docs/admin.md of the bot says how.' : `To grant it, open ${grant.link}`;
  return `Please send this to an administrator: “The presence bot in Teams needs the Microsoft Graph application permission ${permission}. ${where}”`;
}

function support({ code }: Failure, call: Call | undefined): string {
  const facts = [
    ...(code === undefined ? [] : [escapeMarkdown(code)]),
    ...(call?.requestId === undefined ? [] : [`request-id ${escapeMarkdown(call.requestId)}`]),
  ];
  return facts.length === 0 ? '' : `(For support: ${facts.join(', ')})`;
}
