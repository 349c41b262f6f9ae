/** What meetings mean for a person, by their own rules. Pure. */

import { z } from 'zod';
import type { Instant } from '../presence/intent.ts';
import type { Role } from './event.ts';

/** What a meeting may do, the strongest first. Off until the person turns it on. */
export const wishes = ['presenting', 'inAConferenceCall', 'ask', 'nothing'] as const;
export type Wish = (typeof wishes)[number];

/** What a meeting that the person starts, presents in or organises, or joins means for them. */
export interface Rules {
  readonly start: Wish;
  readonly present: Wish;
  readonly join: Wish;
}

export const noRules: Rules = { start: 'nothing', present: 'nothing', join: 'nothing' };

/** A pause without an end of its own: until the person resumes. */
export const untilResumed: Instant = Date.UTC(9999, 0);

const wish = z.enum(wishes).catch('nothing');
const rulesSchema = z.object({ start: wish, present: wish, join: wish }).catch(noRules);

/** The rules as they are kept; what cannot be read means nothing. */
export function rulesOf(kept: unknown): Rules {
  return rulesSchema.parse(kept);
}

/** Whether the person has turned anything on. */
export function hasRule({ start, present, join }: Rules): boolean {
  return [start, present, join].some((one) => one !== 'nothing');
}

/** Whether meetings change nothing for now; `pausedUntil` as the person put it. */
export function isPaused(pausedUntil: Instant | undefined, now: Instant): boolean {
  return pausedUntil !== undefined && pausedUntil > now;
}

/** What a meeting means for a person who is all that in it: the strongest of the rules that apply. */
export function wishFor(
  rules: Rules,
  roles: readonly Role[],
  pausedUntil: Instant | undefined,
  now: Instant,
): Wish {
  if (isPaused(pausedUntil, now)) return 'nothing';
  const applying: Wish[] = [roles.includes('presenter') ? rules.present : rules.join];
  if (roles.includes('starter')) applying.push(rules.start);
  return applying.reduce((best, one) => (isStronger(one, best) ? one : best));
}

/** Whether the first of two wishes goes before the second. */
export function isStronger(one: Wish, other: Wish): boolean {
  return wishes.indexOf(one) < wishes.indexOf(other);
}
