/** Activity in, reply out: which turn is whose to answer, and each in time. */

import type { Activity, TurnContext } from 'botbuilder';
import { parsePressed } from '../cards/data.ts';
import type { Services } from '../commands/context.ts';
import { askedAbout, type Asked } from '../parser/follow-up.ts';
import type { MeetingEvent } from '../meetings/event.ts';
import { teamsEvent } from '../meetings/teams.ts';
import type { Guid } from '../presence/intent.ts';
import type { MeetingChat } from '../presence/meeting.ts';
import type { ReplyContent } from '../replies/reply-content.ts';
import type { BotAdapter } from './adapter.ts';
import type { Envelope } from './envelope.ts';
import { traced } from './errors.ts';
import type { FileParts } from './files.ts';
import { createGreeting } from './greeting.ts';
import { answerInvoke, inWords, invokeNames, isLookup, isSignIn, type Invoked } from './invoke.ts';
import type { Log } from './log.ts';
import { answerMessage, receiveMessage, isForBot } from './incoming-message.ts';
import { createRateLimit } from './rate-limit.ts';
import { createQuestions } from './questions.ts';
import type { Roster } from './roster.ts';
import { recipientOf, type Recipient } from './recipient.ts';
import { react, type Reaction } from './press.ts';
import { submittedData } from './invoke-values.ts';
import { createSending, type SendReply } from './sending.ts';
import { createSignIn } from './sign-in.ts';
import { presserOf, turnOf, type Turn } from './turn.ts';
import { tenantOf } from './tenant.ts';
import type { Aside } from './turns.ts';
import { createInFlight } from './in-flight.ts';
import type { TokenStore } from './user-tokens.ts';
import { createReceive, type Answered, type Gate, type Receive } from './receive.ts';
import { withTimeout } from '../timing/with-timeout.ts';

export interface BotParts extends Gate {
  readonly adapter: BotAdapter;
  /** The bot's own directory. */
  readonly home: Guid;
  /** So many commands of one person in a minute, and four times as many look-ups. */
  readonly commandsPerMinute: number;
  readonly services: Services;
  /** Where people's own tokens are, if the bot acts as they. */
  readonly signIns: { readonly store: TokenStore; readonly connection: string } | undefined;
  readonly roster: Roster;
  /** Undefined: nobody is offered a file. */
  readonly files: FileParts | undefined;
  /** Takes what Teams tells of a meeting; rejects where it could not be kept. */
  readonly handleMeetingEvent: (event: MeetingEvent) => Promise<void>;
  /** Told of everybody who has written in their own chat: how to write to them. */
  readonly acquaint: (person: () => Recipient | undefined) => void;
  /** Told of each turn that was answered: what came, the kind of its answer, and after how many seconds. */
  readonly ended: (turn: 'message' | 'press' | 'invoke', answer: string, seconds: number) => void;
  readonly log: Log;
  /** Milliseconds after which a turn says that it is still working. */
  readonly patienceMs: number;
  /** Milliseconds in which every invoke is answered. */
  readonly invokeMs: number;
  /** Whether cards ask to be refreshed when they are seen. */
  readonly cardsRefresh: boolean;
}

export interface Bot {
  /**
   * Handles one request to the messaging endpoint. Its body is read once its token is known to be good.
   * Never rejects; errors have a generic body.
   */
  readonly receive: Receive;
  /**
   * Writes to somebody who has not just written, and offers the sign-in where that is what is missing. What does not
   * arrive is logged.
   */
  tell(content: ReplyContent, to: Recipient): void;
  /** Says hello in a meeting's chat. */
  hello(chat: MeetingChat, tenantId: string): void;
  /** Resolves when every turn and every promised follow-up has ended. */
  idle(): Promise<void>;
}

/** Teams wants an answer in 15 seconds and people in 8; what is left is for sending it. */
export const defaultPatienceMs = 6000;
/** Teams waits five seconds for an extension's answer, and people want it in three. */
export const defaultInvokeMs = 2500;
/** An invoke's follow-up waits no longer than that for its answer to be sent. */
const sentMs = 5000;

