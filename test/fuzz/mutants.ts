/** Wrong activities without end, the same for the same seed. */

import type { Activity } from '../support/activities.ts';
import { places, replaced, type Step } from '../support/mutations.ts';

/** Gives numbers from 0 to 1. */
export type Random = () => number;

/** Mulberry32: small, and the same on every machine. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function pick<T>(from: readonly T[], random: Random): T {
  const one = from[Math.floor(random() * from.length)];
  if (one === undefined) throw new RangeError('nothing to pick from');
  return one;
}

/** What may stand in place of anything. */
const wrong: readonly (() => unknown)[] = [
  () => null,
  () => true,
  () => 42,
  () => -1,
  () => 1e308,
  () => '',
  () => '\u0000',
  () => '\ud800',
  () => '‮<at>x</at>‬&nbsp;\r\n',
  () => 'x'.repeat(5000),
  () => 'dnd 2h '.repeat(10_000),
  () => '<b>'.repeat(20_000),
  () => '{"availability":"Busy",'.repeat(2000),
  () => [],
  () => ({}),
  () => Array.from({ length: 5000 }, () => ({})),
  () => nested(600, (inner) => [inner]),
  () => nested(600, (inner) => ({ value: inner })),
];

const prototypeKeys = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'toJSON',
  'then',
];
const idKeys = ['userId', 'owner', 'aadObjectId', 'id', 'from', 'user', 'target', 'sender', 'onBehalfOf'];

function nested(depth: number, wrap: (inner: unknown) => unknown): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = wrap(value);
  return value;
}

/** The places whose id is the sender's: what stands there is who speaks. */
const isSender = (steps: readonly Step[]) => ['from', 'from.aadObjectId'].includes(steps.join('.'));
/** Every other tenant is refused: one at a time, or nothing else would be tried. */
const isTenant = (steps: readonly Step[]) => /tenant/i.test(steps.join('.'));
const guidPattern = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const isId = (value: unknown) =>
  typeof value === 'string' && (guidPattern.test(value) || /^(?:29|28|19|a|8):/.test(value));

/** One step away from right. The other people's ids never become the sender's. */
type Step1 = (activity: Activity, random: Random, others: readonly string[]) => Activity;

const swapped: Step1 = (activity, random) => {
  const [steps] = pick(places(activity), random);
  return replaced(activity, steps, { is: pick(wrong, random)() });
};

const removed: Step1 = (activity, random) => replaced(activity, pick(places(activity), random)[0]);

/** A value of the activity stands somewhere else in it as well. */
const moved: Step1 = (activity, random) => {
  const all = places(activity);
  const [, value] = pick(all, random);
  const [to] = pick(all, random);
  return isSender(to) ? activity : replaced(activity, to, { is: value });
};

const polluted: Step1 = (activity, random) => {
  const key = pick(prototypeKeys, random);
  const value = pick([{ polluted: true }, { prototype: { polluted: true } }, 'polluted', null], random);
  return replaced(activity, [...holder(activity, random), key], { is: value });
};

const otherId: Step1 = (activity, random, others) => {
  const ids = places(activity).filter(([steps, value]) => isId(value) && !isSender(steps));
  if (ids.length === 0) return activity;
  return replaced(activity, pick(ids, random)[0], { is: pick(others, random) });
};

const everyOtherId: Step1 = (activity, random, others) =>
  places(activity)
    .filter(([steps, value]) => isId(value) && !isSender(steps) && !isTenant(steps))
    .reduce((one, [steps]) => replaced(one, steps, { is: pick(others, random) }), activity);

/** An id where nobody expects one. */
const addedId: Step1 = (activity, random, others) => {
  const at = [...holder(activity, random), pick(idKeys, random)];
  return isSender(at) ? activity : replaced(activity, at, { is: pick(others, random) });
};

/** Everything in it names somebody else, by every name an id may have; only the sender stays who speaks. */
const crowded: Step1 = (activity, random, others) =>
  [[], ...places(activity).flatMap(([steps, value]) => (isHolder(value) ? [steps] : []))]
    .slice(0, mostCrowded)
    // What stands inside comes first: its place may then be taken by an id.
    .reverse()
    .flatMap((steps) => idKeys.map((key) => [...steps, key]))
    .filter((at) => !isSender(at) && !isTenant(at) && !addressed.has(at.join('.')))
    .reduce((one, at) => replaced(one, at, { is: pick(others, random) }), activity);

/** Without these it would be for nobody. */
const addressed: ReadonlySet<string> = new Set(['id', 'from.id', 'conversation.id', 'recipient.id']);
/** Objects may be nested without end. */
const mostCrowded = 30;

function isHolder(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function holder(activity: Activity, random: Random): readonly Step[] {
  const objects = places(activity).filter(([, value]) => isHolder(value));
  return objects.length === 0 || random() < 0.1 ? [] : pick(objects, random)[0];
}

const steps: readonly Step1[] = [swapped, removed, moved, polluted, otherId, everyOtherId, addedId, crowded];

/** The activity, one to three steps away from right. */
export function mutant(activity: Activity, random: Random, others: readonly string[]): Activity {
  let one = activity;
  for (let left = 1 + Math.floor(random() * 3); left > 0 && places(one).length > 0; left -= 1) {
    one = pick(steps, random)(one, random, others);
  }
  return one;
}
