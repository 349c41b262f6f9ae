/** Activity in, reply out. */

import { TurnContext, type Activity, type ConversationReference } from 'botbuilder';
import { LRUCache } from 'lru-cache';
import { parsePressed } from '../cards/data.ts';
import { answer } from '../commands/index.ts';
import type { Office } from '../commands/desk.ts';
import { readAbout } from '../language/about.ts';
import { read } from '../language/read.ts';
import type { Guid } from '../presence/intent.ts';
import type { Saying } from '../replies/saying.ts';
import type { BotAdapter } from './adapter.ts';
import { colleagueNamed } from './colleague.ts';
import { parseEnvelope } from './envelope.ts';
import { nameOf, statusOf } from './errors.ts';
import { isInsertedCard } from './inserted.ts';
import { answerInvoke, inWords, isLookup, type Invoked } from './invoke.ts';
import { isGroup, mentionsBot, othersMentioned } from './moment.ts';
import { createOnce } from './once.ts';
import { messageOf, speak } from './outgoing.ts';
import { createPace, type Held } from './pace.ts';
import type { Roster } from './people.ts';
import { react, type Reaction } from './press.ts';
import { submittedData } from './protocol.ts';
import { isFromTenant } from './tenant.ts';
import { refused, type Refused } from './token.ts';
import { presserOf, turnOf, type Turn } from './turn.ts';
import { within } from './within.ts';

/** What the log gets of a turn: never its words. */
interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

export interface BotParts {
  readonly adapter: BotAdapter;
  /** Whose people may speak to the bot; undefined: anybody's, which only local mode may want. */
  readonly tenants: readonly Guid[] | undefined;
  /** The bot's own directory. */
  readonly home: Guid;
  /** So many commands of one person in a minute, and four times as many look-ups. */
  readonly commandsPerMinute: number;
  /** So many turns at once. */
  readonly maxTurns: number;
  readonly office: Office;
  readonly roster: Roster;
  readonly log: Log;
  /** Milliseconds after which a turn says that it is still working. */
  readonly patienceMs: number;
  /** Milliseconds in which every invoke is answered. */
  readonly invokeMs: number;
  /** Whether cards ask to be refreshed when they are seen. */
  readonly cardsRefresh: boolean;
}

/** An HTTP answer. */
interface Answered {
  readonly status: number;
  readonly body?: unknown;
  /** Seconds after which it may be sent again. */
  readonly retryAfter?: number;
  /** To be called once the answer is sent: what changes a message must not overtake it. */
  readonly sent?: () => void;
}

export interface Bot {
  /**
   * Handles one request to the messaging endpoint. Its body is read once its token is known to be good.
   * Never rejects; errors have a generic body.
   */
  receive(readBody: () => Promise<unknown>, authorization: string): Promise<Answered>;
  /** Resolves when every turn and every promised follow-up has ended. */
  idle(): Promise<void>;
}

/** Teams wants an answer in 15 seconds and people in 8; what is left is for sending it. */
export const defaultPatienceMs = 6000;
/** Teams waits five seconds for an extension's answer, and people want it in three. */
export const defaultInvokeMs = 2500;
/** A message is answered over HTTP within that, even if the reply itself is slow to be taken. */
const answerMs = 7500;
/** An invoke's follow-up waits no longer than that for its answer to be sent. */
const sentMs = 5000;
/** So many conversations are remembered as greeted. */
const welcomedLimit = 10_000;

/** Looking up changes nothing, and a search asks at each letter. */
const lookupsPerCommand = 4;

const malformed: Answered = { status: 400, body: { error: 'This is not a Teams activity.' } };
const unauthorized = { error: 'The token was not accepted.' };
const forbidden = { error: 'This is not allowed.' };
const busy: Answered = { status: 503, retryAfter: 2, body: { error: 'Too much at once; try again.' } };