/** A bot of those parts, with nothing under way. */
export function createBot(parts: BotParts): Bot {
  const { adapter, services, log, patienceMs } = parts;
  const inFlight = createInFlight();
  const sending = createSending({
    adapter,
    now: services.now,
    botId: services.policy.sessionId,
    inFlight,
    log,
  });
  const { send, show, later } = sending;
  const signIn = parts.signIns && createSignIn({ ...parts.signIns, now: services.now, sending, log });
  const questions = createQuestions();
  const pace = createRateLimit(parts.commandsPerMinute);
  const isGreeted = createGreeting();

  /** One turn through the SDK, and the HTTP answer that it has, if it is an invoke's. */
  const run = async (activity: Envelope, aside: Aside): Promise<Answered> => {
    if (activity.type === 'event') return takeEvent(activity);
    const answerSent = createSignal();
    // The envelope has the protocol's types where the SDK looks; this is the one place they meet.
    const invoked = await adapter.turn(activity as unknown as Activity, async (context) => {
      context.onSendActivities((_context, _activities, send) => aside(send));
      context.onUpdateActivity((_context, _activity, update) => aside(update));
      const turn = turnOf(activity, context, parts);
      await take(turn, answerSent.given);
      parts.acquaint(() => recipientOf(turn));
    });
    if (invoked === undefined) return { status: 200 };
    return { status: invoked.status, body: invoked.body as unknown, sent: answerSent.give };
  };

  /** Nothing is said in a meeting: whom it concerns is told in private. */
  const takeEvent = async (activity: Envelope): Promise<Answered> => {
    const event = teamsEvent(activity, tenantOf(activity) ?? parts.home);
    if (event === undefined) return { status: 200 };
    try {
      await parts.handleMeetingEvent(event);
      return { status: 200 };
    } catch (error) {
      log.warn(traced(error), 'a meeting was told of and could not be kept');
      return notKept;
    }
  };

  const take = async (turn: Turn, answerSent: Promise<unknown>): Promise<void> => {
    switch (turn.activity.type) {
      case 'message':
        return turn.activity.value == null ? takeMessage(turn) : takeSubmit(turn);
      case 'invoke':
        return takeInvoke(turn, answerSent);
      case 'installationUpdate':
      case 'conversationUpdate':
        return isGreeted(turn.activity) ? send(turn.context, { kind: 'welcome' }, turn) : undefined;
      default:
        // Edits, reactions, read receipts and the like: nothing was asked of the bot.
        return undefined;
    }
  };

  const takeMessage = async (turn: Turn): Promise<void> => {
    if (!isForBot(turn.activity) || (await isHeldBack(turn))) return;
    const started = performance.now();
    const asked = questions.take(turn);
    const work = () => guarded(answerHeard(turn, asked), broken);
    const said = await inTime(
      turn,
      work(),
      asking(work, send, (content) => content),
    );
    over('message', said.late ? 'pending' : said.value.kind, started);
  };

  /** A question is remembered until something else is said or pressed: what comes next may be its answer. */
  const answerHeard = async (turn: Turn, asked: Asked | undefined): Promise<ReplyContent> => {
    const heard = receiveMessage(turn, asked);
    const content = await answerMessage(turn, heard, services);
    if (content.kind === 'question') questions.put(turn, askedAbout(heard, content.question, turn.reading));
    return content;
  };

  const over = (turn: 'message' | 'press' | 'invoke', answer: string, started: number): void => {
    const ms = performance.now() - started;
    parts.ended(turn, answer, ms / 1000);
    // Each line is written at once: at every turn it would cost as much as reading the sentence.
    log.debug({ turn, answer, ms: Math.round(ms) }, 'turn');
  };

  /** A card's button that came as a message, from a client that knows no Action.Execute. */
  const takeSubmit = async (turn: Turn): Promise<void> => {
    if (await isHeldBack(turn)) return;
    questions.take(turn);
    const data = submittedData.safeParse(turn.activity.value).data;
    const pressed = data === undefined ? undefined : parsePressed(data.verb, data);
    const started = performance.now();
    const work = () => guarded(react(pressed, presserOf(turn, 'card')), brokenPress);
    const told = await inTime(
      turn,
      work(),
      asking(work, show, ({ content }) => content),
    );
    over('press', told.late ? 'pending' : told.value.content.kind, started);
  };

  /** Tells it, or asks for the sign-in that it lacks; what was wanted is then done once more, and told whatever it is. */
  const asking =
    <T>(work: () => Promise<T>, tell: SendReply<T>, sayingOf: (told: T) => ReplyContent): SendReply<T> =>
    async (context, told, turn) => {
      const again = async (later: TurnContext) => tell(later, await work(), turn);
      if (!(await signIn?.asks(context, sayingOf(told), turn, again))) await tell(context, told, turn);
    };

  /** Answers nothing beyond a minute's share but once a minute: answers would only add to it. */
  const isHeldBack = async (turn: Turn): Promise<boolean> => {
    const held = pace(turn, 'command');
    if (held?.first === true) await send(turn.context, { kind: 'tooMany', seconds: held.seconds }, turn);
    return held !== undefined;
  };

  /** Tells what the work gives; where that takes too long, says so and tells it when the turn has ended. */
  const inTime = async <T>(turn: Turn, work: Promise<T>, tell: SendReply<T>) => {
    const first = await withTimeout(patienceMs, work);
    if (first.late) {
      await send(turn.context, { kind: 'pending' }, turn);
      later(turn, async (context) => tell(context, await work, turn));
    } else {
      await tell(turn.context, first.value, turn);
    }
    return first;
  };

  const takeInvoke = async (turn: Turn, answerSent: Promise<unknown>): Promise<void> => {
    const { name } = turn.activity;
    const started = performance.now();
    const { body, follows, status = 200 } = await invokedBy(turn);
    // At once: it has begun, and may fail while the answer is sent.
    const reacting = follows && guarded(follows.first, brokenPress);
    await turn.context.sendActivity({ type: 'invokeResponse', value: { status, body } });
    // Any other name is whatever the sender wrote.
    over('invoke', name != null && invokeNames.has(name) ? name : 'other', started);
    if (follows === undefined || reacting === undefined) return;
    const tell = asking(
      () => guarded(follows.again(), brokenPress),
      show,
      ({ content }) => content,
    );
    later(turn, async (context) => {
      await withTimeout(sentMs, answerSent);
      await tell(context, await reacting, turn);
    });
  };

  const invokedBy = async (turn: Turn): Promise<Invoked> => {
    const name = turn.activity.name ?? '';
    const { roster, invokeMs } = parts;
    const { readMany, readsOthers } = services;
    // To sign in takes several of them, from each of a person's clients.
    const { activity } = turn;
    const held = pace(turn, isLookup(activity) || isSignIn(activity) ? 'lookup' : 'command');
    // An invoke without an answer is an error to Teams, and one in words is a sign-in that worked.
    const instead = (status: 429 | 503, content: ReplyContent): Invoked =>
      signIn?.failed(turn, status) ?? { body: inWords(name, content, turn) };
    if (held !== undefined) return instead(429, { kind: 'tooMany', seconds: held.seconds });
    if (!isLookup(activity) && !isSignIn(activity)) questions.take(turn);
    const answered =
      signIn?.invoked(turn) ??
      answerInvoke(name, turn, { roster, readMany, readsOthers, invokeMs, files: parts.files });
    return answered.catch((error: unknown): Invoked => {
      failed(error);
      // Without a body, Teams would say so in words of its own.
      return instead(503, broken);
    });
  };

  /** The work, with something to say where it throws. */
  const guarded = <T>(work: Promise<T>, otherwise: T): Promise<T> =>
    inFlight.track(
      work.catch((error: unknown) => {
        failed(error);
        return otherwise;
      }),
    );

  const failed = (error: unknown): void => {
    log.error(traced(error), 'turn failed');
  };

  const receiveTurn = createReceive({ ...parts, admit: adapter.admit, run, inFlight });
  return {
    receive: (readBody, authorization) =>
      inFlight.track(receiveTurn(readBody, authorization)).catch((error: unknown) => {
        failed(error);
        return { status: 200 };
      }),
    tell: (content, to) => {
      sending.tell(content, to, async (context) => signIn?.reminds(context, content, to));
    },
    hello: sending.hello,
    idle: inFlight.idle,
  };
}

/** Teams may send it again. */
const notKept: Answered = { status: 503, retryAfter: 10, body: { error: 'Not now.' } };
const broken: ReplyContent = { kind: 'broken' };
const brokenPress: Reaction = { content: broken, as: 'aside' };

/**
 * Something to wait for. Made outside of the turn: an answer is remembered for minutes, and with it all that a
 * function made inside could see, such as the activity.
 */
function createSignal(): { readonly given: Promise<unknown>; readonly give: () => void } {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  return {
    given: promise,
    give: () => {
      resolve(undefined);
    },
  };
}
