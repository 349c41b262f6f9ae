/** What is said goes out: as a reply, in place of a pressed card, or once the turn has ended. */

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
import type { Recipient, Turn } from './turn.ts';

interface SendingParts {
  readonly adapter: Pick<BotAdapter, 'later'>;
  readonly now: () => Instant;
  /** The bot's client id. */
  readonly botId: Guid;
  readonly inFlight: InFlight;
  readonly log: Log;
}

/** Tells something in a turn's conversation, as it is open for the turn or for a follow-up. */
export type SendReply<T> = (conversation: Conversation, told: T, turn: Turn) => Promise<void>;

/** Each logs what does not arrive, and never rejects for it: what was done stays done, only its words are lost. */
export interface Sending {
  /** Says it in a message. */
  readonly send: SendReply<ReplyContent>;
  /**
   * Sends that message, and once more by itself where it is not taken as a reply. Rejects with the connector's answer,
   * or for want of one.
   */
  readonly post: (conversation: Conversation, message: OutgoingMessage) => Promise<void>;
  /** Shows a reaction: the pressed card gives way for everybody, or a message follows. */
  readonly show: SendReply<Reaction>;
  /** Does that work when the turn has ended, with a conversation of its own. */
  readonly later: (turn: Turn, work: SendWork) => void;
  /** Writes to somebody in their own chat, who has not just written; `then` goes after it. */
  readonly tell: (content: ReplyContent, to: Recipient, then?: SendWork) => void;
  /** Says hello in a meeting's chat. */
  readonly hello: (chat: MeetingChat, tenantId: string) => void;
  /** The same in that conversation; it may be called long after the turn. */
  readonly afterwards: (conversation: Conversation) => (work: SendWork) => void;
}

/** So many cards of meetings that go on, a few hundred bytes each; of the others the buttons say that it is over. */
const mostMeetingCards = 5000;

type SendWork = (conversation: Conversation) => Promise<void>;

/** A chat takes 7 messages in a second and 60 in half a minute: so many at once, and then one after each pause. */
const atOnce = 5;
const pauseMs = 600;

/**
 * The connector's answers that another form of the same may change: what is replied to is gone, or nothing can be
 * replied to it, or the card is too large or not one that this client takes.
 */
const anotherForm: ReadonlySet<unknown> = new Set([400, 404, 412, 413]);

/** A message, and the forms in which it is sent again. */
type Forms = readonly [OutgoingMessage, ...OutgoingMessage[]];

function formsOf(said: OutgoingReply): Forms {
  const message = messageOf(said);
  return [message, message, ...(said.card === undefined ? [] : [textOf(said)])];
}

/** Sends through that adapter; what is said is said of the moment when it goes out. */
export function createSending({ adapter, now, botId, inFlight, log }: SendingParts): Sending {
  /** A follow-up is said when it is sent, not when it was asked for. */
  const spoken = (content: ReplyContent, { view, audience }: Turn): OutgoingReply =>
    renderReply(content, { ...view, now: now() }, audience);

  /** As a reply, then once in each form to the conversation itself, until one is taken or fails for another reason. */
  const post = async (conversation: Conversation, [reply, ...forms]: Forms): Promise<string | undefined> => {
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

  /** Whether it arrived, and its id in the conversation if the connector told it. */
  const deliver = async (
    conversation: Conversation,
    forms: Forms,
  ): Promise<{ readonly id?: string } | undefined> => {
    try {
      const id = await post(conversation, forms);
      return id === undefined ? {} : { id };
    } catch (error) {
      log.error({ error: nameOf(error), status: statusOf(error) }, 'a reply could not be delivered');
      return undefined;
    }
  };

  /** The messages with cards about meetings. */
  const meetingCards = new LRUCache<string, string>({ max: mostMeetingCards });

  /** Brings the card of a meeting up to date; where none is remembered, its buttons say that it is over. */
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
    const first = spoken(content, turn);
    let arrived = await deliver(conversation, formsOf(first));
    for (const [at, message] of furtherOf(first).entries()) {
      if (at >= atOnce) await delay(pauseMs);
      // A card for a file is taken or not; nothing but words says the same.
      arrived = await deliver(conversation, message.text === undefined ? [message] : [message, message]);
    }
    // Where Teams takes no file card, the data itself is told.
    if (!arrived && content.kind === 'export' && content.as === 'file')
      await say(conversation, { ...content, as: 'words', instead: 'notOffered' }, turn);
  };

  const inConversation = (reference: ConversationReference) => (work: SendWork) => {
    void inFlight.track(adapter.later(reference, work)).catch((error: unknown) => {
      log.error({ error: nameOf(error), status: statusOf(error) }, 'an outcome could not be delivered');
    });
  };

  const afterwards = ({ reference }: Conversation) => inConversation(reference);

  return {
    post: async (conversation, message) => {
      await post(conversation, [message, message]);
    },
    send: say,
    show: async (conversation, { content, as }, turn) => {
      const said = spoken(content, turn);
      const message = messageOf(said);
      const { replyToId } = turn.activity;
      if (as !== 'replacement' || message.attachments === undefined || replyToId == null) {
        await say(conversation, content, turn);
        return;
      }
      try {
        await conversation.update(replyToId, message);
      } catch (error) {
        // The card may have been deleted, or be somebody's own message: the outcome must not be lost with it.
        log.warn({ error: nameOf(error), status: statusOf(error) }, 'a card could not be brought up to date');
        await deliver(conversation, formsOf(said));
      }
    },
    later: (turn, work) => {
      afterwards(turn.conversation)(work);
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
      // Nobody of the chat is known, and its language neither.
      const view = { now: now(), zone: undefined, locale: 'en-US' };
      const said = renderReply({ kind: 'meetingHello' }, view, { place: 'chat' });
      const bot = { id: `28:${botId}`, name: '' };
      inConversation({ channelId: 'msteams', serviceUrl, conversation: chat, bot })(async (conversation) => {
        await deliver(conversation, formsOf(said));
      });
    },
    afterwards,
  };
}

export interface InFlight {
  /** Counts the work until it settles, and gives the same promise back. */
  readonly track: <T>(work: Promise<T>) => Promise<T>;
  /** Resolves when nothing is left, what was begun meanwhile included. Never rejects. */
  readonly idle: () => Promise<void>;
}

/** Nothing is under way at first. */
export function createInFlight(): InFlight {
  const works = new Set<Promise<unknown>>();
  return {
    track: (work) => {
      works.add(work);
      void work.finally(() => works.delete(work)).catch(() => undefined);
      return work;
    },
    idle: async () => {
      while (works.size > 0) await Promise.allSettled(works);
    },
  };
}
