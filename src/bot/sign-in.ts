/**
 * Signing in, where the bot acts as the person: asked for when it is missing, done in Teams without a word where it can
 * be, and followed by what the person had wanted.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/authentication/bot-sso-overview
 */

import type { Activity, TurnContext } from 'botbuilder';
import { LRUCache } from 'lru-cache';
import type { Failure } from '../presence/outcome.ts';
import type { Saying } from '../replies/saying.ts';
import { nameOf, statusOf } from './errors.ts';
import type { Invoked } from './invoke.ts';
import type { Log } from './log.ts';
import { isGroup } from './moment.ts';
import { tokenExchangeValue, verifyStateValue } from './protocol.ts';
import type { Sending } from './sending.ts';
import type { Turn } from './turn.ts';
import type { TokenStore } from './user-tokens.ts';

/** What is done once the person has signed in. */
type Then = (context: TurnContext) => Promise<void>;

export interface SignIn {
  /** Asks for a sign-in where that is what is missing, and keeps `then` until it is there; false: nothing was asked. */
  asks(context: TurnContext, saying: Saying, turn: Turn, then: Then): Promise<boolean>;
  /** The answer to an invoke about signing in; undefined for any other. */
  invoked(turn: Turn): Promise<Invoked> | undefined;
}

interface SignInParts {
  readonly store: TokenStore;
  readonly connection: string;
  readonly sending: Sending;
  readonly log: Log;
}

const oauthCard = 'application/vnd.microsoft.card.oauth';
/** So many people's wishes wait for a sign-in, for as long as somebody may take for one. */
const waiting = { max: 10_000, ttl: 10 * 60_000 };

export function createSignIn({ store, connection, sending, log }: SignInParts): SignIn {
  const wishes = new LRUCache<string, Then>(waiting);
  const { send, later } = sending;

  const ask = async (context: TurnContext, turn: Turn, missing: Missing): Promise<void> => {
    const { activity, sender } = turn;
    // A permission that is missing is not had by the token that lacks it, nor by a silent exchange for the same.
    if (missing.permission !== undefined && sender !== undefined) await store.signOut(sender);
    const { signInLink, tokenExchangeResource } = await store.resource(context.activity);
    const silently = missing.permission === undefined && tokenExchangeResource != null;
    const card: Partial<Activity> = {
      type: 'message',
      attachments: [
        {
          contentType: oauthCard,
          content: {
            text: wordsFor(missing),
            connectionName: connection,
            buttons: [{ type: 'signin', title: 'Sign in', value: signInLink }],
            ...(silently ? { tokenExchangeResource } : {}),
          },
        },
      ],
    };
    log.info({ silently, conversation: activity.conversation.conversationType }, 'asked to sign in');
    await context.sendActivity(card);
  };

  /** What the person wanted is done, once, or they are told that they may say it. */
  const signedIn = (turn: Turn, otherwise: 'tell' | 'silence'): void => {
    const account = turn.activity.from.id;
    const then = wishes.get(account);
    wishes.delete(account);
    if (then !== undefined) later(turn, then);
    else if (otherwise === 'tell') {
      later(turn, (context) => send(context, { kind: 'signedIn' }, turn));
    }
  };

  const exchange = async (turn: Turn): Promise<Invoked> => {
    const { data } = tokenExchangeValue.safeParse(turn.activity.value);
    if (data === undefined || data.connectionName !== connection) return { status: 400, body: {} };
    const about = { id: data.id, connectionName: connection };
    if (!(await store.exchange(turn.activity.from.id, data.token))) {
      // Teams shows the sign-in button then.
      return { status: 412, body: { ...about, failureDetail: 'The person has to consent first.' } };
    }
    // Each of the person's clients sends one; what was wanted is done after the first.
    signedIn(turn, 'silence');
    return { body: about };
  };

  const confirm = async (turn: Turn): Promise<Invoked> => {
    const { data } = verifyStateValue.safeParse(turn.activity.value);
    if (data === undefined) return { status: 400, body: {} };
    if (!(await store.confirm(turn.activity.from.id, data.state))) return { status: 404, body: {} };
    signedIn(turn, 'tell');
    return { body: {} };
  };

  return {
    asks: async (context, saying, turn, then) => {
      const missing = missingIn(saying);
      if (missing === undefined) return false;
      if (isGroup(turn.activity)) {
        // A sign-in card in a group could be used by anybody who sees it.
        await send(context, { kind: 'signInAlone' }, turn);
        return true;
      }
      try {
        await ask(context, turn, missing);
        wishes.set(turn.activity.from.id, then);
      } catch (error) {
        log.error({ error: nameOf(error), status: statusOf(error) }, 'nobody can sign in');
        await send(context, { kind: 'signInFailed' }, turn);
      }
      return true;
    },
    invoked: (turn) => {
      const { name } = turn.activity;
      if (turn.sender === undefined) return undefined;
      if (name === 'signin/tokenExchange') return exchange(turn);
      return name === 'signin/verifyState' ? confirm(turn) : undefined;
    },
  };
}

/** Why somebody has to sign in: undefined permission: they have not yet. */
interface Missing {
  readonly permission?: string;
}

/** What a sign-in is missing in what was to be said, if that is what it is about. */
function missingIn(saying: Saying): Missing | undefined {
  if (saying.kind === 'signIn') return {};
  if (saying.kind === 'standing' && saying.note !== undefined) return missingIn(saying.note);
  const failure = failuresIn(saying).find(({ by }) => by === 'signedOut');
  if (failure === undefined) return undefined;
  return failure.grant === undefined ? {} : { permission: failure.grant.permission };
}

function failuresIn(saying: Saying): readonly Failure[] {
  if (saying.kind === 'statusFailed') return [saying.failure];
  if (saying.kind === 'standing') return saying.reported?.ok === false ? [saying.reported.failure] : [];
  if (saying.kind !== 'receipt') return [];
  return saying.receipt.open.flatMap(({ result }) => (result.kind === 'failed' ? [result.failure] : []));
}

function wordsFor({ permission }: Missing): string {
  return permission === undefined
    ? 'Please sign in once, so that I may set your presence as you. I shall then do what you asked for.'
    : `Your sign-in does not carry the permission ${permission}. Please sign in again and allow it; I shall then do what you asked for.`;
}
