/**
 * How a promise is kept with sessions that Graph lets expire: the next expiration to ask for, and when to ask again.
 * Pure: every renewal is planned anew from what is left, so a late one, or one after a restart, plans the rest.
 *
 * Graph takes 5 to 240 minutes. Busy, Away and DoNotDisturb only expire, so each piece is as long as Graph takes and is
 * renewed 10 to 20 minutes before its end; what is left then is at least that, so no rest is ever too short to ask for,
 * and the last piece carries exactly the rest. An Available session fades after 5 minutes whatever its expiration
 * (https://learn.microsoft.com/graph/api/presence-setpresence#remarks), so it is repeated within 4½, evenly, in a way
 * that the last time is 5 minutes before the end.
 */

import type { Claim } from '../presence/claim.ts';
import type { Instant } from '../presence/intent.ts';
import { pairOf } from '../presence/pairs.ts';

const minute = 60_000;
/** Before a piece's end: time to try again when Graph is throttled or away for a while. */
const marginMs = 10 * minute;
/** Spreads the renewals of all who were set at the same moment, as by a large meeting. */
const spreadMs = 10 * minute;
/** An Available session is repeated at least that often. */
const repeatMs = 4.5 * minute;
/** And fades after that. */
const fadeMs = 5 * minute;
/** So little of a fade at the very end is not worth a call. */
const fadedEndMs = minute / 2;
/** With an expiration of five minutes a repetition a moment late would leave a gap. */
const availablePieceMs = 10 * minute;
/** A little late is what every request is: the shortest promise is still kept, though that much too long. */
const lateMs = 5000;

export interface RenewalPlan {
  /** In Graph's bounds, and never beyond the promise. */
  readonly seconds: number;
  /** When the session ends by itself. */
  readonly until: Instant;
  /** When to renew; undefined: this piece carries the rest. */
  readonly nextAt: Instant | undefined;
}

/** The next piece of a claim; undefined: less is left than Graph takes. */
export function planOf(claim: Claim, now: Instant): RenewalPlan | undefined {
  const { availability, minSeconds, maxSeconds } = pairOf(claim.pair);
  const left = claim.endsAt - now;
  if (left < minSeconds * 1000 - lateMs) return undefined;
  const renewal = availability === 'Available' ? repetition(left) : prolongation(left, claim.userId);
  const seconds = Math.min(maxSeconds, Math.max(minSeconds, Math.floor(renewal.pieceMs / 1000)));
  return {
    seconds,
    until: now + seconds * 1000,
    nextAt: renewal.nextMs === undefined ? undefined : Math.round(now + renewal.nextMs),
  };
}

interface PlannedStep {
  readonly pieceMs: number;
  readonly nextMs: number | undefined;
}

function prolongation(left: number, userId: string): PlannedStep {
  const longest = 240 * minute;
  if (left <= longest) return { pieceMs: left, nextMs: undefined };
  return { pieceMs: longest, nextMs: longest - marginMs - spreadMs * fraction(userId) };
}

function repetition(left: number): PlannedStep {
  const more = Math.ceil((left - fadeMs - fadedEndMs) / repeatMs);
  // The end is exact even if the bot is gone by then; a longer session would outlive a bot that is gone as Away.
  const pieceMs = left <= 2 * fadeMs ? left : availablePieceMs;
  return more <= 0
    ? { pieceMs, nextMs: undefined }
    : { pieceMs, nextMs: (left - fadeMs - fadedEndMs) / more };
}

/** A number in [0, 1) that is a person's own, the same in every process. FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/ */
function fraction(userId: string): number {
  let hash = 0x81_1c_9d_c5;
  for (const byte of Buffer.from(userId)) hash = Math.imul(hash ^ byte, 0x01_00_01_93);
  // The low bits of a short text differ more than the high ones.
  return ((hash >>> 0) % 10_007) / 10_007;
}
