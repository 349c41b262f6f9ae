/** Every way in which one field of an activity can be wrong, one at a time. */

import type { Activity } from './activities.ts';

export interface Mutation {
  /** Where, as `channelData.tenant.id` or `entities[0].type`. */
  readonly path: string;
  /** What was done: `removed`, `prototype key`, or the name of what stands there now. */
  readonly change: string;
  readonly activity: Activity;
}

export type Step = string | number;

/** What stands in place of a field, made anew each time, since a reader may change what it is given. */
const WRONG: readonly (readonly [change: string, make: () => unknown])[] = [
  ['null', () => null],
  ['number', () => 42],
  ['empty string', () => ''],
  ['array', () => []],
  ['object', () => ({})],
  ['long string', () => 'x'.repeat(5_000)],
  ['true', () => true],
];

/** Keys by which a careless merge reaches Object.prototype. */
const PROTOTYPE_KEYS = ['__proto__', 'constructor'] as const;

/**
 * The activity with each field and each element, at any depth, removed, and replaced by each wrong value; and with
 * `__proto__` and `constructor` added to each object as own keys, which survive JSON.stringify. In the order of the
 * fields, always the same; a value that already stands there is left out. Each is a copy, made when it is asked for.
 */
export function* mutations(activity: Activity): Generator<Mutation, void, undefined> {
  for (const [steps, value] of walk(activity)) {
    const path = pathOf(steps);
    if (steps.length > 0) {
      yield { path, change: 'removed', activity: changed(activity, steps, remove) };
      for (const [change, make] of WRONG) {
        if (sameJson(make(), value)) continue;
        yield { path, change, activity: changed(activity, steps, put(make())) };
      }
    }
    if (Array.isArray(value) || !isObject(value)) continue;
    for (const key of PROTOTYPE_KEYS) {
      const at = [...steps, key];
      const wrong = key === 'constructor' ? { prototype: { polluted: true } } : { polluted: true };
      yield {
        path: pathOf(at),
        change: 'prototype key',
        activity: changed(activity, at, put(wrong)),
      };
    }
  }
}

/** The activity with `value` at one place of it, or without it where there is none; a copy. */
export function replaced(
  activity: Activity,
  steps: readonly Step[],
  value?: { readonly is: unknown },
): Activity {
  return changed(activity, steps, value === undefined ? remove : put(value.is));
}

/** Where something stands in the activity, parents first, and what. */
export function places(activity: Activity): (readonly [readonly Step[], unknown])[] {
  return [...walk(activity)].filter(([steps]) => steps.length > 0);
}

/** How many `mutations` gives for the activity, without making any. */
export function countMutations(activity: Activity): number {
  let count = 0;
  for (const [steps, value] of walk(activity)) {
    if (steps.length > 0) count += 1 + WRONG.filter(([, make]) => !sameJson(make(), value)).length;
    if (isObject(value) && !Array.isArray(value)) count += PROTOTYPE_KEYS.length;
  }
  return count;
}

/** The value itself and everything in it, parents first. */
function* walk(value: unknown, steps: readonly Step[] = []): Generator<readonly [readonly Step[], unknown]> {
  yield [steps, value];
  if (!isObject(value)) return;
  for (const [key, child] of Object.entries(value)) {
    yield* walk(child, [...steps, Array.isArray(value) ? Number(key) : key]);
  }
}

/** A deep copy on which `change` was done, to what holds the last step. */
function changed(
  activity: Activity,
  steps: readonly Step[],
  change: (parent: object, key: Step) => void,
): Activity {
  const copy = structuredClone(activity);
  let parent: object = copy;
  for (const step of steps.slice(0, -1)) {
    const child: unknown = Reflect.get(parent, step);
    if (!isObject(child)) throw new TypeError(`nothing stands at ${pathOf(steps)}`);
    parent = child;
  }
  change(parent, steps.at(-1) ?? '');
  return copy;
}

function remove(parent: object, key: Step): void {
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else Reflect.deleteProperty(parent, key);
}

/** Defined, not assigned: an assignment to `__proto__` would set the prototype and leave no key. */
function put(value: unknown): (parent: object, key: Step) => void {
  return (parent, key) => {
    Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true });
  };
}

function sameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function pathOf(steps: readonly Step[]): string {
  return steps.reduce<string>((path, step) => {
    if (typeof step === 'number') return `${path}[${step}]`;
    return path === '' ? step : `${path}.${step}`;
  }, '');
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
