/** Sends replies: in the turn, in place of a pressed card, or after the turn. */

import { setTimeout as delay } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { isLanguageTag, localeIn } from '../locales/say.ts';
import type { Guid, Instant } from '../presence/intent.ts';
import type { MeetingChat } from '../presence/meeting.ts';
import type { ReplyContent } from '../replies/reply-content.ts';
import type { BotAdapter, Conversation, ConversationReference, OutgoingMessage } from './conversation.ts';
import { nameOf, statusOf } from './errors.ts';
import type { Log } from './log.ts';
import { furtherOf, messageOf, renderReply, textOf, type OutgoingReply } from './outgoing.ts';
import type { Reaction } from './press.ts';
import { anotherForm, createPrivateReplies, isPrivate, type MessageForms } from './private-replies.ts';
import type { Recipient, Turn } from './turn.ts';

interface SendingParts {
  readonly adapter: Pick<BotAdapter, 'later' | 'ownChat'>;
  readonly now: () => Instant;
  /** The bot's client id. */
  readonly botId: Guid;
  readonly inFlight: InFlight;
  readonly log: Log;
}

/** Sends something in a turn's conversation, during the turn or as a follow-up. */
export type SendReply<T> = (conversation: Conversation, told: T, turn: Turn) => Promise<void>;

/** A reaction, and as what it was just shown to the presser, in this chat. */
export interface ShownReaction extends Reaction {
  readonly said?: OutgoingReply | undefined;
}

/** Undelivered replies are logged, and never reject: the change itself stays. */
export interface Sending {
  /** Sends a reply as a message. */
  readonly send: SendReply<ReplyContent>;
  /**
   * Sends the message as a reply, or outside the thread if that is refused. Rejects with the connector's error,
   * or if there was no answer.
   */
  readonly post: (conversation: Conversation, message: OutgoingMessage) => Promise<void>;
  /** Shows a reaction: updates the pressed card for everybody, or sends a message. */
  readonly show: SendReply<ShownReaction>;
  /** Runs the work after the turn, with a conversation of its own. */
  readonly later: (turn: Turn, work: SendWork) => void;
  /** Sends a proactive message to a person's own chat, and then runs `then`. */
  readonly tell: (content: ReplyContent, to: Recipient, then?: SendWork) => void;
  /** Says hello in a meeting's chat. */
  readonly hello: (chat: MeetingChat, tenantId: string) => void;
  /** Runs work in that conversation later, even long after the turn. */
  readonly afterwards: (conversation: Conversation) => (work: SendWork) => void;
}

/** Remembered cards of running meetings, a few hundred bytes each. Older cards say that it is over only when pressed. */
const maxMeetingCards = 5000;

/** Work that sends in a conversation. */
export type SendWork = (conversation: Conversation) => Promise<void>;

/** Teams' limits for one chat are 7 messages in a second and 60 in half a minute: so many at once, then one after each pause. */
const atOnce = 5;
const pauseMs = 600;

function formsOf(said: OutgoingReply): MessageForms {
  const message = messageOf(said);
  return [message, message, ...(said.card === undefined ? [] : [textOf(said)])];
}

