/** Requests as they go to Microsoft Graph, for `what if` and `details`. */

import { say } from '../locales/say.ts';
import { requestPath, type Change, type GraphRequest } from '../presence/change.ts';
import type { Call } from '../presence/outcome.ts';
import { atText } from './phrases.ts';
import type { View } from './time.ts';

export function whatIfText({ steps }: Change, view: View): string {
  return [say(view, 'whatIf'), ...steps.map(({ request }) => requestBlock(request))].join('\n\n');
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
  const body = JSON.stringify(request.body, undefined, 2).replaceAll('`', '\\u0060');
  return `\`\`\`\nPOST /v1.0${requestPath(request)}\n${body}\n\`\`\``;
}
