/** Instants as the tables keep them. */

import type { Instant } from '../presence/intent.ts';

export const date = (instant: Instant): Date => new Date(instant);
export const maybeDate = (instant: Instant | undefined): Date | null =>
  instant === undefined ? null : new Date(instant);
export const maybeInstant = (when: Date | null): Instant | undefined => when?.getTime();
