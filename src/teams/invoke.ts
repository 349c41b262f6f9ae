/**
 * Invokes: answers each in its own protocol's shape, in time. Always HTTP 200, except for sign-in invokes: an
 * error status makes the client retry.
 */

import type { ReplyContent } from '../replies/reply-content.ts';
import { parsePressed } from '../cards/data.ts';
import type { Envelope } from './envelope.ts';
import { react, type Reaction } from './press.ts';
import type { ShownReaction } from './sending.ts';
import { openDialog, dialogWith, submitDialog } from './dialog.ts';
import { renderReply } from './outgoing.ts';
import { answerConsent, fileConsentName, fileConsentValue, type FileParts } from './files.ts';
import { isGroup } from './activity-context.ts';
import {
  cardActionValue,
  cardAnswer,
  dialogAnswer,
  isSignIn,
  searchAnswer,
  signInNames,
  type InvokeAnswer,
} from './invoke-values.ts';
import type { Questions } from './questions.ts';
import type { RateLimit } from './rate-limit.ts';
import { search, type SearchParts } from './search.ts';
import type { SignIn } from './sign-in.ts';
import { presserOf, type Turn } from './turn.ts';
import { withTimeout } from '../timing/with-timeout.ts';

/** What an invoke is answered with, and what follows once that answer is on its way. */
interface InvokeResult extends InvokeAnswer {
  /** The reaction to the press, to be shown once the answer is sent. */
  readonly follows?: {
    readonly first: Promise<ShownReaction>;
    /** Does the press again, after a sign-in. */
    readonly again: () => Promise<Reaction>;
  };
}

/** A text answer in each protocol; other invokes are answered with an empty body. */
const wordsOf: ReadonlyMap<string, (words: string) => unknown> = new Map<string, (words: string) => unknown>([
  ['adaptiveCard/action', cardAnswer.text],
  ['task/fetch', dialogAnswer.text],
  ['task/submit', dialogAnswer.text],
  ['composeExtension/fetchTask', dialogAnswer.text],
  ['composeExtension/submitAction', dialogAnswer.text],
  ['composeExtension/query', searchAnswer.text],
]);

/** The invokes that this bot answers. */
export const invokeNames: ReadonlySet<string> = new Set([...wordsOf.keys(), ...signInNames, fileConsentName]);

function inWords(name: string, content: ReplyContent, turn: Turn): unknown {
  return wordsOf.get(name)?.(renderReply(content, turn.view, turn.audience).summary) ?? {};
}

/** Whether an invoke can only read: a search, a dialog that opens, a card that refreshes itself. */
export function isLookup(activity: Envelope): boolean {
  const { name, value } = activity;
  if (name === 'adaptiveCard/action') return cardActionValue.safeParse(value).data?.trigger === 'automatic';
  const acts = ['task/submit', 'composeExtension/submitAction', fileConsentName];
  return !acts.includes(name ?? '') && !isSignIn(activity);
}

interface InvokeParts extends SearchParts {
  /** Milliseconds in which every invoke is answered: Teams waits five seconds for an extension. */
  readonly invokeMs: number;
  /** Undefined: nobody is offered a file. */
  readonly files: FileParts | undefined;
}

interface InvokeHandlerParts extends InvokeParts {
  readonly limit: RateLimit;
  readonly questions: Questions;
  /** Undefined: the bot acts as itself, and nobody signs in. */
  readonly signIn: SignIn | undefined;
  /** Called with unexpected errors. */
  readonly failed: (error: unknown) => void;
}

