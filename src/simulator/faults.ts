import * as z from 'zod';
import { actions, readObjectId } from './route.ts';

const match = z.strictObject({
  action: z.enum([...actions, 'batch']).optional(),
  /** Part of the path, as in `/presence/set`. */
  path: z.string().min(1).optional(),
  userId: z
    .string()
    .refine((text) => readObjectId(text) !== undefined, 'must be an object id')
    .transform((text) => text.toLowerCase())
    .optional(),
  method: z.enum(['GET', 'POST']).optional(),
  /** true: only parts of a batch; false: only requests of their own; left out: both. */
  inBatch: z.boolean().optional(),
});

const common = {
  /** How many requests it hits before it is gone; 1 when left out. */
  times: z.union([z.int().min(1), z.literal('always')]).default(1),
  /** Which requests it can hit; all when left out. Every condition given must hold. */
  match: match.default({}),
  /** How likely it hits a request that matches, drawn from `seed` so that a run can be repeated. */
  probability: z.number().min(0).max(1).default(1),
  seed: z.int().default(1),
};

const seconds = z.number().min(0).max(86_400);
/** What a header may hold as it is: https://www.rfc-editor.org/rfc/rfc9110#section-5.5 */
const headerText = z.string().regex(/^[\x20-\x7e]*$/, 'must be printable ASCII');

/** A fault as it is asked for; see the control routes in the help page for what each kind does. */
export const faultSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('answer'),
    status: z.int().min(400).max(599),
    /** Left out: the code and message that go with the status; 403 has an empty message. */
    code: z.string().optional(),
    message: z.string().optional(),
    /**
     * The header as seconds (2.128 is sent as it is), as an HTTP date so many real seconds ahead (or behind, below 0),
     * or any text as it is, such as `-5`, `2, 2` or `soon`.
     */
    retryAfter: z
      .union([seconds, headerText, z.strictObject({ dateInSeconds: z.number().min(-86_400).max(86_400) })])
      .optional(),
    ...common,
  }),
  z.strictObject({
    kind: z.literal('body'),
    /** Sent in place of the answer's own body, as it is; the request takes effect. */
    body: z.string(),
    contentType: headerText.default('application/json; charset=utf-8'),
    ...common,
  }),
  z.strictObject({ kind: z.literal('hang'), ...common }),
  z.strictObject({
    kind: z.literal('slow'),
    delayMs: z.int().min(1).max(600_000),
    /** Whether the delay lies before the request takes effect, or between its effect and the answer. */
    when: z.enum(['before', 'after']).default('before'),
    ...common,
  }),
  z.strictObject({ kind: z.literal('reset'), ...common }),
  z.strictObject({ kind: z.literal('resetAfterApplying'), ...common }),
]);

/** What to inject; gaps are filled. */
export type FaultInput = z.input<typeof faultSchema>;
/** What to inject, complete. */
type Fault = z.output<typeof faultSchema>;
/** A fault that waits for requests, and how many it has hit. */
export type StandingFault = Fault & { readonly id: string; readonly hits: number };

/** What a fault can be matched against, before any body is read. */
interface FaultTarget {
  readonly method: string;
  readonly path: string;
  readonly action: string | undefined;
  readonly userId: string | undefined;
  readonly inBatch: boolean;
}

/** The faults that wait for requests. The oldest that matches hits, one for each request. */
export interface Faults {
  add(fault: Fault): StandingFault;
  list(): readonly StandingFault[];
  /** Removes one, or all without an id, and gives how many went. */
  remove(id?: string): number;
  /** The fault that hits this request, now counted; undefined: none. */
  take(target: FaultTarget): StandingFault | undefined;
}

/** An empty list of faults. */
export function faultList(): Faults {
  const standing = new Map<string, { fault: Fault; hits: number; draw: () => number }>();
  let lastId = 0;
  return {
    add(fault) {
      lastId += 1;
      const id = `fault-${lastId}`;
      standing.set(id, { fault, hits: 0, draw: seededDraw(fault.seed) });
      return { ...fault, id, hits: 0 };
    },
    list: () => [...standing].map(([id, { fault, hits }]) => ({ ...fault, id, hits })),
    remove(id) {
      const count = id === undefined ? standing.size : Number(standing.has(id));
      if (id === undefined) standing.clear();
      else standing.delete(id);
      return count;
    },
    take(target) {
      for (const [id, one] of standing) {
        const { fault } = one;
        if (!matches(fault.match, target)) continue;
        if (fault.probability < 1 && one.draw() >= fault.probability) continue;
        one.hits += 1;
        if (one.hits === fault.times) standing.delete(id);
        return { ...fault, id, hits: one.hits };
      }
      return undefined;
    },
  };
}

function matches(wanted: Fault['match'], target: FaultTarget): boolean {
  return (
    (wanted.action === undefined || wanted.action === target.action) &&
    (wanted.path === undefined || target.path.includes(wanted.path)) &&
    (wanted.userId === undefined || wanted.userId === target.userId) &&
    (wanted.method === undefined || wanted.method === target.method) &&
    (wanted.inBatch === undefined || wanted.inBatch === target.inBatch)
  );
}

/** Numbers in [0, 1) that are the same for the same seed (mulberry32): Math.random could not be repeated. */
function seededDraw(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
