/**
 * Signing in, if the bot calls Graph as the person: asked for when it is missing, done silently by Teams if it can
 * be, and followed by the request that needed it.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/authentication/bot-sso-overview
 */

import { LRUCache } from 'lru-cache';
import { say, type Reader } from '../locales/say.ts';
import type { Instant } from '../presence/intent.ts';
import type { ReplyContent } from '../replies/reply-content.ts';
import type { Conversation, OutgoingMessage } from './conversation.ts';
import { nameOf, statusOf } from './errors.ts';
import type { Log } from './log.ts';
import { type Missing, missingSignIn, wordsFor } from './missing-sign-in.ts';
import { isGroup } from './activity-context.ts';
import {
  isSignIn,
  type InvokeAnswer,
  signInFailureValue,
  tokenExchangeValue,
  verifyStateValue,
} from './invoke-values.ts';
import type { Sending, SendWork } from './sending.ts';
import type { Turn } from './turn.ts';
import type { TokenStore } from './user-tokens.ts';

export interface SignIn {
  /** Asks for a sign-in if that is why the request failed, and runs `then` once it is there; false if nothing was asked. */
  askIfNeeded(
    conversation: Conversation,
    content: ReplyContent,
    turn: Turn,
    then: SendWork,
  ): Promise<boolean>;
  /** Sends a sign-in card after a proactive message about something that failed without a sign-in. */
  offerIfNeeded(conversation: Conversation, content: ReplyContent, to: Reader): Promise<void>;
  /** The answer to an invoke about signing in; undefined for any other. */
  answerInvoke(turn: Turn): Promise<InvokeAnswer> | undefined;
  /** The answer to a sign-in invoke that cannot be served now; undefined for any other. */
  failed(turn: Turn, status: 429 | 503): InvokeAnswer | undefined;
}

interface SignInParts {
  readonly store: TokenStore;
  readonly connection: string;
  readonly now: () => Instant;
  readonly sending: Sending;
  readonly log: Log;
}

const oauthCard = 'application/vnd.microsoft.card.oauth';
/** Requests that wait for a sign-in, and how long each may take. */
const waiting = { max: 1000, ttl: 10 * 60_000, ttlResolution: 0 };

interface PendingRequest {
  /** Runs the request in the chat where it was made, wherever the sign-in comes from. */
  readonly carryOut: () => void;
  /** Shows the sign-in card again, without silent sign-in. */
  readonly showButton: () => void;
  buttonShown: boolean;
}

