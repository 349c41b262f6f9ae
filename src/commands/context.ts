/** Validates a sender's requests, applies them in order and turns them into receipts. */

import type { Door, Instant, Intent, Sender } from '../presence/intent.ts';
import type { Stack } from '../presence/meeting.ts';
import type { ChangeId, Did, Change } from '../presence/change.ts';
import { ended, showingSession, type Choice, type PersonState } from '../presence/person-state.ts';
import { onceSeconds, pairOf, type Slot } from '../presence/pairs.ts';
import type {
  FailureLog,
  PersonStates,
  ReadPresence,
  ReadPresences,
  Recalled,
  Records,
  ReplyLanguages,
  UserTokens,
  Write,
} from '../presence/ports.ts';
import { validate, type Policy } from '../presence/validate.ts';
import type { Answer } from './answer.ts';
import type { Everybody } from './others.ts';
import { restAfter } from './chain-rest.ts';
import { offersReminder } from '../presence/reminder.ts';
import type { Order } from './order.ts';

/** What the command contexts of all senders share. */
export interface Services {
  readonly policy: Policy;
  readonly order: Order;
  readonly personStates: PersonStates;
  readonly write: Write;
  /** Undefined: nothing outlives this process. */
  readonly records: Records | undefined;
  readonly languages: ReplyLanguages;
  readonly read: ReadPresence;
  readonly readMany: ReadPresences;
  /** Whether the bot may read anybody's presence but the asker's own. */
  readonly readsOthers: boolean;
  /** Whether people can be offered a file in their own chat. */
  readonly takesFiles: boolean;
  /** People's sign-ins; undefined where the bot acts as itself. */
  readonly userTokens: UserTokens | undefined;
  readonly log: FailureLog;
  readonly now: () => Instant;
}

/** What is asked for, before it is judged. */
type PresenceRequest = Pick<Intent, 'wanted' | 'assumed' | 'otherEnds' | 'chain'>;

/** A request about an earlier change; an answer if there is nothing to do; or an action instead of a change. */
export type RevisedRequest =
  | PresenceRequest
  | { readonly answer: Answer }
  | { readonly instead: () => Promise<Answer> };

/** A revision of an earlier change, such as `undo` and `extend`: the request is made when its turn comes. */
export interface Revision {
  readonly did: Did;
  /** A change that must have happened, as a card names it. */
  readonly since?: ChangeId;
  /** `stack` is what wants the session slot. */
  readonly requestOf: (state: PersonState, now: Instant, stack: Stack) => RevisedRequest;
}

export type ChangeRequest =
  /** Independent of earlier changes, so it is validated at once. */
  { readonly kind: 'set'; readonly request: PresenceRequest } | ({ readonly kind: 'revise' } & Revision);

/** One sender's command context, for one turn. */
export interface CommandContext {
  readonly policy: Policy;
  readonly who: Sender;
  readonly door: Door;
  /** The zone that they read times in; undefined when unknown. */
  readonly zone: string | undefined;
  readonly records: Records | undefined;
  readonly log: FailureLog;
  readonly takesFiles: boolean;
  /** Validates a request once, and applies it after all earlier ones of the sender. */
  change(request: ChangeRequest): Promise<Answer>;
  /** Validates a request and shows what it would send. */
  preview(request: ChangeRequest): Promise<Answer>;
  /** What this process remembers of the sender. */
  state(): PersonState;
  /** The same with what the store holds; for commands that look back. Never rejects. */
  recall(since?: ChangeId): Promise<Recalled>;
  /** Remembers what the sender has chosen for a meeting, or about reminders. */
  chose(choice: Choice): void;
  now(): Instant;
  presence(): ReturnType<ReadPresence>;
  /** The others in the chat that this was asked in. Never rejects. */
  everybody(): Promise<Everybody>;
  /** Fixes the language of the sender's replies, or releases it. Gives whether it is stored. */
  fixLanguage(language: string | undefined): Promise<boolean>;
  /** Whether the sender has signed in; undefined where nobody has to. */
  signedIn(): Promise<boolean | undefined>;
  /** Whether the sender's sign-in is taken back; undefined where there is none. */
  signOut(): Promise<boolean | undefined>;
}

