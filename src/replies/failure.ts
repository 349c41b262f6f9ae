/** Who failed, what that means for the user, and what to do next. */

import { say } from '../locales/say.ts';
import type { Call, Failure } from '../presence/outcome.ts';
import { escapeMarkdown } from './plain.ts';
import { durationText, paragraph } from './phrases.ts';
import type { View } from './time.ts';

/** `doing` tells whether something may have changed or something was only to be read. */
export function failureText(failure: Failure, doing: 'write' | 'read', view: View, call?: Call): string {
  return paragraph([explanation(failure, doing, view), support(failure, call, view)]);
}

function explanation(failure: Failure, doing: 'write' | 'read', view: View): string {
  const { by, mayHold, message, retryAfter, grant, stale } = failure;
  switch (by) {
    case 'signIn':
    case 'signInService':
      return say(view, `failure.${by}`);
    case 'signedOut':
      if (stale) return say(view, 'failure.stale');
      return grant === undefined ? say(view, 'failure.signedOut') : say(view, 'failure.lacks', grant);
    case 'consent':
      return consentText(grant, view);
    case 'refused':
      return message === undefined
        ? say(view, 'failure.refused')
        : say(view, 'failure.refusedSaying', { message: escapeMarkdown(message) });
    case 'throttled':
      return retryAfter === undefined
        ? say(view, 'failure.throttled')
        : say(view, 'failure.throttledFor', { duration: durationText(retryAfter, view) });
    case 'unreachable':
    case 'unreadable':
      return say(view, mayHold && doing === 'write' ? 'failure.unclear' : `failure.${by}`);
  }
}

/** With a text to forward to an administrator. */
function consentText(grant: Failure['grant'], view: View): string {
  if (grant === undefined) return say(view, 'failure.consentUnnamed');
  const { permission, link } = grant;
  return link === undefined
    ? say(view, 'failure.consentNoLink', { permission })
    : say(view, 'failure.consent', { permission, link });
}

function support({ code }: Failure, call: Call | undefined, view: View): string {
  const id = call?.requestId && escapeMarkdown(call.requestId);
  if (code === undefined) return id === undefined ? '' : say(view, 'failure.supportId', { id });
  return id === undefined
    ? say(view, 'failure.support', { code: escapeMarkdown(code) })
    : say(view, 'failure.supportBoth', { code: escapeMarkdown(code), id });
}
