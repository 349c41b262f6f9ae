/** Requests as they go to Microsoft Graph, for `what if` and `details`. */

import { requestPath, type Change, type GraphRequest } from '../../presence/change.ts';
import type { Call } from '../../presence/outcome.ts';
import { atText } from './words.ts';
import type { View } from '../time.ts';

export function whatIfText({ steps }: Change): string {
  const requests = steps.map(({ request }) => requestBlock(request)).join('\n\n');
  return `Nothing was sent. This would go to Microsoft Graph:\n\n${requests}`;
}

export function detailsText(call: Call | undefined, view: View): string {
  if (call === undefined) return 'I know of no request of mine for you.';
  const answered = call.status === undefined ? 'no answer came' : `Graph answered ${call.status}`;
  const requestId =
    call.requestId === undefined ? 'without a request-id' : `request-id \`${call.requestId}\``;
  const at = view.zone === undefined ? '' : `, ${atText(call.at, view)}`;
  return `The last request I sent for you${at}: ${answered}, ${requestId}.\n\n${requestBlock(call.request)}`;
}

function requestBlock(request: GraphRequest): string {
  // A back-tick would end the block; JSON can always spell it differently.
  const body = JSON.stringify(request.body, undefined, 2).replaceAll('`', '\\u0060');
  return `\`\`\`\nPOST /v1.0${requestPath(request)}\n${body}\n\`\`\``;
}
