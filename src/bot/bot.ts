/** Activity in, reply out. */

import { TurnContext, type Activity, type ConversationReference } from 'botbuilder';
import { answer } from '../commands/index.ts';
import { deskOf, type Office } from '../commands/desk.ts';
import { read } from '../language/read.ts';
import { reply } from '../replies/reply.ts';
import type { Reply, Saying } from '../replies/saying.ts';
import type { View } from '../replies/time.ts';
import type { BotAdapter } from './adapter.ts';
import { parseEnvelope, type Envelope } from './envelope.ts';
import { answerInvoke } from './invoke.ts';
import { isGroup, mentionsBot, readContextOf, senderOf, viewOf } from './moment.ts';
import { createOnce } from './once.ts';

/** What the log gets of a turn: never its words. */
interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

export interface BotParts {
  readonly adapter: BotAdapter;
  readonly office: Office;
  readonly log: Log;
  /** Milliseconds after which a turn says that it is still working. */
  readonly patienceMs: number;
}

/** An HTTP answer. */
interface Answered {
  readonly status: number;
  readonly body?: unknown;
}

export interface Bot {
  /** Handles one request to the messaging endpoint. Never rejects; errors have a generic body. */
  receive(body: unknown, authorization: string): Promise<Answered>;
  /** Resolves when every turn and every promised follow-up has ended. */
  idle(): Promise<void>;
}

/** Teams wants an answer in 15 seconds and people in 8; what is left is for sending it. */
export const defaultPatienceMs = 6000;
/** A message is answered over HTTP within that, even if the reply itself is slow to be taken. */
const answerMs = 7500;
/** So many conversations are remembered as greeted. */
const welcomedLimit = 10_000;

const malformed: Answered = { status: 400, body: { error: 'This is not a Teams activity.' } };
const unauthorized: Answered = { status: 401, body: { error: 'The token was not accepted.' } };

export function createBot({ adapter, office, log, patienceMs }: BotParts): Bot {
  const once = createOnce<Answered>();
  const welcomed = new Set<string>();
  const underWay = new Set<Promise<unknown>>();

  const track = <T>(work: Promise<T>): Promise<T> => {
    underWay.add(work);
    void work.finally(() => underWay.delete(work)).catch(() => undefined);
    return work;
  };

  const receive = async (body: unknown, authorization: string): Promise<Answered> => {
    const activity = parseEnvelope(body);
    if (activity === undefined) return malformed;
    // The envelope has the protocol's types where the SDK looks; this is the one place they meet.
    const sdkActivity = activity as unknown as Activity;
    const authenticated = await adapter.authenticate(sdkActivity, authorization).catch((error: unknown) => {
      log.warn({ reason: nameOf(error) }, 'token refused');
    });
    if (authenticated === undefined) return unauthorized;
    const turn = async (): Promise<Answered> => {
      const invoked = await adapter.turn(authenticated, sdkActivity, (context) => take(activity, context));
      return invoked === undefined
        ? { status: 200 }
        : { status: invoked.status, body: invoked.body as unknown };
    };
    const { id, conversation, type } = activity;
    // After the token, so that nobody unknown can learn or spend the answer to somebody's activity.
    const answered = track(id == null ? turn() : once(`${conversation.id}\n${id}`, turn));
    // Teams sends a message again when its answer is late, and the answer says nothing: the turn itself goes on.
    return type === 'message' ? ((await within(answerMs, answered)) ?? { status: 200 }) : answered;
  };

  const take = async (activity: Envelope, context: TurnContext): Promise<void> => {
    switch (activity.type) {
      case 'message':
        return takeMessage(activity, context);
      case 'invoke':
        await context.sendActivity({ type: 'invokeResponse', value: answerInvoke(activity.name ?? '') });
        return;
      case 'installationUpdate':
        // Whoever installs it again is greeted again.
        if (activity.action === 'remove') welcomed.delete(activity.conversation.id);
        return activity.action === 'add' ? welcome(activity, context) : undefined;
      case 'conversationUpdate':
        return activity.membersAdded?.some(({ id }) => id === activity.recipient?.id) === true
          ? welcome(activity, context)
          : undefined;
      default:
        // Edits, reactions, read receipts and the like: nothing was asked of the bot.
        return undefined;
    }
  };

  /** An installation sends two activities; the first of them is answered with hello. */
  const welcome = async (activity: Envelope, context: TurnContext): Promise<void> => {
    const { id } = activity.conversation;
    if (welcomed.has(id)) return;
    welcomed.add(id);
    const [oldest] = welcomed;
    if (welcomed.size > welcomedLimit && oldest !== undefined) welcomed.delete(oldest);
    await send(context, reply({ kind: 'welcome' }, viewOf(activity, office.now())));
  };

  const takeMessage = async (activity: Envelope, context: TurnContext): Promise<void> => {
    // In a group only what is said to the bot is meant for it.
    if (isGroup(activity) && !mentionsBot(activity)) return;
    const started = performance.now();
    const view = viewOf(activity, office.now());
    const said = track(sayingTo(activity, view));
    const first = await within(patienceMs, said);
    await send(context, reply(first ?? { kind: 'pending' }, view));
    if (first === undefined) promise(said, context, activity);
    log.info(
      { said: (first ?? { kind: 'pending' }).kind, ms: Math.round(performance.now() - started) },
      'turn',
    );
  };

  const sayingTo = async (activity: Envelope, view: View): Promise<Saying> => {
    try {
      const reading = read(activity.text ?? '', readContextOf(activity, view));
      if (reading.kind === 'help') return { kind: 'help' };
      const sender = senderOf(activity);
      return sender === undefined ? { kind: 'guest' } : await answer(reading, deskOf(office, sender, 'chat'));
    } catch (error) {
      log.error(
        { error: nameOf(error), stack: error instanceof Error ? error.stack : undefined },
        'turn failed',
      );
      return { kind: 'broken' };
    }
  };

  /** The outcome that a turn could not wait for follows as a message of its own. */
  const promise = (said: Promise<Saying>, context: TurnContext, activity: Envelope): void => {
    const reference: Partial<ConversationReference> = TurnContext.getConversationReference(context.activity);
    void track(
      said.then((saying) =>
        adapter.later(reference, (later) => send(later, reply(saying, viewOf(activity, office.now())))),
      ),
    ).catch((error: unknown) => {
      log.error({ error: nameOf(error), status: statusOf(error) }, 'an outcome could not be delivered');
    });
  };

  const send = async (context: TurnContext, { text, suggestions }: Reply): Promise<void> => {
    const actions = suggestions.slice(0, 6).map((value) => ({ type: 'imBack', title: value, value }));
    try {
      await context.sendActivity({
        type: 'message',
        textFormat: 'markdown',
        text,
        ...(actions.length === 0 ? {} : { suggestedActions: { to: [context.activity.from.id], actions } }),
      });
    } catch (error) {
      // What was done stays done; only the words did not arrive.
      log.error({ error: nameOf(error), status: statusOf(error) }, 'a reply could not be delivered');
    }
  };

  return {
    receive: (body, authorization) =>
      track(receive(body, authorization)).catch((error: unknown) => {
        log.error(
          { error: nameOf(error), stack: error instanceof Error ? error.stack : undefined },
          'turn failed',
        );
        return { status: 200 };
      }),
    idle: async () => {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}

/** What a promise gives within that many milliseconds, or undefined; the promise goes on. */
async function within<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, ms, undefined);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

function statusOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined;
}
