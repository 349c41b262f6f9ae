/**
 * Who may read a reply where others are. A person's own matters are theirs: they go to them alone, else to their own
 * chat, and never to the others.
 */

import type { ReplyContent } from '../replies/reply-content.ts';
import { isGroup } from './activity-context.ts';
import type { BotAdapter, Conversation, OutgoingMessage } from './conversation.ts';
import type { Envelope } from './envelope.ts';
import { nameOf, statusOf } from './errors.ts';
import type { Log } from './log.ts';

/** What names nothing of anybody's. */
const forEverybody: ReadonlySet<ReplyContent['kind']> = new Set(['welcome', 'meetingHello', 'notPrivate']);

/** Whether the reply is for the sender alone although others read the conversation. Every reply passes here. */
export function isPrivate({ kind }: ReplyContent, activity: Envelope): boolean {
  if (!isGroup(activity)) return false;
  // What was asked in private is answered in private.
  return activity.recipient?.isTargeted === true || !forEverybody.has(kind);
}

/**
 * Statuses after which another form of the same message may be accepted: the message replied to is gone, or takes no
 * replies, or the card is too large or not supported.
 */
export const anotherForm: ReadonlySet<unknown> = new Set([400, 404, 412, 413]);

/** A message, and the forms in which it is tried again. */
export type MessageForms = readonly [OutgoingMessage, ...OutgoingMessage[]];

interface PrivateParts {
  readonly adapter: Pick<BotAdapter, 'ownChat'>;
  /** Sends in the conversation itself, in the first form that is accepted. */
  readonly post: (conversation: Conversation, forms: MessageForms) => Promise<string | undefined>;
  readonly log: Pick<Log, 'warn'>;
}

/** Sends to one member alone, or in their own chat. Rejects where neither was accepted. */
export type SendPrivately = (
  conversation: Conversation,
  forms: MessageForms,
  member: string,
) => Promise<string | undefined>;

/** Creates the sender of private replies. */
export function createPrivateReplies({ adapter, post, log }: PrivateParts): SendPrivately {
  const targeted: SendPrivately = async (conversation, [form, ...others], member) => {
    try {
      return await conversation.sendTargeted(form, member);
    } catch (error) {
      const [next, ...rest] = others;
      if (next === undefined || !anotherForm.has(statusOf(error))) throw error;
      return targeted(conversation, [next, ...rest], member);
    }
  };
  return async (conversation, forms, member) => {
    try {
      return await targeted(conversation, forms, member);
    } catch (error) {
      log.warn(
        { error: nameOf(error), status: statusOf(error) },
        'a private reply goes to the own chat instead',
      );
    }
    let id: string | undefined;
    await adapter.ownChat(conversation.reference, member, async (own) => {
      id = await post(own, forms);
    });
    return id;
  };
}
