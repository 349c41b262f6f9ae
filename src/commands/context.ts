/** Where a sender's requests are handled: remembered, judged, applied in order, and turned into a receipt. */

import type { Door, Instant, Intent, Sender, WantedPresence } from '../presence/intent.ts';
import { noStack, type Stack } from '../presence/meeting.ts';
import type { ChangeId, Did, Change } from '../presence/change.ts';
import type { MeetingChoice, PersonState } from '../presence/person-state.ts';
import { onceSeconds, pairOf, type Slot } from '../presence/pairs.ts';
import type {
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
  readonly now: () => Instant;
}

/** A request as a command made it, the answer that makes one needless, or what is done in its place. */
type ContextRequest =
  | Pick<Intent, 'wanted' | 'assumed' | 'otherEnds'>
  | { readonly answer: Answer }
  | { readonly instead: () => Promise<Answer> };

/** A request that may depend on what was set before it, and on what wants the session; called when its turn has come. */
export type RequestOf = (personState: PersonState, now: Instant, stack: Stack) => ContextRequest;

/** One sender's command context, for one turn. */
export interface CommandContext {
  readonly policy: Policy;
  readonly who: Sender;
  readonly records: Records | undefined;
  readonly takesFiles: boolean;
  /** Judges and applies a request after all earlier ones of the sender. */
  change(requestOf: RequestOf, options: ChangeOptions): Promise<Answer>;
  /** Judges a request and shows its requests; sends nothing. */
  preview(requestOf: RequestOf, options: Pick<ChangeOptions, 'replaces'>): Promise<Answer>;
  /** What this process remembers of the sender. */
  state(): PersonState;
  /** The same with what was recorded before it started, or elsewhere; for what looks back. Never rejects. */
  recall(since?: ChangeId): Promise<Recalled>;
  /** Remembers what the sender has chosen for a meeting. */
  chose(choice: MeetingChoice): void;
  now(): Instant;
  presence(): ReturnType<ReadPresence>;
  /** Fixes the language of the sender's replies, or lets it go. Gives whether that outlives this process. */
  fixLanguage(language: string | undefined): Promise<boolean>;
  /** Whether the sender has signed in; undefined where nobody has to. */
  signedIn(): Promise<boolean | undefined>;
  /** Whether the sender's sign-in is taken back; undefined where there is none. */
  signOut(): Promise<boolean | undefined>;
}

interface ChangeOptions {
  readonly did: Did;
  /** What the request surely replaces: older changes of only those slots need not be retried any more. */
  readonly replaces: readonly Slot[];
  /** A change that must have happened, as a card names it. */
  readonly since?: ChangeId;
}

/** What replaces whatever was there need not know it. */
const unasked = { known: true, stack: noStack };
const everySlot: readonly Slot[] = ['session', 'preferred', 'message'];

/** The command context of that sender, who reads times in that zone. */
export function commandContextOf(
  services: Services,
  who: Sender,
  door: Door,
  zone: string | undefined,
): CommandContext {
  const { order, personStates, policy, userTokens, records } = services;
  const state = () => personStates.get(who.userId);

  const recall = (since?: ChangeId) => personStates.recall(who.userId, since);

  const judge = (request: Extract<ContextRequest, { wanted: WantedPresence }>, now: Instant) => {
    const intent: Intent = { who, door, ...request };
    return validate(intent, policy, now);
  };

  const carryOut = async (
    requestOf: RequestOf,
    { did, stack }: { readonly did: Did; readonly stack: Stack },
    stop: AbortSignal,
  ): Promise<Answer> => {
    const now = services.now();
    const before = state();
    const request = requestOf(before, now, stack);
    if ('answer' in request) return request.answer;
    if ('instead' in request) return request.instead();
    const judged = judge(request, now);
    if (!judged.ok) return { kind: 'problem', problem: judged.problem };
    const change = { ...judged.value, zone };
    const receipt = await services.write(change, did, stop);
    return receipt === 'notKept' ? notKept(change) : { kind: 'receipt', receipt };
  };

  const preview = (requestOf: RequestOf, stack: Stack = noStack): Answer => {
    const now = services.now();
    const request = requestOf(state(), now, stack);
    if ('answer' in request) return request.answer;
    // It is a meeting's, and sends nothing that could be shown before it is done.
    if ('instead' in request) return { kind: 'noChange' };
    const judged = judge(request, now);
    return judged.ok
      ? { kind: 'whatIf', change: judged.value }
      : { kind: 'problem', problem: judged.problem };
  };

  return {
    policy,
    who,
    records,
    takesFiles: services.takesFiles,
    change: async (requestOf, { did, replaces, since }) => {
      // A request that is refused anyway must not make an earlier one give way.
      const first = replaces.length === 0 ? undefined : preview(requestOf);
      if (first !== undefined && first.kind !== 'whatIf') return first;
      const looksBack = replaces.length === 0;
      const work = async (stop: AbortSignal) => {
        const { known, stack } = looksBack ? await recall(since) : unasked;
        return known ? carryOut(requestOf, { did, stack }, stop) : { kind: 'notKnown' as const };
      };
      return order.run(who.userId, work, { touches: looksBack ? everySlot : replaces, replaces });
    },
    preview: async (requestOf, { replaces }) => {
      const { known, stack } = replaces.length === 0 ? await recall() : unasked;
      return known ? preview(requestOf, stack) : { kind: 'notKnown' };
    },
    state,
    recall,
    chose: (choice) => {
      personStates.chose(who.userId, choice, services.now());
    },
    now: () => services.now(),
    presence: () => services.read(who, who.userId),
    fixLanguage: (language) => services.languages.fix(who, language),
    signedIn: async () => userTokens && (await userTokens.get(who).catch(() => undefined)) !== undefined,
    signOut: async () =>
      userTokens &&
      userTokens.signOut(who).then(
        () => true,
        () => false,
      ),
  };
}

/** What lasts no longer than one expiration is possible without any record. */
function notKept({ steps }: Change): Answer {
  const seconds = steps.map(({ holding }) =>
    holding?.slot === 'session' ? onceSeconds(pairOf(holding.pair)) : 0,
  );
  return { kind: 'problem', problem: { code: 'notKept', maxSeconds: Math.max(...seconds) } };
}