/** Answers invokes. Never rejects: Teams shows its own error for an invoke without an answer. */
export function createInvokes(parts: InvokeHandlerParts): (turn: Turn) => Promise<InvokeResult> {
  const { limit, questions, signIn, failed } = parts;
  return async (turn) => {
    const { activity } = turn;
    const name = activity.name ?? '';
    // A text answer with status 200 would tell Teams that the sign-in worked.
    const instead = (status: 429 | 503, content: ReplyContent): InvokeResult =>
      signIn?.failed(turn, status) ?? { body: inWords(name, content, turn) };
    // A sign-in takes several invokes, from each of the person's clients, so they count as look-ups.
    const isCommand = !isLookup(activity) && !isSignIn(activity);
    const held = limit(turn, isCommand ? 'command' : 'lookup');
    if (held !== undefined) return instead(429, { kind: 'tooMany', seconds: held.seconds });
    if (isCommand) questions.take(turn);
    try {
      return await (signIn?.answerInvoke(turn) ?? answerInvoke(name, turn, parts));
    } catch (error) {
      failed(error);
      return instead(503, { kind: 'broken' });
    }
  };
}

async function answerInvoke(name: string, turn: Turn, parts: InvokeParts): Promise<InvokeResult> {
  // For malformed or unknown invokes: nothing was changed.
  const notMine = () => renderReply({ kind: 'notMine' }, turn.view, turn.audience).summary;
  const unknown = () => wordsOf.get(name)?.(notMine()) ?? {};
  switch (name) {
    case 'adaptiveCard/action':
      return (await pressCard(turn, parts)) ?? { body: cardAnswer.error(notMine()) };
    case 'composeExtension/fetchTask':
      return { body: openDialog(turn) ?? unknown() };
    case 'composeExtension/submitAction':
    case 'task/submit': {
      const answered = await withTimeout(parts.invokeMs, submitDialog(turn));
      return {
        body: answered.late
          ? dialogWith({ kind: 'late', doing: 'change' }, turn)
          : (answered.value ?? unknown()),
      };
    }
    case 'composeExtension/query': {
      const answered = await withTimeout(parts.invokeMs, search(turn, parts));
      const late = () =>
        searchAnswer.text(renderReply({ kind: 'late', doing: 'search' }, turn.view, turn.audience).summary);
      return { body: answered.late ? late() : (answered.value ?? unknown()) };
    }
    case fileConsentName:
      return { body: {}, ...followingConsent(turn, parts) };
    default:
      return { body: unknown() };
  }
}

/** Answered at once, since the upload may take long. Files are only offered in the sender's own chat. */
function followingConsent(turn: Turn, { files }: InvokeParts): Pick<InvokeResult, 'follows'> {
  const consent = fileConsentValue.safeParse(turn.activity.value).data;
  if (consent === undefined || isGroup(turn.activity)) return {};
  const answer = () => answerConsent(consent, turn, files);
  return { follows: { first: answer(), again: answer } };
}

async function pressCard(turn: Turn, { invokeMs }: InvokeParts): Promise<InvokeResult | undefined> {
  const value = cardActionValue.safeParse(turn.activity.value).data;
  if (value === undefined) return undefined;
  const automatic = value.trigger === 'automatic';
  const pressed = parsePressed(value.action.verb ?? '', value.action.data ?? {});
  const press = () => react(pressed, presserOf(turn, 'card', automatic));
  const reacting = press();
  const follows = { first: reacting, again: press };
  const answered = await withTimeout(invokeMs, reacting);
  const told = (content: ReplyContent) =>
    cardAnswer.text(renderReply(content, turn.view, turn.audience).summary);
  if (answered.late) {
    // An announcement may be in a chat without the bot, where no follow-up can be sent.
    return pressed?.act === 'chooseUntil'
      ? { body: told({ kind: 'late', doing: 'change' }) }
      : { body: told({ kind: 'pending' }), follows };
  }
  const { content, as } = answered.value;
  if (as === 'aside') return { body: told(content) };
  const said = as === 'replacement' ? renderReply(content, turn.view, turn.audience) : undefined;
  const body = said?.card === undefined ? told({ kind: 'posted' }) : cardAnswer.card(said.card.content);
  // An automatic refresh must change nothing, so nothing follows it.
  return automatic
    ? { body }
    : { body, follows: { ...follows, first: Promise.resolve({ content, as, said }) } };
}