export function createBot(parts: BotParts): Bot {
  const { adapter, office, log, patienceMs } = parts;
  const once = createOnce<Answered>();
  const commands = createPace(parts.commandsPerMinute);
  const lookups = createPace(parts.commandsPerMinute * lookupsPerCommand);
  let turns = 0;
  const welcomed = new LRUCache<string, true>({ max: welcomedLimit });
  const underWay = new Set<Promise<unknown>>();

  const track = <T>(work: Promise<T>): Promise<T> => {
    underWay.add(work);
    void work.finally(() => underWay.delete(work)).catch(() => undefined);
    return work;
  };

  const receive = async (readBody: () => Promise<unknown>, authorization: string): Promise<Answered> => {
    const admitted = await adapter.admit(authorization);
    if (admitted.status !== 200) return refuse(admitted);
    const activity = parseEnvelope(await readBody());
    if (activity === undefined) return malformed;
    const { serviceUrl } = admitted;
    // A reply goes to that address with the bot's own token.
    if (serviceUrl !== undefined && activity.serviceUrl !== serviceUrl) return refuse(refused('service URL'));
    if (parts.tenants !== undefined && !isFromTenant(activity, parts.tenants))
      return refuse(refused('tenant'));
    if (turns >= parts.maxTurns) {
      log.warn({ turns }, 'too many turns at once');
      return busy;
    }
    // The envelope has the protocol's types where the SDK looks; this is the one place they meet.
    const sdkActivity = activity as unknown as Activity;
    const turn = async (): Promise<Answered> => {
      const answerSent = Promise.withResolvers<unknown>();
      turns += 1;
      const invoked = await adapter
        .turn(sdkActivity, (context) => take(turnOf(activity, context, parts), answerSent.promise))
        .finally(() => {
          turns -= 1;
        });
      return invoked === undefined
        ? { status: 200 }
        : {
            status: invoked.status,
            body: invoked.body as unknown,
            sent: () => {
              answerSent.resolve(undefined);
            },
          };
    };
    const { id, conversation, type } = activity;
    // After the token, so that nobody unknown can learn or spend the answer to somebody's activity.
    // What only reads may run twice, and its answers are large.
    const again = id == null || (type === 'invoke' && isLookup(activity));
    const answered = track(again ? turn() : once(`${conversation.id}\n${id}`, turn));
    if (type !== 'message') return answered;
    // Teams sends a message again when its answer is late, and the answer says nothing: the turn itself goes on.
    const inTime = await within(answerMs, answered);
    return inTime.late ? { status: 200 } : inTime.value;
  };

  const refuse = ({ status, reason }: Refused): Answered => {
    log.warn({ reason }, 'refused');
    return { status, body: status === 401 ? unauthorized : forbidden };
  };

  /** Whether the turn's person has asked for more than a minute's share. */
  const held = ({ sender, activity, view }: Turn, pace = commands): Held | undefined =>
    pace(sender?.userId ?? activity.from.id, view.now);

  /** Told once a minute; answers to everything else would only add to it. */
  const holdBack = async (turn: Turn, { first, seconds }: Held): Promise<void> => {
    if (first) await send(turn.context, { kind: 'tooMany', seconds }, turn);
  };

  const take = async (turn: Turn, answerSent: Promise<unknown>): Promise<void> => {
    const { activity } = turn;
    switch (activity.type) {
      case 'message':
        return activity.value == null ? takeMessage(turn) : takeSubmit(turn);
      case 'invoke':
        return takeInvoke(turn, answerSent);
      case 'installationUpdate':
        // Whoever installs it again is greeted again.
        if (activity.action === 'remove') welcomed.delete(activity.conversation.id);
        return activity.action === 'add' ? welcome(turn) : undefined;
      case 'conversationUpdate':
        return activity.membersAdded?.some(({ id }) => id === activity.recipient?.id) === true
          ? welcome(turn)
          : undefined;
      default:
        // Edits, reactions, read receipts and the like: nothing was asked of the bot.
        return undefined;
    }
  };

  /** An installation sends two activities; the first of them is answered with hello. */
  const welcome = async (turn: Turn): Promise<void> => {
    const { id } = turn.activity.conversation;
    if (welcomed.has(id)) return;
    welcomed.set(id, true);
    await send(turn.context, { kind: 'welcome' }, turn);
  };

  const takeMessage = async (turn: Turn): Promise<void> => {
    // In a group only what is said to the bot is meant for it.
    if (isGroup(turn.activity) && !mentionsBot(turn.activity)) return;
    if (isInsertedCard(turn.activity)) return;
    const wait = held(turn);
    if (wait !== undefined) return holdBack(turn, wait);
    const started = performance.now();
    const saying = track(guarded(sayingTo(turn)));
    const first = await within(patienceMs, saying);
    const told: Saying = first.late ? { kind: 'pending' } : first.value;
    await send(turn.context, told, turn);
    if (first.late) later(turn, async (context) => send(context, await saying, turn));
    log.info({ said: told.kind, ms: Math.round(performance.now() - started) }, 'turn');
  };

  const sayingTo = async (turn: Turn): Promise<Saying> => {
    const { activity, sender, reading: context } = turn;
    const text = activity.text ?? '';
    const reading = read(text, context);
    if (reading.kind === 'help') return { kind: 'help' };
    if (sender === undefined) return { kind: 'guest' };
    const [other, ...more] = othersMentioned(activity);
    if (other !== undefined && more.length === 0 && readAbout(text, other.text, context)) {
      return colleagueNamed(other, turn.context, (userId) => office.read(sender, userId));
    }
    return answer(reading, turn.desk(sender, 'chat'));
  };

  /** A card's button that came as a message, from a client that knows no Action.Execute. */
  const takeSubmit = async (turn: Turn): Promise<void> => {
    const wait = held(turn);
    if (wait !== undefined) return holdBack(turn, wait);
    const data = submittedData.safeParse(turn.activity.value).data;
    const pressed = data === undefined ? undefined : parsePressed(data.verb, data);
    const reacting = track(guardedPress(react(pressed, presserOf(turn, 'card'))));
    const first = await within(patienceMs, reacting);
    if (!first.late) return show(turn.context, first.value, turn);
    await send(turn.context, { kind: 'pending' }, turn);
    later(turn, async (context) => show(context, await reacting, turn));
  };

  const takeInvoke = async (turn: Turn, answerSent: Promise<unknown>): Promise<void> => {
    const { name } = turn.activity;
    const started = performance.now();
    const { body, follows } = await invokedBy(turn);
    await turn.context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
    log.info({ invoke: name, ms: Math.round(performance.now() - started) }, 'turn');
    if (follows === undefined) return;
    const reacting = track(guardedPress(follows));
    later(turn, async (context) => {
      await within(sentMs, answerSent);
      await show(context, await reacting, turn);
    });
  };

  const invokedBy = async (turn: Turn): Promise<Invoked> => {
    const name = turn.activity.name ?? '';
    const { roster, invokeMs } = parts;
    const wait = held(turn, isLookup(turn.activity) ? lookups : commands);
    // An invoke without an answer is an error to Teams: each is told.
    if (wait !== undefined) return { body: inWords(name, { kind: 'tooMany', seconds: wait.seconds }, turn) };
    return answerInvoke(name, turn, { roster, readMany: office.readMany, invokeMs }).catch(
      (error: unknown): Invoked => {
        failed(error);
        // Without a body, Teams would say so in words of its own.
        return { body: inWords(name, { kind: 'broken' }, turn) };
      },
    );
  };

  /** Shows a reaction in the conversation: the pressed card gives way for everybody, or a message follows. */
  const show = async (context: TurnContext, { saying, as }: Reaction, turn: Turn): Promise<void> => {
    const message = messageOf(speak(saying, freshView(turn), turn.seat));
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
  };

  /** Something that is sent when its turn has ended; what fails is logged. */
  const later = (turn: Turn, work: (context: TurnContext) => Promise<void>): void => {
    const reference: Partial<ConversationReference> = TurnContext.getConversationReference(
      turn.context.activity,
    );
    void track(adapter.later(reference, work)).catch((error: unknown) => {
      log.error({ error: nameOf(error), status: statusOf(error) }, 'an outcome could not be delivered');
    });
  };

  const send = (context: TurnContext, saying: Saying, turn: Turn): Promise<void> =>
    deliver(context, messageOf(speak(saying, freshView(turn), turn.seat)));

  const deliver = async (context: TurnContext, message: Partial<Activity>): Promise<void> => {
    try {
      await context.sendActivity(message);
    } catch (error) {
      // What was done stays done; only the words did not arrive.
      log.error({ error: nameOf(error), status: statusOf(error) }, 'a reply could not be delivered');
    }
  };

  /** A follow-up is said when it is sent, not when it was asked for. */
  const freshView = ({ view }: Turn) => ({ ...view, now: office.now() });

  const guarded = (saying: Promise<Saying>): Promise<Saying> =>
    saying.catch((error: unknown): Saying => {
      failed(error);
      return { kind: 'broken' };
    });

  const guardedPress = (reacting: Promise<Reaction>): Promise<Reaction> =>
    reacting.catch((error: unknown): Reaction => {
      failed(error);
      return { saying: { kind: 'broken' }, as: 'aside' };
    });

  const failed = (error: unknown): void => {
    log.error(
      { error: nameOf(error), stack: error instanceof Error ? error.stack : undefined },
      'turn failed',
    );
  };

  return {
    receive: (readBody, authorization) =>
      track(receive(readBody, authorization)).catch((error: unknown) => {
        failed(error);
        return { status: 200 };
      }),
    idle: async () => {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}
