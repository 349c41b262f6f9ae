/**
 * A conversation as the rest of the bot knows it, and the adapter that opens it. Only `sdk/` knows which SDK is behind them:
 * everything else in `teams/` works on these types.
 */

import type { Instant } from '../presence/intent.ts';
import type { Envelope } from './envelope.ts';

/** Waits for something without counting as a turn at work. */
export type Aside = <T>(wait: () => Promise<T>) => Promise<T>;

/** A card or a file in a message. */
export interface OutgoingAttachment {
  contentType: string;
  name?: string;
  content?: unknown;
  contentUrl?: string;
}

/** A message as the connector takes it. */
export interface OutgoingMessage {
  type: 'message';
  text?: string;
  textFormat?: 'markdown';
  summary?: string;
  attachments?: OutgoingAttachment[];
}

/** Where a conversation is: the protocol's plain JSON, which can be stored. */
export type ConversationReference = Readonly<Record<string, unknown>>;

/** One page of a roster, each account unchecked. */
interface RosterPage {
  readonly members: readonly unknown[];
  /** For the next page; empty or left out on the last one. */
  readonly continuationToken?: string;
}

/**
 * One conversation, open for a turn or for a follow-up; after that only its `reference` and its roster can be used.
 * Each call rejects with an error that has the connector's `statusCode`, or none if nothing was answered.
 */
export interface Conversation {
  readonly reference: ConversationReference;
  /** Resolves with the message's id, if the connector tells it. */
  send(message: OutgoingMessage): Promise<string | undefined>;
  /** Puts the message in place of the one with that id. */
  update(id: string, message: OutgoingMessage): Promise<void>;
  /**
   * Sends the message to that member alone, where others are. Rejects with 403 where they or the bot are not there, and
   * with 400 in a chat of two.
   * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/targeted-messages
   */
  sendTargeted(message: OutgoingMessage, member: string): Promise<string | undefined>;
  /** Puts the message in place of one that was sent to a member alone; rejects with 404 after a day, when that is gone. */
  updateTargeted(id: string, message: OutgoingMessage): Promise<void>;
  /** The member of that id in Teams (`29:…`), unchecked. */
  member(id: string): Promise<unknown>;
  members(pageSize: number, continuationToken: string | undefined): Promise<RosterPage>;
  /** What Teams says of somebody in a meeting of this chat, unchecked. */
  meetingParticipant(meetingId: string, userId: string, tenantId: string): Promise<unknown>;
  /** Where the sender can sign in, unchecked. */
  signInResource(connection: string): Promise<unknown>;
}

interface TurnAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/** Sets an invoke's answer. */
export type AnswerInvoke = (answer: TurnAnswer) => Promise<void>;

/** The Bot Service's store of people's tokens, by its REST operations; what they answer is unchecked. */
export interface UserTokenClient {
  getUserToken(account: string, connection: string, channel: string, code: string): Promise<unknown>;
  exchangeToken(
    account: string,
    connection: string,
    channel: string,
    request: { readonly token: string },
  ): Promise<unknown>;
  signOutUser(account: string, connection: string, channel: string): Promise<unknown>;
}

export interface BotAdapter {
  /**
   * Runs one turn of an authenticated activity; sends wait in `aside`. Resolves with the HTTP answer that the activity
   * asks for, as an invoke does.
   */
  turn(
    activity: Envelope,
    aside: Aside,
    logic: (conversation: Conversation, answer: AnswerInvoke) => Promise<void>,
  ): Promise<TurnAnswer | undefined>;
  /** Opens a conversation again, for what comes later. */
  later(
    reference: ConversationReference,
    logic: (conversation: Conversation) => Promise<void>,
  ): Promise<void>;
  /** Opens the chat that the bot has with that member alone; rejects where they do not have the app. */
  ownChat(
    reference: ConversationReference,
    member: string,
    logic: (conversation: Conversation) => Promise<void>,
  ): Promise<void>;
  /** The Bot Service's store of people's tokens. */
  readonly userTokens: () => Promise<UserTokenClient>;
  /** Since when the Bot Connector has not answered, as far as is known. */
  silentSince(): Instant | undefined;
}
