/** The bot's own layers: a preferred presence on top of the one session, and the claims that wait for it. Pure. */

import { isSameEnd, type Holding, type Instant } from '../presence/intent.ts';
import { inForce, type PersonState } from '../presence/person-state.ts';
import type { CalendarRule, HeldEvent } from '../presence/calendar.ts';
import type { Layer, MeetingName, Stack } from '../presence/meeting.ts';
import type { Schedule } from '../presence/schedule.ts';

/** Something of ours that holds, or would. */
export interface OwnLayer {
  readonly holding: Extract<Holding, { slot: 'preferred' | 'session' }>;
  /** `at`: when they asked for it. */
  readonly by:
    | { readonly kind: 'asked'; readonly at: Instant | undefined }
    | { readonly kind: 'meeting'; readonly meeting: MeetingName | undefined }
    | { readonly kind: 'schedule'; readonly schedule: Schedule | undefined }
    | { readonly kind: 'calendar'; readonly rule: CalendarRule | undefined };
  /**
   * `top`: the one that shows; `beneath` a preferred presence; `waits` for a stronger claim to end; `replaced`: a
   * meeting's session took its place, and it does not come back.
   */
  readonly state: 'top' | 'beneath' | 'waits' | 'replaced';
  /** A later request about its slot got no clear answer. */
  readonly inDoubt: boolean;
  /** The claim on record that it is. */
  readonly claimId?: string;
}

/** All of them, the top one first. A session in the person state that is on no record is one of them. */
export function layersOf(
  personState: PersonState,
  { layers, schedules = [], heldEvents = [] }: Stack,
  now: Instant,
): readonly OwnLayer[] {
  const preferred = preferredLayer(personState, schedules, heldEvents, now);
  const unrecorded = layers.some(({ claim }) => claim.source.kind === 'asked')
    ? undefined
    : sessionLayer(personState, now);
  // Graph keeps one session: whatever was set last is there.
  const replaced = layers.some(({ claim }) => claim.openedAt > (personState.origins.session ?? 0));
  const sessions = [
    ...(unrecorded === undefined || replaced ? [] : [unrecorded]),
    ...layers.map((layer) => claimLayer(layer, schedules, heldEvents)),
  ].map((session, index): OwnLayer => {
    if (index > 0) return { ...session, state: 'waits' };
    const inDoubt = personState.doubts.includes('session');
    return { ...session, state: preferred === undefined ? 'top' : 'beneath', inDoubt };
  });
  return [
    ...(preferred === undefined ? [] : [preferred]),
    ...sessions,
    ...(unrecorded === undefined || !replaced ? [] : [unrecorded]),
  ];
}

function preferredLayer(
  personState: PersonState,
  schedules: readonly Schedule[],
  heldEvents: readonly HeldEvent[],
  now: Instant,
): OwnLayer | undefined {
  const holding = inForce(personState, 'preferred', now);
  if (holding === undefined) return undefined;
  const schedule = schedules.find(
    ({ status, runsUntil }) =>
      status === holding.pair && runsUntil !== undefined && isSameEnd(runsUntil, holding.endsAt),
  );
  const event = heldEvents.find(
    ({ status, until }) => status === holding.pair && isSameEnd(until, holding.endsAt),
  );
  const byOf = (): OwnLayer['by'] => {
    if (schedule !== undefined) return { kind: 'schedule', schedule };
    return event === undefined
      ? { kind: 'asked', at: personState.origins.preferred }
      : { kind: 'calendar', rule: event.rule };
  };
  const by = byOf();
  return { holding, by, state: 'top', inDoubt: personState.doubts.includes('preferred') };
}

function sessionLayer(personState: PersonState, now: Instant): OwnLayer | undefined {
  const holding = inForce(personState, 'session', now);
  if (holding === undefined) return undefined;
  return {
    holding,
    by: { kind: 'asked', at: personState.origins.session },
    state: 'replaced',
    inDoubt: false,
  };
}

function claimLayer(
  { claim, meeting }: Layer,
  schedules: readonly Schedule[],
  heldEvents: readonly HeldEvent[],
): OwnLayer {
  const { id, pair, endsAt, source, openedAt } = claim;
  const byOf = (): OwnLayer['by'] => {
    if (source.kind === 'asked') return { kind: 'asked', at: openedAt };
    if (source.kind === 'calendar')
      return { kind: 'calendar', rule: heldEvents.find(({ key }) => key === source.key)?.rule };
    return source.kind === 'schedule'
      ? { kind: 'schedule', schedule: schedules.find((one) => one.id === source.id) }
      : { kind: 'meeting', meeting };
  };
  return {
    claimId: id,
    holding: { slot: 'session', pair, endsAt },
    by: byOf(),
    state: 'waits',
    inDoubt: false,
  };
}

/** What ends, when, and the layer that shows then; undefined: none. */
export interface Following {
  readonly ends: OwnLayer;
  readonly then: OwnLayer | undefined;
}

/** What follows the top layer, one after the other, if nothing else happens. */
export function followingOf(
  layers: readonly OwnLayer[],
  { layers: claims, next }: Stack,
): readonly Following[] {
  const follows: Following[] = [];
  let ends = layers.find(({ state }) => state === 'top');
  while (ends !== undefined) {
    const { claimId, holding } = ends;
    const { endsAt } = holding;
    // The stack knows which claim is next: one with too little time left is not set.
    const told = next !== undefined && claimId !== undefined && claimId === claims[0]?.claim.id;
    const then = layers.find(
      (one) =>
        one.state !== 'replaced' && one.holding.endsAt > endsAt && (!told || one.claimId === next.claim?.id),
    );
    follows.push({ ends, then });
    ends = then;
  }
  return follows;
}
