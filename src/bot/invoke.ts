/** Answers to invokes. Cards and extensions are not here yet, so each protocol gets its own honest no. */

import type { InvokeResponse } from 'botbuilder';

const notYet = 'I have no buttons and no extension yet. Write to me instead, such as: dnd until 3pm';

/** Each answer in the shape its protocol reads: always HTTP 200, since an error status makes the client retry. */
const answers: Readonly<Record<string, unknown>> = {
  'adaptiveCard/action': {
    statusCode: 200,
    type: 'application/vnd.microsoft.activity.message',
    value: notYet,
  },
  'task/fetch': { task: { type: 'message', value: notYet } },
  'task/submit': { task: { type: 'message', value: notYet } },
  'composeExtension/fetchTask': { task: { type: 'message', value: notYet } },
  'composeExtension/submitAction': { composeExtension: { type: 'message', text: notYet } },
  'composeExtension/query': { composeExtension: { type: 'message', text: notYet } },
};

/** The answer to an invoke of that name; nothing is changed by any of them. */
export function answerInvoke(name: string): InvokeResponse {
  return { status: 200, body: Object.hasOwn(answers, name) ? answers[name] : {} };
}