/** Creates the sender on that adapter. */
export function createSending({ adapter, now, botId, inFlight, log }: SendingParts): Sending {
  /** Times in a follow-up are relative to when it is sent, not to when it was asked for. */
  const rendered = (content: ReplyContent, { view, audience }: Turn): OutgoingReply =>
    renderReply(content, { ...view, now: now() }, audience);

  /** Tries a reply, then each other form in the conversation itself, until one is accepted or fails for another reason. */
  const post = async (
    conversation: Conversation,
    [reply, ...forms]: MessageForms,
  ): Promise<string | undefined> => {
    try {
      return await conversation.send(reply);
    } catch (error) {
      const [next, ...rest] = forms;
      if (next === undefined || !anotherForm.has(statusOf(error))) throw error;
      let id: string | undefined;
      await adapter.later(conversation.reference, async (afresh) => {
        id = await post(afresh, [next, ...rest]);
      });
      return id;
    }
  };

  const sendPrivately = createPrivateReplies({ adapter, post, log });

  /** Posts and logs a failure. Gives the message's id if the connector tells it; undefined if it did not arrive. */
  const deliver = async (
    conversation: Conversation,
    forms: MessageForms,
    alone?: string,
  ): Promise<{ readonly id?: string } | undefined> => {
    try {
      const id = await (alone === undefined
        ? post(conversation, forms)
        : sendPrivately(conversation, forms, alone));
      return id === undefined ? {} : { id };
    } catch (error) {
      log.error({ error: nameOf(error), status: statusOf(error) }, 'a reply could not be delivered');
      return undefined;
    }
  };

  /** The ids of messages with cards about meetings. */
  const meetingCards = new LRUCache<string, string>({ max: maxMeetingCards });

  /** Updates a meeting's card, if its message is remembered. */
  const update = async (
    conversation: Conversation,
    message: OutgoingMessage,
    card: string,
  ): Promise<void> => {
    const id = meetingCards.get(card);
    if (id === undefined) return;
    meetingCards.delete(card);
    try {
      await conversation.update(id, message);
    } catch (error) {
      log.warn({ error: nameOf(error), status: statusOf(error) }, 'a card could not be brought up to date');
    }
  };

  const say: SendReply<ReplyContent> = async (conversation, content, turn) => {
    const first = rendered(content, turn);
    const alone = isPrivate(content, turn.activity) ? turn.activity.from.id : undefined;
    let arrived = await deliver(conversation, formsOf(first), alone);
    if (!arrived && alone !== undefined) {
      const instead: ReplyContent = { kind: 'notPrivate' };
      // Of what was asked in private the others do not even read that it was.
      if (!isPrivate(instead, turn.activity)) await deliver(conversation, formsOf(rendered(instead, turn)));
      return;
    }
    for (const [at, message] of furtherOf(first).entries()) {
      if (at >= atOnce) await delay(pauseMs);
      // A file card has no other form to try; text is tried twice.
      const forms: MessageForms = message.text === undefined ? [message] : [message, message];
      arrived = await deliver(conversation, forms, alone);
    }
    // If Teams refuses the file card, the data is sent as text.
    if (!arrived && content.kind === 'export' && content.as === 'file')
      await say(conversation, { ...content, as: 'words', instead: 'notOffered' }, turn);
  };

  const inConversation = (reference: ConversationReference) => (work: SendWork) => {
    void inFlight.track(adapter.later(reference, work)).catch((error: unknown) => {
      log.error({ error: nameOf(error), status: statusOf(error) }, 'an outcome could not be delivered');
    });
  };

  const laterIn = ({ reference }: Conversation) => inConversation(reference);

  return {
    post: async (conversation, message) => {
      await post(conversation, [message, message]);
    },
    send: say,
    show: async (conversation, { content, as, said }, turn) => {
      const { replyToId } = turn.activity;
      const message =
        as === 'replacement' && replyToId != null ? messageOf(said ?? rendered(content, turn)) : undefined;
      if (message?.attachments === undefined || replyToId == null) {
        await say(conversation, content, turn);
        return;
      }
      try {
        if (isPrivate(content, turn.activity)) await conversation.updateTargeted(replyToId, message);
        else await conversation.update(replyToId, message);
      } catch (error) {
        // The card may be gone, or be another person's or everybody's: the outcome is sent as a message then.
        log.warn({ error: nameOf(error), status: statusOf(error) }, 'a card could not be brought up to date');
        await say(conversation, content, turn);
      }
    },
    later: (turn, work) => {
      laterIn(turn.conversation)(work);
    },
    tell: (content, { who, reference, zone, locale, language }, then) => {
      const view = {
        now: now(),
        zone,
        locale: isLanguageTag(language) ? localeIn(language, locale) : locale,
      };
      const said = renderReply(content, view, { owner: who.userId, place: 'chat' });
      const news = content.kind === 'news' ? content.news : undefined;
      const card = JSON.stringify([who.userId, news?.meeting.key]);
      if (news?.kind === 'over') {
        if (meetingCards.has(card))
          inConversation(reference)((conversation) => update(conversation, messageOf(said), card));
        return;
      }
      inConversation(reference)(async (conversation) => {
        const arrived = await deliver(conversation, formsOf(said));
        if (news !== undefined && arrived?.id !== undefined) meetingCards.set(card, arrived.id);
        await then?.(conversation);
      });
    },
    hello: ({ id, serviceUrl }, tenantId) => {
      const chat = { id, isGroup: true, conversationType: 'groupChat', tenantId, name: '' };
      // No member of the chat is known, so the language is not either.
      const view = { now: now(), zone: undefined, locale: 'en-US' };
      const said = renderReply({ kind: 'meetingHello' }, view, { place: 'chat' });
      const bot = { id: `28:${botId}`, name: '' };
      inConversation({ channelId: 'msteams', serviceUrl, conversation: chat, bot })(async (conversation) => {
        await deliver(conversation, formsOf(said));
      });
    },
    afterwards: laterIn,
  };
}

export interface InFlight {
  /** Tracks the work until it settles, and returns the same promise. */
  readonly track: <T>(work: Promise<T>) => Promise<T>;
  /** Resolves when nothing is under way, including work that began meanwhile. Never rejects. */
  readonly idle: () => Promise<void>;
}

/** Creates an empty set of work. */
export function createInFlight(): InFlight {
  const works = new Set<Promise<unknown>>();
  return {
    track: (work) => {
      works.add(work);
      const settled = () => works.delete(work);
      work.then(settled, settled);
      return work;
    },
    idle: async () => {
      while (works.size > 0) await Promise.allSettled(works);
    },
  };
}