const everySlot: readonly Slot[] = ['session', 'preferred', 'message', 'location'];

/** The command context of that sender. */
export function commandContextOf(
  services: Services,
  who: Sender,
  door: Door,
  { zone, everybody }: Pick<CommandContext, 'zone' | 'everybody'>,
): CommandContext {
  const { order, personStates, policy, userTokens, records } = services;
  const state = () => personStates.get(who.userId);

  const recall = (since?: ChangeId) => personStates.recall(who.userId, since);

  const judge = (request: PresenceRequest, now: Instant): Change | { readonly answer: Answer } => {
    const judged = validate({ who, door, ...request, shownBy: showingSession(state(), now) }, policy, now);
    return judged.ok ? { ...judged.value, zone } : { answer: { kind: 'problem', problem: judged.problem } };
  };

  /** The validated change of a revision. */
  const revise = async ({
    since,
    requestOf,
  }: Revision): Promise<Change | Exclude<RevisedRequest, PresenceRequest>> => {
    const { known, stack } = await recall(since);
    if (!known) return { answer: { kind: 'notKnown' } };
    const now = services.now();
    const request = requestOf(state(), now, stack);
    return 'wanted' in request ? judge(request, now) : request;
  };

  const apply = async (change: Change, did: Did, stop: AbortSignal): Promise<Answer> => {
    // It may have waited for earlier changes until its own end.
    if (change.steps.some(({ holding }) => ended(holding, services.now())))
      return { kind: 'problem', problem: { code: 'endPassed' } };
    const receipt = await services.write(change, did, stop);
    if (receipt === 'notKept') return notKept(change);
    const rest = await restAfter(receipt, { records, who, log: services.log });
    return {
      kind: 'receipt',
      receipt,
      ...(rest === undefined ? {} : { rest }),
      ...(records !== undefined && offersReminder(receipt, change) ? { offersReminder: true } : {}),
    };
  };

  return {
    policy,
    who,
    door,
    zone,
    records,
    log: services.log,
    takesFiles: services.takesFiles,
    change: async (request) => {
      if (request.kind === 'set') {
        const change = judge(request.request, services.now());
        // An invalid request is not queued, so it does not stop an earlier one.
        if ('answer' in change) return change.answer;
        const slots = change.steps.map(({ slot }) => slot);
        const work = (stop: AbortSignal) => apply(change, 'change', stop);
        return order.run(who.userId, work, { touches: slots, replaces: slots });
      }
      const work = async (stop: AbortSignal) => {
        const change = await revise(request);
        if ('answer' in change) return change.answer;
        return 'instead' in change ? change.instead() : apply(change, request.did, stop);
      };
      return order.run(who.userId, work, { touches: everySlot, replaces: [] });
    },
    preview: async (request) => {
      const change = request.kind === 'set' ? judge(request.request, services.now()) : await revise(request);
      if ('answer' in change) return change.answer;
      // An action instead of a change sends nothing that could be previewed.
      return 'instead' in change ? { kind: 'noChange' } : { kind: 'whatIf', change };
    },
    state,
    recall,
    chose: (choice) => {
      personStates.chose(who.userId, choice, services.now());
    },
    now: () => services.now(),
    presence: () => services.read(who, who.userId),
    everybody,
    fixLanguage: (language) => services.languages.fix(who, language),
    // The port logs who failed, here and below.
    signedIn: async () => userTokens && (await userTokens.get(who).catch(() => undefined)) !== undefined,
    signOut: async () =>
      userTokens &&
      userTokens.signOut(who).then(
        () => true,
        () => false,
      ),
  };
}

/** A session within one expiration needs no store. */
function notKept({ steps }: Change): Answer {
  const seconds = steps.map(({ holding }) =>
    holding?.slot === 'session' ? onceSeconds(pairOf(holding.pair)) : 0,
  );
  return { kind: 'problem', problem: { code: 'notKept', maxSeconds: Math.max(...seconds) } };
}
