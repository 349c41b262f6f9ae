/**
 * Messages to one member where others are, which the SDK has no method for.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/targeted-messages
 */

import { TurnContext, type Activity } from 'botbuilder';
import type { OutgoingMessage } from '../conversation.ts';
import type { Given, Operation } from './connector.ts';

type Parameter = NonNullable<Operation['queryParameters']>[number];

/** A call to the connector of that service URL. */
export type TargetedCall = (serviceUrl: string, given: Given, operation: Operation) => Promise<object>;

const named = (name: string): Parameter => ({
  parameterPath: name,
  mapper: { serializedName: name, type: { name: 'String' } },
});

const shared = {
  queryParameters: [named('isTargetedActivity')],
  requestBody: named('activity'),
};

const sending: Operation = {
  ...shared,
  httpMethod: 'POST',
  path: 'v3/conversations/{conversationId}/activities',
  urlParameters: [named('conversationId')],
};

const updating: Operation = {
  ...shared,
  httpMethod: 'PUT',
  path: 'v3/conversations/{conversationId}/activities/{activityId}',
  urlParameters: [named('conversationId'), named('activityId')],
};

/** Sends to that member alone, and resolves with the message's id. */
export async function sendTargeted(
  call: TargetedCall,
  within: Activity,
  message: OutgoingMessage,
  member: string,
): Promise<string | undefined> {
  const sent = await call(within.serviceUrl, given(within, message, { recipient: { id: member } }), sending);
  return 'id' in sent && typeof sent.id === 'string' ? sent.id : undefined;
}

/** Puts the message in place of one that was sent to a member alone; an update names no recipient. */
export async function updateTargeted(
  call: TargetedCall,
  within: Activity,
  id: string,
  message: OutgoingMessage,
): Promise<void> {
  await call(within.serviceUrl, { ...given(within, message, {}), activityId: id }, updating);
}

function given(within: Activity, message: OutgoingMessage, to: object): Given {
  const { bot, channelId, conversation } = TurnContext.getConversationReference(within);
  return {
    conversationId: conversation?.id,
    isTargetedActivity: 'true',
    activity: { ...message, channelId, conversation, from: bot, ...to },
  };
}
