/** Where a sender's wishes are handled: remembered, judged, applied in order, and turned into a receipt. */

import type { Door, Instant, Intent, Sender, Want } from '../presence/intent.ts';
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
  UserTokens,
  Write,
} from '../presence/ports.ts';
import { validate, type Policy } from '../presence/validate.ts';
import type { Answer } from './answer.ts';
import type { Order } from './order.ts';

/** What the desks of all senders share. */
export interface Office {
  readonly policy: Policy;
  readonly order: Order;
  readonly personStates: PersonStates;
  readonly write: Write;
  /** Undefined: nothing outlives this process. */
  readonly records: Records | undefined;
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

/** A wish as a command made it, the answer that makes one needless, or what is done in its place. */
type Wish =
  | Pick<Intent, 'want' | 'assumed' | 'otherEnds'>
  | { readonly answer: Answer }
  | { readonly instead: () => Promise<Answer> };

/** A wish that may depend on what was set before it, and on what wants the session; called when its turn has come. */
export type Wishing = (ledger: PersonState, now: Instant, stack: Stack) => Wish;

/** One sender's desk, for one turn. */
export interface Desk {
  readonly policy: Policy;
  readonly who: Sender;
  readonly records: Records | undefined;
  readonly takesFiles: boolean;
  /** Judges and applies a wish after all earlier ones of the sender. */
  change(wishing: Wishing, options: ChangeOptions): Promise<Answer>;
  /** Judges a wish and shows its requests; sends nothing. */
  preview(wishing: Wishing, options: Pick<ChangeOptions, 'replaces'>): Promise<Answer>;
  /** What this process remembers of the sender. */
  state(): PersonState;
  /** The same with what was recorded before it started, or elsewhere; for what looks back. Never rejects. */
  recall(since?: ChangeId): Promise<Recalled>;
  /** Remembers what the sender has chosen for a meeting. */
  chose(choice: MeetingChoice): void;
  now(): Instant;
  presence(): ReturnType<ReadPresence>;
  /** Whether the sender has signed in; undefined where nobody has to. */
  signedIn(): Promise<boolean | undefined>;
  /** Whether the sender's sign-in is taken back; undefined where there is none. */
  signOut(): Promise<boolean | undefined>;
}

interface ChangeOptions {
  readonly did: Did;
  /** What the wish surely replaces: older changes of only those slots need not be retried any more. */
  readonly replaces: readonly Slot[];
  /** A change that must have happened, as a card names it. */
  readonly since?: ChangeId;
}

/** What replaces whatever was there need not know it. */
const unasked = { known: true, stack: noStack };
const everySlot: readonly Slot[] = ['session', 'preferred', 'message'];

/** The desk of that sender, who reads times in that zone. */
export function deskOf(office: Office, who: Sender, door: Door, zone: string | undefined): Desk {
  const { order, personStates, policy, userTokens, records } = office;
  const state = () => personStates.get(who.userId);

  const recall = (since?: ChangeId) => personStates.recall(who.userId, since);

  const judge = (wish: Extract<Wish, { want: Want }>, now: Instant) => {
    const intent: Intent = { who, door, ...wish };
    return validate(intent, policy, now);
  };

  const carryOut = async (
    wishing: Wishing,
    { did, stack }: { readonly did: Did; readonly stack: Stack },
    stop: AbortSignal,
  ): Promise<Answer> => {
    const now = office.now();
    const before = state();
    const wish = wishing(before, now, stack);
    if ('answer' in wish) return wish.answer;
    if ('instead' in wish) return wish.instead();
    const judged = judge(wish, now);
    if (!judged.ok) return { kind: 'problem', problem: judged.problem };
    const change = { ...judged.value, zone };
    const receipt = await office.write(change, did, stop);
    return receipt === 'notKept' ? notKept(change) : { kind: 'receipt', receipt };
  };

  const preview = (wishing: Wishing, stack: Stack = noStack): Answer => {
    const now = office.now();
    const wish = wishing(state(), now, stack);
    if ('answer' in wish) return wish.answer;
    // It is a meeting's, and sends nothing that could be shown before it is done.
    if ('instead' in wish) return { kind: 'noChange' };
    const judged = judge(wish, now);
    return judged.ok
      ? { kind: 'whatIf', change: judged.value }
      : { kind: 'problem', problem: judged.problem };
  };

  return {
    policy,
    who,
    records,
    takesFiles: office.takesFiles,
    change: async (wishing, { did, replaces, since }) => {
      // A wish that is refused anyway must not make an earlier one give way.
      const first = replaces.length === 0 ? undefined : preview(wishing);
      if (first !== undefined && first.kind !== 'whatIf') return first;
      const looksBack = replaces.length === 0;
      const work = async (stop: AbortSignal) => {
        const { known, stack } = looksBack ? await recall(since) : unasked;
        return known ? carryOut(wishing, { did, stack }, stop) : { kind: 'notKnown' as const };
      };
      return order.run(who.userId, work, { touches: looksBack ? everySlot : replaces, replaces });
    },
    preview: async (wishing, { replaces }) => {
      const { known, stack } = replaces.length === 0 ? await recall() : unasked;
      return known ? preview(wishing, stack) : { kind: 'notKnown' };
    },
    state,
    recall,
    chose: (choice) => {
      personStates.chose(who.userId, choice, office.now());
    },
    now: () => office.now(),
    presence: () => office.read(who, who.userId),
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
