/** Requests as they go to Microsoft Graph, for `what if` and `details`. */

import { say } from '../locales/say.ts';
import { requestPath, sentBody, type Change, type GraphRequest } from '../presence/change.ts';
import type { Call } from '../presence/outcome.ts';
import type { ScheduleRule } from '../presence/schedule.ts';
import { stepLines } from './chain.ts';
import { atText } from './phrases.ts';
import type { View } from './time.ts';

/** The requests of a change, and what would be scheduled after it. */
export function whatIfText({ steps }: Change, then: readonly ScheduleRule[], view: View): string {
  const requests = steps.map(({ request }) => requestBlock(request));
  return [say(view, 'whatIf'), ...requests, ...stepLines(then, view)].join('\n\n');
}

export function detailsText(call: Call | undefined, view: View): string {
  if (call === undefined) return say(view, 'details.none');
  return [answeredText(call, view), requestBlock(call.request)].join('\n\n');
}

function answeredText({ at, status, requestId }: Call, view: View): string {
  const sent = { at: atText(at, view) };
  if (status === undefined)
    return requestId === undefined
      ? say(view, 'details.noAnswer', sent)
      : say(view, 'details.noAnswerId', { ...sent, id: requestId });
  const answered = { ...sent, status: String(status) };
  return requestId === undefined
    ? say(view, 'details.noId', answered)
    : say(view, 'details.answered', { ...answered, id: requestId });
}

function requestBlock(request: GraphRequest): string {
  // A back-tick would end the block; JSON can always spell it differently.
  const body = sentBody(request);
  const lines = body === undefined ? [] : [JSON.stringify(body, undefined, 2).replaceAll('`', '\\u0060')];
  return ['```', `POST /v1.0${requestPath(request)}`, ...lines, '```'].join('\n');
}
