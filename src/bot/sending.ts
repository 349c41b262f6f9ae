/** What is said goes out: as a reply, in place of a pressed card, or once the turn has ended. */

import { setTimeout as delay } from 'node:timers/promises';
import { TurnContext, type Activity, type ConversationReference } from 'botbuilder';
import type { MeetingChat } from '../meetings/event.ts';
import type { Guid, Instant } from '../presence/intent.ts';
import type { Saying } from '../replies/saying.ts';
import type { BotAdapter } from './adapter.ts';
import { nameOf, statusOf } from './errors.ts';
import type { Log } from './log.ts';
import { furtherOf, messageOf, speak, type Spoken } from './outgoing.ts';
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

type Work = (context: TurnContext) => Promise<void>;

/** A chat takes 7 messages in a second and 60 in half a minute: so many at once, and then one after each pause. */
const atOnce = 5;
const pauseMs = 600;

/** Sends through that adapter; what is said is said of the moment when it goes out. */
export function createSending({ adapter, now, botId, underWay, log }: SendingParts): Sending {
  /** A follow-up is said when it is sent, not when it was asked for. */
  const spoken = (saying: Saying, { view, seat }: Turn): Spoken =>
    speak(saying, { ...view, now: now() }, seat);

  /** Whether it arrived. */
  const deliver = async (context: TurnContext, message: Partial<Activity>): Promise<boolean> => {
    try {
      await context.sendActivity(message);
      return true;
    } catch (error) {
      log.error({ error: nameOf(error), status: statusOf(error) }, 'a reply could not be delivered');
      return false;
    }
  };

  const say: Tell<Saying> = async (context, saying, turn) => {
    const first = spoken(saying, turn);
    let arrived = await deliver(context, messageOf(first));
    for (const [at, message] of furtherOf(first).entries()) {
      if (at >= atOnce) await delay(pauseMs);
      arrived = await deliver(context, message);
    }
    // Where Teams takes no file card, the data itself is told.
    if (!arrived && saying.kind === 'export' && saying.as === 'file')
      await say(context, { ...saying, as: 'words', instead: 'notOffered' }, turn);
  };

  const inConversation = (reference: Partial<ConversationReference>) => (work: Work) => {
    void underWay.track(adapter.later(reference, work)).catch((error: unknown) => {
      log.error({ error: nameOf(error), status: statusOf(error) }, 'an outcome could not be delivered');
    });
  };

  const afterwards = ({ activity }: TurnContext) =>
    inConversation(TurnContext.getConversationReference(activity));

  return {
    send: say,
    show: async (context, { saying, as }, turn) => {
      const message = messageOf(spoken(saying, turn));
      const { replyToId } = turn.activity;
      if (as !== 'replacement' || message.attachments === undefined || replyToId == null) {
        await say(context, saying, turn);
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
      inConversation(reference)(async (context) => {
        await deliver(context, message);
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
      inConversation({ channelId: 'msteams', serviceUrl, conversation, bot })(async (context) => {
        await deliver(context, message);
      });
    },
    afterwards,
  };
}
