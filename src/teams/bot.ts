/** Activity in, reply out: dispatches each activity, and answers it in time. */

import { parsePressed } from '../cards/data.ts';
import type { Services } from '../commands/context.ts';
import { askedAbout, type Asked } from '../parser/follow-up.ts';
import type { ReplyContent } from '../replies/reply-content.ts';
import { senderOf } from './activity-context.ts';
import type { AnswerInvoke, Aside, BotAdapter, Conversation } from './conversation.ts';
import type { Envelope } from './envelope.ts';
import { traced } from './errors.ts';
import type { FileParts } from './files.ts';
import {
  type Authenticate,
  createReceive,
  type HttpAnswer,
  type ReceiveLimits,
  type Receive,
} from './receive.ts';
import { createGreeting } from './greeting.ts';
import { handleMeetingActivity, type MeetingParts } from './meeting-activity.ts';
import { createInvokes, invokeNames } from './invoke.ts';
import {
  answerMessage,
  readMessage,
  isForBot,
  replyLocaleOf,
  wordsOf,
  type Words,
} from './incoming-message.ts';
import { createRateLimit } from './rate-limit.ts';
import { createQuestions } from './questions.ts';
import type { Roster } from './roster.ts';
import { react, type Reaction } from './press.ts';
import { submittedData } from './invoke-values.ts';
import type { SendReply } from './sending.ts';
import { presserOf, recipientOf, turnOf, type Recipient, type Turn } from './turn.ts';
import type { Outbox } from './outbox.ts';
import { withTimeout } from '../timing/with-timeout.ts';

export interface BotParts extends ReceiveLimits, MeetingParts {
  readonly authenticate: Authenticate;
  readonly adapter: Pick<BotAdapter, 'turn'>;
  readonly outbox: Outbox;
  /** So many commands of one person in a minute, and four times as many look-ups. */
  readonly commandsPerMinute: number;
  readonly services: Services;
  readonly roster: Roster;
  /** Undefined: nobody is offered a file. */
  readonly files: FileParts | undefined;
  /** Called after each turn with how to write to the person first; undefined in a group. */
  readonly rememberRecipient: (person: () => Recipient | undefined) => void;
  /** Called after each answered turn, with the kind of its answer and its seconds. */
  readonly ended: (turn: 'message' | 'press' | 'invoke', answer: string, seconds: number) => void;
  /** Milliseconds after which a turn says that it is still working. */
  readonly patienceMs: number;
  /** Milliseconds in which every invoke is answered. */
  readonly invokeMs: number;
  /** Whether cards ask to be refreshed when they are seen. */
  readonly cardsRefresh: boolean;
  /** The locale of every client, whatever it says of itself. */
  readonly clientLocale?: string | undefined;
}

export interface Bot {
  /** Handles one request to the messaging endpoint, and reads its body once its token is good. Never rejects. */
  readonly receive: Receive;
  /** Resolves when every turn and every promised follow-up has ended. */
  idle(): Promise<void>;
}

/** An invoke's follow-up waits no longer than that for its answer to be sent. */
const sentMs = 5000;

