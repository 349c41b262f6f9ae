/** What is said goes out: as a reply, in place of a pressed card, or once the turn has ended. */

import { LRUCache } from 'lru-cache';
import { TurnContext, type Activity, type ConversationReference } from 'botbuilder';
import type { MeetingChat } from '../meetings/event.ts';
import type { Guid, Instant } from '../presence/intent.ts';
import type { Saying } from '../replies/saying.ts';
import type { BotAdapter } from './adapter.ts';
import { nameOf, statusOf } from './errors.ts';
import type { Log } from './log.ts';
import { messageOf, speak } from './outgoing.ts';
import type { Reaction } from './press.ts';
import type { Recipient } from './recipient.ts';
import type { Turn } from './turn.ts';
import type { UnderWay } from './under-way.ts';

interface SendingParts {
  readonly adapter: Pick<BotAdapter, 'later'>;
  readonly now: () => Instant;
  /** The bot's client id. */
  readonly botId: Guid;
  readonly underWay: UnderWay;
  readonly log: Log;
}

/** Tells something in a turn's conversation, through the turn's own context or a later one. */
export type Tell<T> = (context: TurnContext, told: T, turn: Turn) => Promise<void>;

/** Each logs what does not arrive, and never rejects for it: what was done stays done, only its words are lost. */
export interface Sending {
  /** Says it in a message. */
  readonly send: Tell<Saying>;
  /** Shows a reaction: the pressed card gives way for everybody, or a message follows. */
  readonly show: Tell<Reaction>;
  /** Does that work when the turn has ended, with a context of its own. */
  readonly later: (turn: Turn, work: Work) => void;
  /** Writes to somebody in their own chat, who has not just written; `then` goes after it. */
  readonly tell: (saying: Saying, to: Recipient, then?: Work) => void;
  /** Says hello in a meeting's chat. */
  readonly hello: (chat: MeetingChat, tenantId: string) => void;
  /** The same in that context's conversation, however long the context itself is gone by then. */
  readonly afterwards: (context: TurnContext) => (work: Work) => void;
}

/** So many cards of meetings that go on, a few hundred bytes each; of the others the buttons say that it is over. */
const mostMeetingCards = 5000;

type Work = (context: TurnContext) => Promise<void>;

/** Sends through that adapter; what is said is said of the moment when it goes out. */
export function createSending({ adapter, now, botId, underWay, log }: SendingParts): Sending {
  /** A follow-up is said when it is sent, not when it was asked for. */
  const spoken = (saying: Saying, { view, seat }: Turn): Partial<Activity> =>
    messageOf(speak(saying, { ...view, now: now() }, seat));

  const send = async (context: TurnContext, message: Partial<Activity>): Promise<string | undefined> => {
    try {
      return (await context.sendActivity(message))?.id;
    } catch (error) {
      log.error({ error: nameOf(error), status: statusOf(error) }, 'a reply could not be delivered');
      return undefined;
    }
  };
  const deliver = async (context: TurnContext, message: Partial<Activity>): Promise<void> => {
    await send(context, message);
  };

  /** The messages with cards about meetings. */
  const meetingCards = new LRUCache<string, string>({ max: mostMeetingCards });

  /** Brings the card of a meeting up to date; where none is remembered, its buttons say that it is over. */
  const update = async (context: TurnContext, message: Partial<Activity>, card: string): Promise<void> => {
    const id = meetingCards.get(card);
    if (id === undefined) return;
    meetingCards.delete(card);
    try {
      await context.updateActivity({ ...message, id });
    } catch (error) {
      log.warn({ error: nameOf(error), status: statusOf(error) }, 'a card could not be brought up to date');
    }
  };

  const inConversation = (reference: Partial<ConversationReference>) => (work: Work) => {
    void underWay.track(adapter.later(reference, work)).catch((error: unknown) => {
      log.error({ error: nameOf(error), status: statusOf(error) }, 'an outcome could not be delivered');
    });
  };

  const afterwards = ({ activity }: TurnContext) =>
    inConversation(TurnContext.getConversationReference(activity));

  return {
    send: (context, saying, turn) => deliver(context, spoken(saying, turn)),
    show: async (context, { saying, as }, turn) => {
      const message = spoken(saying, turn);
      const { replyToId } = turn.activity;
      if (as !== 'replacement' || message.attachments === undefined || replyToId == null) {
        await deliver(context, message);
        return;
      }
      try {
        await context.updateActivity({ ...message, id: replyToId });
      } catch (error) {
        // The card may have been deleted, or be somebody's own message: the outcome must not be lost with it.
        log.warn({ error: nameOf(error), status: statusOf(error) }, 'a card could not be brought up to date');
        await deliver(context, message);
      }
    },
    later: (turn, work) => {
      afterwards(turn.context)(work);
    },
    tell: (saying, { who, reference, zone, locale }, then) => {
      const message = messageOf(
        speak(saying, { now: now(), zone, locale }, { owner: who.userId, place: 'chat' }),
      );
      const news = saying.kind === 'news' ? saying.news : undefined;
      const card = JSON.stringify([who.userId, news?.meeting.key]);
      if (news?.kind === 'over') {
        if (meetingCards.has(card)) inConversation(reference)((context) => update(context, message, card));
        return;
      }
      inConversation(reference)(async (context) => {
        const id = await send(context, message);
        if (news !== undefined && id !== undefined) meetingCards.set(card, id);
        await then?.(context);
      });
    },
    hello: ({ id, serviceUrl }, tenantId) => {
      const conversation = { id, isGroup: true, conversationType: 'groupChat', tenantId, name: '' };
      // Nobody of the chat is known, and its language neither.
      const message = messageOf(
        speak({ kind: 'meetingHello' }, { now: now(), zone: undefined, locale: 'en-US' }, { place: 'chat' }),
      );
      const bot = { id: `28:${botId}`, name: '' };
      inConversation({ channelId: 'msteams', serviceUrl, conversation, bot })((context) =>
        deliver(context, message),
      );
    },
    afterwards,
  };
}
