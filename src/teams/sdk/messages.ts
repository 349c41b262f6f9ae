/** Messages as the connector takes them. The SDK's own way leads through middlewares, awaiters and tables of operations. */

import type { Activity } from 'botbuilder';
import type { OutgoingMessage } from '../conversation.ts';
import type { ConnectorCall } from './connector.ts';

/** Sends it in the conversation of that activity, as a reply to it where it has an id; resolves with the message's id. */
export async function send(
  call: ConnectorCall,
  within: Activity,
  message: OutgoingMessage,
): Promise<string | undefined> {
  const body = placed(message, within);
  const { replyToId } = body;
  const path = replyToId === undefined ? activitiesOf(within) : pathOf(within, replyToId);
  const headers = replyToId === undefined ? {} : { 'x-ms-conversation-id': within.conversation.id };
  return idOf(await call(within.serviceUrl, { method: 'POST', path, headers, body }));
}

/** Puts the message in place of the one with that id. */
export async function update(
  call: ConnectorCall,
  within: Activity,
  id: string,
  message: OutgoingMessage,
): Promise<void> {
  const body = { ...placed(message, within), id };
  await call(within.serviceUrl, { method: 'PUT', path: pathOf(within, id), body });
}

/**
 * Sends to that member alone where others are, and resolves with the message's id.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/targeted-messages
 */
export async function sendTargeted(
  call: ConnectorCall,
  within: Activity,
  message: OutgoingMessage,
  member: string,
): Promise<string | undefined> {
  const path = `${activitiesOf(within)}${targeted}`;
  const body = { ...message, ...placeOf(within), recipient: { id: member } };
  return idOf(await call(within.serviceUrl, { method: 'POST', path, body }));
}

/** Puts the message in place of one that was sent to a member alone; an update names no recipient. */
export async function updateTargeted(
  call: ConnectorCall,
  within: Activity,
  id: string,
  message: OutgoingMessage,
): Promise<void> {
  const path = `${pathOf(within, id)}${targeted}`;
  await call(within.serviceUrl, { method: 'PUT', path, body: { ...message, ...placeOf(within) } });
}

const targeted = '?isTargetedActivity=true';

const activitiesOf = ({ conversation }: Activity) =>
  `v3/conversations/${encodeURIComponent(conversation.id)}/activities`;

const pathOf = (within: Activity, id: string) => `${activitiesOf(within)}/${encodeURIComponent(id)}`;

/** The message with its address, as the SDK's `applyConversationReference` gives it. */
function placed(message: OutgoingMessage, within: Activity) {
  const { locale, serviceUrl, from: recipient } = within;
  // Null as well, whatever the SDK's type says: the envelope's does not.
  const replyToId = within.id || undefined;
  return { ...message, ...placeOf(within), recipient, locale, serviceUrl, replyToId };
}

function placeOf({ channelId, conversation, recipient }: Activity) {
  return { channelId, conversation, from: recipient };
}

function idOf(sent: object): string | undefined {
  return 'id' in sent && typeof sent.id === 'string' ? sent.id : undefined;
}
