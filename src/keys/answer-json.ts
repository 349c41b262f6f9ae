/** An answer as JSON: what a program can go by, and beside it the words that a person would read. */

import type { Answer } from '../commands/answer.ts';
import type { OwnLayer } from '../commands/layers.ts';
import { say } from '../locales/say.ts';
import type { Holding, Instant } from '../presence/intent.ts';
import { doubtful, type Failure } from '../presence/outcome.ts';
import { pairOf, type PairId } from '../presence/pairs.ts';
import type { Problem } from '../presence/problem.ts';
import type { Snapshot } from '../presence/ports.ts';
import type { Receipt } from '../presence/receipt.ts';
import type { Schedule } from '../presence/schedule.ts';
import { plainText } from '../replies/plain.ts';
import { reply } from '../replies/reply.ts';
import type { View } from '../replies/time.ts';

/** What became of a request, and the HTTP status that goes with it. */
export const outcomeStatus = {
  /** Microsoft has accepted all of it. */
  done: 200,
  partly: 200,
  /** Nothing had to be changed. */
  nothing: 200,
  /** It was only read. */
  told: 200,
  /** It is not clear what is meant: nothing was changed. */
  question: 422,
  /** It cannot be done: nothing was changed. */
  refused: 422,
  /** The owner has to sign in in the chat: nothing was changed. */
  signIn: 403,
  /** Microsoft gave no clear answer: it may have taken effect. */
  uncertain: 502,
  /** Microsoft did not take it. */
  notDone: 502,
  /** The records are out of reach: nothing was changed. */
  notNow: 503,
} as const;

type Outcome = keyof typeof outcomeStatus;

export interface KeyAnswer {
  readonly outcome: Outcome;
  /** In the reader's language. */
  readonly text: string;
  readonly [fact: string]: unknown;
}

type AnswerOf<K extends Answer['kind']> = Extract<Answer, { kind: K }>;
type Judge<K extends Answer['kind']> = Outcome | ((answer: AnswerOf<K>) => Outcome);

const outcomes: { readonly [K in Answer['kind']]: Judge<K> } = {
  receipt: ({ receipt }) => outcomeOf(receipt),
  problem: 'refused',
  question: 'question',
  refusal: 'refused',
  whatIf: 'told',
  noChange: 'told',
  wouldKeep: 'told',
  status: 'told',
  statusFailed: ({ failure }) => ofFailure(failure),
  details: 'told',
  help: 'told',
  nothingToUndo: 'nothing',
  nothingToExtend: 'nothing',
  nothingToEnd: 'nothing',
  nothingToShow: 'nothing',
  picker: 'told',
  pastReceipt: 'told',
  colleague: 'told',
  colleagueFailed: ({ failure }) => ofFailure(failure),
  colleagueUnknown: 'refused',
  whoIs: 'told',
  whoIsFailed: ({ because }) => (because.why === 'notRead' ? ofFailure(because.failure) : 'refused'),
  ownOnly: 'refused',
  signIn: 'signIn',
  signedIn: 'told',
  signedOut: 'done',
  signOutFailed: 'notDone',
  noSignIn: 'told',
  meetings: ({ did }) => (did === undefined ? 'told' : 'done'),
  schedules: ({ change, did }) =>
    did.what === 'listed' ? 'told' : change.refused !== undefined ? 'refused' : 'done',
  calendar: ({ did }) => (did === 'listed' ? 'told' : 'done'),
  calendarUnread: 'refused',
  endReminders: 'done',
  keys: 'told',
  news: 'told',
  meetingOver: 'told',
  why: ({ reported }) => (reported.ok ? 'told' : ofFailure(reported.failure)),
  export: 'told',
  forgetFirst: 'refused',
  forgotten: 'done',
  ownChat: 'refused',
  noRecords: 'notNow',
  notKnown: 'notNow',
  notHere: 'refused',
  notAboutPresence: 'refused',
  unknownLanguage: 'refused',
  talk: 'told',
  privacy: 'told',
  language: 'done',
  guest: 'refused',
};

