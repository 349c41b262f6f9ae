/** Where a sender's wishes are handled: remembered, judged, applied in order, and turned into a receipt. */

import { LRUCache } from 'lru-cache';
import type { Assumption, Door, Instant, Intent, Sender, Want } from '../presence/intent.ts';
import { emptyState, record, type PersonState } from '../presence/person-state.ts';
import type { Step } from '../presence/change.ts';
import { onceSeconds, pairOf, type Slot } from '../presence/pairs.ts';
import type {
  Apply,
  HeldPersonStates,
  PersonStates,
  ReadPresence,
  ReadPresences,
  Records,
  Sessions,
  UserTokens,
} from '../presence/ports.ts';
import { receiptOf, type Receipt } from '../presence/receipt.ts';
import { validate, type Policy } from '../presence/validate.ts';
import type { Answer } from './answer.ts';
import type { Order } from './order.ts';

/** What the desks of all senders share. */
export interface Office {
  readonly policy: Policy;
  readonly order: Order;
  readonly ledgers: PersonStates;
  readonly apply: Apply;
  /** Undefined: sessions last as long as Graph's own expiration. */
  readonly sessions: Sessions | undefined;
  /** Undefined: nothing outlives this process. */
  readonly records: Records | undefined;
  readonly read: ReadPresence;
  readonly readMany: ReadPresences;
  /** Whether the bot may read anybody's presence but the asker's own. */
  readonly readsOthers: boolean;
  /** People's sign-ins; undefined where the bot acts as itself. */
  readonly userTokens: UserTokens | undefined;
  readonly now: () => Instant;
}

/** A wish as a command made it, or the answer that makes one needless. */
type Wish = { readonly want: Want; readonly assumed: readonly Assumption[] } | { readonly answer: Answer };

/** A wish that may depend on what was set before it; called when its turn has come. */
export type Wishing = (ledger: PersonState, now: Instant) => Wish;

/** One sender's desk, for one turn. */
export interface Desk {
  readonly policy: Policy;
  readonly who: Sender;
  readonly records: Records | undefined;
  /** Judges and applies a wish after all earlier ones of the sender. */
  change(wishing: Wishing, options: ChangeOptions): Promise<Answer>;
  /** Judges a wish and shows its requests; sends nothing. */
  preview(wishing: Wishing): Answer;
  /** What this process remembers of the sender. */
  ledger(): PersonState;
  /** The same with what was recorded before it started, or elsewhere; for what looks back. Never rejects. */
  recall(): Promise<PersonState>;
  now(): Instant;
  presence(): ReturnType<ReadPresence>;
  /** Whether the sender has signed in; undefined where nobody has to. */
  signedIn(): Promise<boolean | undefined>;
  /** Whether the sender's sign-in is taken back; undefined where there is none. */
  signOut(): Promise<boolean | undefined>;
}

interface ChangeOptions {
  readonly did: Receipt['did'];
  /** What the wish surely replaces: older changes of only those slots need not be retried any more. */
  readonly replaces: readonly Slot[];
}

const everySlot: readonly Slot[] = ['session', 'preferred', 'message'];

/** The desk of that sender. */
export function deskOf(office: Office, who: Sender, door: Door): Desk {
  const { order, ledgers, policy, userTokens, records } = office;
  const ledger = () => ledgers.get(who.userId);

  const judge = (wish: Exclude<Wish, { answer: Answer }>, now: Instant) => {
    const intent: Intent = { who, door, want: wish.want, assumed: wish.assumed };
    return validate(intent, policy, now);
  };

  const carryOut = async (wishing: Wishing, did: Receipt['did'], stop: AbortSignal): Promise<Answer> => {
    const now = office.now();
    const before = ledger();
    const wish = wishing(before, now);
    if ('answer' in wish) return wish.answer;
    const judged = judge(wish, now);
    if (!judged.ok) return { kind: 'problem', problem: judged.problem };
    const change = judged.value;
    const session = change.steps.find(({ slot }) => slot === 'session');
    const turn = session === undefined ? undefined : await office.sessions?.begin(change);
    if (session?.renewed === true && turn?.keeps !== true) return notKept(session);
    const outcome = await office.apply(change, stop);
    const kept = (await turn?.end(outcome)) ?? true;
    const after = ledgers.record(outcome, did);
    const receipt = receiptOf(outcome, { did, before, after, kept }, office.now());
    ledgers.told(who.userId, receipt);
    return { kind: 'receipt', receipt };
  };

  const preview = (wishing: Wishing): Answer => {
    const now = office.now();
    const wish = wishing(ledger(), now);
    if ('answer' in wish) return wish.answer;
    const judged = judge(wish, now);
    return judged.ok
      ? { kind: 'whatIf', change: judged.value }
      : { kind: 'problem', problem: judged.problem };
  };

  return {
    policy,
    who,
    records,
    change: async (wishing, { did, replaces }) => {
      // A wish that is refused anyway must not make an earlier one give way.
      const first = replaces.length === 0 ? undefined : preview(wishing);
      if (first !== undefined && first.kind !== 'whatIf') return first;
      const looksBack = replaces.length === 0;
      const work = async (stop: AbortSignal) => {
        if (looksBack) await ledgers.recall(who.userId);
        return carryOut(wishing, did, stop);
      };
      return order.run(who.userId, work, { touches: looksBack ? everySlot : replaces, replaces });
    },
    preview,
    ledger,
    recall: () => ledgers.recall(who.userId),
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
function notKept({ holding }: Step): Answer {
  const seconds = holding?.slot === 'session' ? onceSeconds(pairOf(holding.pair)) : 0;
  return { kind: 'problem', problem: { code: 'notKept', maxSeconds: seconds } };
}

/** PersonStates in this process's memory: the `limit` people last heard of, forgotten at a restart. */
export function memoryPersonStates(limit = 10_000): HeldPersonStates {
  const ledgers = new LRUCache<string, PersonState>({ max: limit });
  const get = (userId: string) => ledgers.get(userId) ?? emptyState;
  return {
    get,
    recall: (userId) => Promise.resolve(get(userId)),
    record: (outcome, did) => {
      const { userId } = outcome.change.who;
      const after = record(get(userId), outcome, did);
      ledgers.set(userId, after);
      return after;
    },
    told: (userId, receipt) => {
      ledgers.set(userId, { ...get(userId), told: receipt });
    },
    put: (userId, ledger) => {
      ledgers.set(userId, ledger);
    },
    forget: (userId) => {
      ledgers.delete(userId);
    },
  };
}
