/** What is said goes out: as a reply, in place of a pressed card, or once the turn has ended. */

import { TurnContext, type Activity, type ConversationReference } from 'botbuilder';
import type { MeetingChat } from '../meetings/event.ts';
import type { Guid, Instant } from '../presence/intent.ts';
import type { Saying } from '../replies/saying.ts';
import type { BotAdapter } from './adapter.ts';
import { nameOf, statusOf } from './errors.ts';
import type { Log } from './log.ts';
import { messageOf, speak, textOf, type Spoken } from './outgoing.ts';
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
  /**
   * Sends that message in the context's conversation, or where it is not taken as it is, once more by itself. Rejects
   * with the connector's answer, or for want of one.
   */
  readonly post: (context: TurnContext, message: Partial<Activity>) => Promise<void>;
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

type Work = (context: TurnContext) => Promise<void>;

/**
 * The connector's answers that another form of the same may change: what is replied to is gone, or nothing can be
 * replied to it, or the card is too large or not one that this client takes.
 */
const anotherForm: ReadonlySet<unknown> = new Set([400, 404, 412, 413]);

/** Sends through that adapter; what is said is said of the moment when it goes out. */
export function createSending({ adapter, now, botId, underWay, log }: SendingParts): Sending {
  /** A follow-up is said when it is sent, not when it was asked for. */
  const spoken = (saying: Saying, { view, seat }: Turn): Spoken =>
    speak(saying, { ...view, now: now() }, seat);

  /** As a reply, then once in each form to the conversation itself, until one is taken or fails for another reason. */
  const post = async (
    context: TurnContext,
    ...[reply, ...forms]: readonly [Partial<Activity>, ...Partial<Activity>[]]
  ): Promise<void> => {
    try {
      await context.sendActivity(reply);
    } catch (error) {
      const [next, ...rest] = forms;
      if (next === undefined || !anotherForm.has(statusOf(error))) throw error;
      const conversation = TurnContext.getConversationReference(context.activity);
      await adapter.later(conversation, (afresh) => post(afresh, next, ...rest));
    }
  };

  const deliver = async (context: TurnContext, said: Spoken): Promise<void> => {
    try {
      const message = messageOf(said);
      await post(context, message, message, ...(said.card === undefined ? [] : [textOf(said)]));
    } catch (error) {
      log.error({ error: nameOf(error), status: statusOf(error) }, 'a reply could not be delivered');
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
    post: (context, message) => post(context, message, message),
    send: (context, saying, turn) => deliver(context, spoken(saying, turn)),
    show: async (context, { saying, as }, turn) => {
      const said = spoken(saying, turn);
      const message = messageOf(said);
      const { replyToId } = turn.activity;
      if (as !== 'replacement' || message.attachments === undefined || replyToId == null) {
        await deliver(context, said);
        return;
      }
      try {
        await context.updateActivity({ ...message, id: replyToId });
      } catch (error) {
        // The card may have been deleted, or be somebody's own message: the outcome must not be lost with it.
        log.warn({ error: nameOf(error), status: statusOf(error) }, 'a card could not be brought up to date');
        await deliver(context, said);
      }
    },
    later: (turn, work) => {
      afterwards(turn.context)(work);
    },
    tell: (saying, { who, reference, zone, locale }, then) => {
      const said = speak(saying, { now: now(), zone, locale }, { owner: who.userId, place: 'chat' });
      inConversation(reference)(async (context) => {
        await deliver(context, said);
        await then?.(context);
      });
    },
    hello: ({ id, serviceUrl }, tenantId) => {
      const conversation = { id, isGroup: true, conversationType: 'groupChat', tenantId, name: '' };
      // Nobody of the chat is known, and its language neither.
      const view = { now: now(), zone: undefined, locale: 'en-US' };
      const said = speak({ kind: 'meetingHello' }, view, { place: 'chat' });
      const bot = { id: `28:${botId}`, name: '' };
      inConversation({ channelId: 'msteams', serviceUrl, conversation, bot })((context) =>
        deliver(context, said),
      );
    },
    afterwards,
  };
}