/** What a program may need of an answer beside its words. */
const facts: { readonly [K in Answer['kind']]?: (answer: AnswerOf<K>) => object } = {
  receipt: ({ receipt, rest }) => ({
    ...receiptFacts(receipt),
    ...(rest === undefined ? {} : { then: rest.next.map(stepFacts) }),
  }),
  question: ({ question }) => ({ question: question.code, choices: question.suggestions }),
  refusal: ({ refusal }) => ({ problem: { code: refusal.code } }),
  problem: ({ problem }) => ({ problem: problemFacts(problem) }),
  status: ({ snapshot, layers, known }) => ({
    ...reportedFacts(snapshot),
    set: layers.map(layerFacts),
    complete: known,
  }),
  why: ({ reported, layers, reached }) => ({
    ...(reported.ok ? reportedFacts(reported.snapshot) : {}),
    set: layers.map(layerFacts),
    complete: reached,
  }),
  export: ({ data }) => ({ data }),
};

/** The answer in JSON, its words in the reader's language. */
export function answerJson(answer: Answer, view: View): KeyAnswer {
  // Each table gives each kind its own; the compiler cannot follow a look-up by the kind of a union.
  const judge = outcomes[answer.kind] as Outcome | ((given: Answer) => Outcome);
  const factsOf = facts[answer.kind] as ((given: Answer) => object) | undefined;
  const outcome = typeof judge === 'string' ? judge : judge(answer);
  const { text, more = [] } = reply(answer, view);
  return {
    outcome,
    // Where they can sign in has to be said: here they cannot.
    text: plainText(outcome === 'signIn' ? say(view, 'signIn.alone') : [text, ...more].join('\n\n')),
    ...factsOf?.(answer),
  };
}

function outcomeOf({ open, holds, cleared }: Receipt): Outcome {
  if (open.length === 0) return 'done';
  if (open.some(doubtful)) return 'uncertain';
  if (holds.length + cleared.length > 0) return 'partly';
  const failures = open.flatMap(({ result }) => (result.kind === 'failed' ? [result.failure] : []));
  return failures.some(({ by }) => by === 'signedOut') ? 'signIn' : 'notDone';
}

function ofFailure({ by }: Failure): Outcome {
  return by === 'signedOut' ? 'signIn' : 'notDone';
}

function receiptFacts({ holds, cleared, open, assumed, otherEnds, hiding }: Receipt): object {
  return {
    holds: holds.map(holdingFacts),
    cleared: cleared.map(({ slot }) => slot),
    notDone: open.map(({ step: { slot, holding }, result }) => ({
      slot,
      ...(holding === undefined ? {} : holdingFacts(holding)),
      result: result.kind,
      ...(result.kind === 'failed' ? { by: result.failure.by } : {}),
    })),
    assumed: assumed.map(({ code }) => code),
    otherEnds: otherEnds.map(isoOf),
    mayNotShow: hiding.map(({ code }) => code),
  };
}

/** What is to come after what holds, as long as the person chooses nothing else. */
function stepFacts({ status, next: [first] }: Schedule): object {
  return {
    ...pairFacts(status),
    ...(first === undefined ? {} : { from: isoOf(first.startsAt), until: isoOf(first.endsAt) }),
  };
}

/** A problem with its bounds in seconds, where it has any. */
function problemFacts(problem: Problem): object {
  if (problem.code === 'badPair') return { code: problem.code, allowed: problem.allowed.map(({ id }) => id) };
  if (problem.code !== 'outOfBounds') return problem;
  const { id, minSeconds, maxSeconds } = problem.pair;
  return { code: problem.code, status: id, minSeconds, maxSeconds };
}

function holdingFacts(holding: Holding): object {
  const until = holding.endsAt === undefined ? null : isoOf(holding.endsAt);
  switch (holding.slot) {
    case 'message':
      return { slot: holding.slot, message: holding.text, until };
    case 'location':
      return { slot: holding.slot, place: holding.place, until };
    case 'preferred':
    case 'session':
      return { slot: holding.slot, ...pairFacts(holding.pair), until };
  }
}

function pairFacts(id: PairId): object {
  const { availability, activity } = pairOf(id);
  return { status: id, availability, activity };
}

function layerFacts({ holding, by, state }: OwnLayer): object {
  return { ...holdingFacts(holding), by: by.kind, state };
}

/** What Microsoft reports now. */
function reportedFacts({ availability, activity, message, outOfOffice, workLocation }: Snapshot): object {
  return {
    reported: {
      availability,
      activity,
      ...(message === undefined
        ? {}
        : {
            message: message.text,
            ...(message.endsAt === undefined ? {} : { messageUntil: isoOf(message.endsAt) }),
          }),
      outOfOffice: outOfOffice !== undefined,
      ...(workLocation === undefined ? {} : { workLocation: workLocation.place }),
    },
  };
}

function isoOf(instant: Instant): string {
  return new Date(instant).toISOString();
}
