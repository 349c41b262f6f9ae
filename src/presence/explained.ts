/** What a person has been told so far: explanations are left out after the first few times. Pure. */

import { isStatus, type Holding } from './intent.ts';

/** What a person has been told so far. */
export interface Explained {
  /** Receipts that said what may hide a status. */
  readonly caveats: number;
  /** Receipts with an end, and the time zone that the last of them was in. */
  readonly zones: number;
  readonly zone?: string;
  /** Receipts that offered a reminder before the end; enough where they have turned it on or off. */
  readonly reminders?: number;
}

const none: Explained = { caveats: 0, zones: 0 };
const enough = 3;

/** What they have been told after a receipt with those holdings, in that zone. */
export function explainedAfter(
  holds: readonly Holding[],
  zone: string | undefined,
  before: Explained = none,
  { offersReminder = false }: { readonly offersReminder?: boolean } = {},
): Explained {
  const saysStatus = holds.some(isStatus);
  const isInZone = zone !== undefined && holds.some(({ endsAt }) => endsAt !== undefined);
  return {
    ...before,
    caveats: before.caveats + (saysStatus ? 1 : 0),
    ...(isInZone ? { zones: before.zones + 1, zone } : {}),
    ...(offersReminder ? { reminders: (before.reminders ?? 0) + 1 } : {}),
  };
}

/** The same of somebody who knows of reminders. */
export function knowingReminders(before: Explained = none): Explained {
  return { ...before, reminders: enough };
}

/** Whether the person has been told often enough about what may hide a status, and about the time zone. */
export function isKnownTo(
  { caveats, zones, zone: last, reminders = 0 }: Explained = none,
  zone?: string,
): { readonly caveats: boolean; readonly zone: boolean; readonly reminders: boolean } {
  return {
    caveats: caveats >= enough,
    zone: zones >= enough && last === zone,
    reminders: reminders >= enough,
  };
}