/** Creates the bot. */
export function createBot(parts: BotParts): Bot {
  const { adapter, services, log, patienceMs } = parts;
  const { sending, signIn, inFlight } = parts.outbox;
  const { send, show, later } = sending;
  const questions = createQuestions();
  const limit = createRateLimit(parts.commandsPerMinute);
  const isGreeted = createGreeting();

  /** Runs one turn through the SDK. An invoke's HTTP answer comes out of it; anything else gets 200. */
  const run = async (activity: Envelope, aside: Aside): Promise<HttpAnswer> => {
    if (activity.type === 'event') return handleMeetingActivity(activity, parts);
    // The answer stays in the dedupe cache for minutes, so `sent` must not keep the turn alive.
    const { promise: answerSent, resolve } = Promise.withResolvers<unknown>();
    const sent: () => void = resolve.bind(undefined, undefined);
    const invoked = await adapter.turn(activity, aside, async (conversation, answer) => {
      const sender = senderOf(activity, parts.home);
      const words = wordsOf(activity);
      const locale = await replyLocaleOf(activity, words, sender, services.languages);
      const turn = turnOf(activity, conversation, parts, { sender, locale });
      await dispatch(turn, words, { answer, answerSent });
      parts.rememberRecipient(() => recipientOf(turn));
    });
    return invoked === undefined ? { status: 200 } : { ...invoked, sent };
  };

  const dispatch = async (turn: Turn, words: Words | undefined, invoke: InvokePort): Promise<void> => {
    switch (turn.activity.type) {
      case 'message':
        return words === undefined ? handleSubmit(turn) : handleMessage(turn, words);
      case 'invoke':
        return handleInvoke(turn, invoke);
      case 'installationUpdate':
      case 'conversationUpdate':
        return isGreeted(turn.activity) ? send(turn.conversation, { kind: 'welcome' }, turn) : undefined;
      default:
        // Edits, reactions, read receipts and the like ask nothing of the bot.
        return undefined;
    }
  };

  const handleMessage = async (turn: Turn, words: Words): Promise<void> => {
    if (!isForBot(turn.activity, words) || (await isOverLimit(turn))) return;
    const started = performance.now();
    const asked = questions.take(turn);
    const work = () => guarded(answerAndRemember(turn, words, asked), broken);
    const said = await sendInTime(turn, work, send, (content) => content);
    reportTurn('message', said.late ? 'pending' : said.value.kind, started);
  };

  /** Keeps a question until the next message or press, which may be its answer. */
  const answerAndRemember = async (turn: Turn, words: Words, asked?: Asked): Promise<ReplyContent> => {
    const heard = readMessage(words, turn.reading, asked);
    const content = await answerMessage(turn, heard, services);
    if (content.kind === 'question') questions.put(turn, askedAbout(heard, content.question, turn.reading));
    return content;
  };

  const reportTurn = (turn: 'message' | 'press' | 'invoke', answer: string, started: number): void => {
    const ms = performance.now() - started;
    parts.ended(turn, answer, ms / 1000);
    log.debug({ turn, answer, ms: Math.round(ms) }, 'turn');
  };

  /** A card's button as a message: from a client without Action.Execute. */
  const handleSubmit = async (turn: Turn): Promise<void> => {
    if (await isOverLimit(turn)) return;
    questions.take(turn);
    const data = submittedData.safeParse(turn.activity.value).data;
    const pressed = data === undefined ? undefined : parsePressed(data.verb, data);
    const started = performance.now();
    const work = () => guarded(react(pressed, presserOf(turn, 'card')), brokenPress);
    const told = await sendInTime(turn, work, show, ({ content }) => content);
    reportTurn('press', told.late ? 'pending' : told.value.content.kind, started);
  };

  /** Sends a result; or, if it failed for want of a sign-in, asks for that, and then does the work again. */
  const orAskToSignIn =
    <T>(work: () => Promise<T>, tell: SendReply<T>, sayingOf: (told: T) => ReplyContent): SendReply<T> =>
    async (conversation, told, turn) => {
      const again = async (later: Conversation) => tell(later, await work(), turn);
      if (!(await signIn?.askIfNeeded(conversation, sayingOf(told), turn, again)))
        await tell(conversation, told, turn);
    };

  /** Whether the sender is over the rate limit. They are told once a minute: more answers would only add to the load. */
  const isOverLimit = async (turn: Turn): Promise<boolean> => {
    const held = limit(turn, 'command');
    if (held?.first === true) await send(turn.conversation, { kind: 'tooMany', seconds: held.seconds }, turn);
    return held !== undefined;
  };

  /** Sends the result of the work; if that takes too long, sends "still working" now and the result after the turn. */
  const sendInTime = async <T>(
    turn: Turn,
    work: () => Promise<T>,
    ...how: [SendReply<T>, (told: T) => ReplyContent]
  ) => {
    const tell = orAskToSignIn(work, ...how);
    const working = work();
    const first = await withTimeout(patienceMs, working);
    if (first.late) {
      await send(turn.conversation, { kind: 'pending' }, turn);
      later(turn, async (conversation) => tell(conversation, await working, turn));
    } else {
      await tell(turn.conversation, first.value, turn);
    }
    return first;
  };

  const handleInvoke = async (turn: Turn, { answer, answerSent }: InvokePort): Promise<void> => {
    const { name } = turn.activity;
    const started = performance.now();
    const { body, follows, status = 200 } = await answerTo(turn);
    // Guarded now, since it is already running and may fail while the answer is being sent.
    const reacting = follows && guarded(follows.first, brokenPress);
    await answer({ status, body });
    // An unknown name is the sender's own text, which must not become a metric label.
    reportTurn('invoke', name != null && invokeNames.has(name) ? name : 'other', started);
    if (follows === undefined || reacting === undefined) return;
    const tell = orAskToSignIn(
      () => guarded(follows.again(), brokenPress),
      show,
      ({ content }) => content,
    );
    later(turn, async (conversation) => {
      await withTimeout(sentMs, answerSent);
      await tell(conversation, await reacting, turn);
    });
  };

  /** The result of the work, or `otherwise` if it throws, which is logged. */
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

  const answerTo = createInvokes({ ...parts, signIn, limit, questions, failed });
  const receiveTurn = createReceive({ ...parts, run, inFlight });
  return {
    receive: (readBody, authorization) =>
      inFlight.track(receiveTurn(readBody, authorization)).catch((error: unknown) => {
        failed(error);
        return { status: 200 };
      }),
    idle: inFlight.idle,
  };
}

const broken: ReplyContent = { kind: 'broken' };
const brokenPress: Reaction = { content: broken, as: 'aside' };

/** An invoke's answer, and when it has been sent. */
interface InvokePort {
  readonly answer: AnswerInvoke;
  readonly answerSent: Promise<unknown>;
}
