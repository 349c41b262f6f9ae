/** Invokes: what comes, which protocol it is, and an answer in its shape, in time. Always HTTP 200: an error status makes the client retry. */

import { parsePressed } from '../cards/data.ts';
import type { Reaction } from './press.ts';
import { react } from './press.ts';
import { openDialog, shown, submitDialog } from './dialog.ts';
import { speak } from './outgoing.ts';
import { cardActionValue, cardAnswer, dialogAnswer, searchAnswer } from './protocol.ts';
import { search, type SearchParts } from './search.ts';
import { presserOf, type Turn } from './turn.ts';
import { within } from './within.ts';

/** What an invoke is answered with, and what follows once that answer is on its way. */
export interface Invoked {
  readonly body: unknown;
  /** What became of the card, to be shown to everybody who sees it. */
  readonly follows?: Promise<Reaction>;
}

const notMine = 'I have no such button or dialog. Write to me instead, such as: dnd until 3pm';

/** Answers to what is malformed, or none of this bot's: nothing is changed by any of them. */
const unknownAnswers: Readonly<Record<string, unknown>> = {
  'adaptiveCard/action': cardAnswer.error(notMine),
  'task/fetch': dialogAnswer.text(notMine),
  'task/submit': dialogAnswer.text(notMine),
  'composeExtension/fetchTask': dialogAnswer.text(notMine),
  'composeExtension/submitAction': dialogAnswer.text(notMine),
  'composeExtension/query': searchAnswer.text(notMine),
};

export interface InvokeParts extends SearchParts {
  /** Milliseconds in which every invoke is answered: Teams waits five seconds for an extension. */
  readonly invokeMs: number;
}

/** The answer to an invoke of that name. */
export async function answerInvoke(name: string, turn: Turn, parts: InvokeParts): Promise<Invoked> {
  const unknown = Object.hasOwn(unknownAnswers, name) ? unknownAnswers[name] : {};
  switch (name) {
    case 'adaptiveCard/action':
      return (await pressCard(turn, parts)) ?? { body: unknown };
    case 'composeExtension/fetchTask':
      return { body: openDialog(turn) ?? unknown };
    case 'composeExtension/submitAction':
    case 'task/submit': {
      const answered = await within(parts.invokeMs, submitDialog(turn));
      return {
        body: answered.late ? shown({ kind: 'late', doing: 'change' }, turn) : (answered.value ?? unknown),
      };
    }
    case 'composeExtension/query': {
      const answered = await within(parts.invokeMs, search(turn, parts));
      const late = () =>
        searchAnswer.text(speak({ kind: 'late', doing: 'search' }, turn.view, turn.seat).summary);
      return { body: answered.late ? late() : (answered.value ?? unknown) };
    }
    default:
      return { body: unknown };
  }
}

async function pressCard(turn: Turn, { invokeMs }: InvokeParts): Promise<Invoked | undefined> {
  const value = cardActionValue.safeParse(turn.activity.value).data;
  if (value === undefined) return undefined;
  const automatic = value.trigger === 'automatic';
  const pressed = parsePressed(value.action.verb ?? '', value.action.data ?? {});
  const reacting = react(pressed, presserOf(turn, 'card', automatic));
  const answered = await within(invokeMs, reacting);
  if (answered.late) {
    return {
      body: cardAnswer.text(speak({ kind: 'pending' }, turn.view, turn.seat).summary),
      follows: reacting,
    };
  }
  const reaction = answered.value;
  const { card, summary } = speak(reaction.saying, turn.view, turn.seat);
  const body =
    card !== undefined && reaction.as === 'replacement'
      ? cardAnswer.card(card.content)
      : cardAnswer.text(summary);
  // A refresh by the client itself must change nothing, not even a message.
  return automatic || reaction.as === 'aside' ? { body } : { body, follows: Promise.resolve(reaction) };
}