export function createSignIn({ store, connection, now, sending, log }: SignInParts): SignIn {
  const pending = new LRUCache<string, PendingRequest>({ ...waiting, perf: { now } });
  const { send, post, later, afterwards } = sending;

  const showCard = async (conversation: Conversation, text: string, to: Reader, silently: boolean) => {
    const { signInLink, tokenExchangeResource } = await store.resource(conversation);
    const exchanges = silently && tokenExchangeResource != null;
    const card: OutgoingMessage = {
      type: 'message',
      attachments: [
        {
          contentType: oauthCard,
          content: {
            text,
            connectionName: connection,
            buttons: [{ type: 'signin', title: say(to, 'signIn.button'), value: signInLink }],
            ...(exchanges ? { tokenExchangeResource } : {}),
          },
        },
      ],
    };
    log.info({ silently: exchanges }, 'asked to sign in');
    await post(conversation, card);
  };

  /** Runs the waiting request once; without one, says that they are signed in. */
  const signedIn = (turn: Turn, otherwise: 'tell' | 'silence'): void => {
    const account = turn.activity.from.id;
    const request = pending.get(account);
    pending.delete(account);
    if (request !== undefined) request.carryOut();
    else if (otherwise === 'tell') {
      later(turn, (conversation) => send(conversation, { kind: 'signedIn' }, turn));
    }
  };

  const exchange = async (turn: Turn): Promise<InvokeAnswer> => {
    const { data } = tokenExchangeValue.safeParse(turn.activity.value);
    if (data === undefined || data.connectionName !== connection) return { status: 400, body: {} };
    if (!(await store.exchange(turn.activity.from.id, data.token))) {
      return notExchanged(data.id, 'The person has to consent first.');
    }
    // Each of the person's clients sends one; the request runs after the first.
    signedIn(turn, 'silence');
    return { body: { id: data.id, connectionName: connection } };
  };

  /** 412 makes Teams show the sign-in button. */
  const notExchanged = (id: string | null | undefined, failureDetail: string): InvokeAnswer => ({
    status: 412,
    body: { id, connectionName: connection, failureDetail },
  });

  const confirm = async (turn: Turn): Promise<InvokeAnswer> => {
    const { data } = verifyStateValue.safeParse(turn.activity.value);
    if (data === undefined) return { status: 400, body: {} };
    if (!(await store.confirm(turn.activity.from.id, data.state))) return { status: 404, body: {} };
    signedIn(turn, 'tell');
    return { body: {} };
  };

  /** Teams shows the person nothing then, so the button is needed. Each of their clients sends one. */
  const silentSignInFailed = ({ activity }: Turn): InvokeAnswer => {
    const code = signInFailureValue.safeParse(activity.value).data?.code ?? 'other';
    log.warn({ code }, 'Teams could not sign somebody in by itself');
    const request = pending.get(activity.from.id);
    if (request?.buttonShown === false) {
      request.buttonShown = true;
      request.showButton();
    }
    return { body: {} };
  };

  /** Sends the sign-in card, or says that signing in does not work. Gives whether it was sent. */
  const offer = async (conversation: Conversation, turn: Turn, missing: Missing): Promise<boolean> => {
    try {
      // Neither the present token nor a silent exchange brings a missing permission.
      if (missing.permission !== undefined && turn.sender !== undefined) await store.signOut(turn.sender);
      const silently = missing.permission === undefined && missing.silentFailed !== true;
      await showCard(conversation, wordsFor(missing, turn.view), turn.view, silently);
      return true;
    } catch (error) {
      log.error({ error: nameOf(error), status: statusOf(error) }, 'nobody can sign in');
      await send(conversation, { kind: 'signInFailed' }, turn);
      return false;
    }
  };

  return {
    askIfNeeded: async (conversation, content, turn, then) => {
      const account = turn.activity.from.id;
      const missing = missingSignIn(content);
      if (missing === undefined) {
        // A newer request was done, or the person signed out: an older waiting request must not run after that.
        if (content.kind === 'receipt' || content.kind === 'signedOut') pending.delete(account);
        return false;
      }
      if (isGroup(turn.activity)) {
        // A sign-in card in a group could be used by anybody who sees it.
        await send(conversation, { kind: 'signInAlone' }, turn);
        return true;
      }
      const inThisChat = afterwards(conversation);
      const request: PendingRequest = {
        carryOut: () => {
          inThisChat(then);
        },
        showButton: () => {
          inThisChat(async (again) => {
            await offer(again, turn, { silentFailed: true });
          });
        },
        buttonShown: missing.permission !== undefined,
      };
      // Set before the card is sent: a client may sign in before the connector has answered.
      pending.set(account, request);
      if (!(await offer(conversation, turn, missing)) && pending.get(account) === request)
        pending.delete(account);
      return true;
    },
    offerIfNeeded: async (conversation, content, to) => {
      const failure =
        content.kind === 'lost'
          ? content.failure
          : content.kind === 'news' && content.news.kind === 'gone'
            ? content.news.failure
            : (content.kind === 'scheduleNews' || content.kind === 'calendarNews') &&
                content.news.kind === 'failed'
              ? content.news.failure
              : undefined;
      if (failure?.by !== 'signedOut') return;
      try {
        await showCard(conversation, say(to, 'signIn.again'), to, false);
      } catch (error) {
        log.error({ error: nameOf(error), status: statusOf(error) }, 'nobody can sign in');
      }
    },
    answerInvoke: (turn) => {
      const { activity, sender } = turn;
      if (!isSignIn(activity)) return undefined;
      if (sender === undefined) return Promise.resolve({ status: 403, body: {} });
      if (activity.name === 'signin/tokenExchange') return exchange(turn);
      return activity.name === 'signin/verifyState'
        ? confirm(turn)
        : Promise.resolve(silentSignInFailed(turn));
    },
    failed: ({ activity }, status) => {
      if (!isSignIn(activity)) return undefined;
      const { data } = tokenExchangeValue.safeParse(activity.value);
      return activity.name === 'signin/tokenExchange'
        ? notExchanged(data?.id, 'The sign-in cannot be taken just now.')
        : { status, body: {} };
    },
  };
}
