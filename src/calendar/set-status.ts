/**
 * Sets the status of an event that has begun, and takes it back. Do not disturb is a session, so that whatever its person
 * chooses by hand stays on top of it. Every other status would lie over that, so that it is set only where nothing shows
 * which somebody has chosen.
 */

import type { CalendarRule } from '../presence/calendar.ts';
import type { ClaimSource } from '../presence/claim.ts';
import type { Change, ChangeStep } from '../presence/change.ts';
import { isSameEnd, type Instant, type Sender, type WantedPresence } from '../presence/intent.ts';
import { accepted, type Failure, type SendResult } from '../presence/outcome.ts';
import { pairOf, type PreferredId } from '../presence/pairs.ts';
import { inForce, type PersonState } from '../presence/person-state.ts';
import { backgroundDelay, isFinal } from '../presence/retry.ts';
import { validate } from '../presence/validate.ts';
import type { PlannedEvent } from '../store/calendar-rows.ts';
import { pollMs } from './plan.ts';
import type { CalendarServices } from './services.ts';

const minuteMs = 60_000;

/** What somebody has chosen, as far as Graph shows it. */
const chosen: ReadonlySet<string> = new Set(['donotdisturb', 'berightback', 'offline']);

/** The event as it is then; with the failure, where it could not be set and is not tried again. */
export interface SetEvent {
  readonly event: PlannedEvent;
  readonly failure?: Failure | undefined;
}

/** Sets what the rule says of the event. */
export async function setStatus(
  services: CalendarServices,
  who: Sender,
  event: PlannedEvent,
  { then }: CalendarRule,
): Promise<SetEvent> {
  if (then === 'ask' || then === 'nothing') return { event };
  const { granted, againAt } = await services.store.budget.take(who.tenantId, callsEach);
  if (granted < callsEach) return { event: { ...event, againAt } };
  const state = await services.stateOf(who.userId);
  if (state === undefined) return { event: { ...event, againAt: services.now() + minuteMs } };
  return then === 'doNotDisturb'
    ? openSession(services, who, event)
    : prefer(services, who, { event, status: then, state });
}

/** A reading of presence, and a writing. */
const callsEach = 2;

const sourceOf = ({ key }: PlannedEvent): ClaimSource => ({ kind: 'calendar', key });

function done(event: PlannedEvent, failure?: Failure): SetEvent {
  return { event: { ...event, state: 'done', set: undefined }, failure };
}

function again(event: PlannedEvent, againAt: Instant): SetEvent {
  return { event: { ...event, tries: (event.tries ?? 0) + 1, againAt } };
}

function held(event: PlannedEvent, status: PreferredId, until: Instant): SetEvent {
  return { event: { ...event, state: 'held', set: { status, until }, tries: 0, againAt: 0 } };
}

async function openSession(services: CalendarServices, who: Sender, event: PlannedEvent): Promise<SetEvent> {
  const { sessions, store, now, presence } = services;
  const { userId, tenantId } = who;
  const source = sourceOf(event);
  if (event.set !== undefined) {
    // Its end has moved; whoever has ended it meanwhile wants none.
    const claims = await store.sessionStore.claims(userId);
    if (!claims.some((claim) => claim.source.kind === 'calendar' && claim.source.key === event.key))
      return done(event);
  }
  const { maxSeconds } = pairOf('presenting');
  const at = Math.min(event.endsAt, now() + (presence.maxSessionSeconds ?? maxSeconds) * 1000);
  const change = judged(services, who, { kind: 'open', session: 'presenting', end: { said: 'instant', at } });
  const holding = change?.steps[0].holding;
  if (holding?.slot !== 'session') {
    if (event.set !== undefined) await sessions.endMany([userId], source);
    return done(event);
  }
  const { pair, endsAt } = holding;
  const [opened] = await sessions.openMany([{ userId, tenantId, source, pair, endsAt }]);
  if (opened?.status?.kind === 'givenUp') return done(event, opened.status.failure);
  return held(event, 'doNotDisturb', endsAt);
}

interface Wanted {
  readonly event: PlannedEvent;
  readonly status: Exclude<PreferredId, 'doNotDisturb'>;
  readonly state: PersonState;
}

async function prefer(
  services: CalendarServices,
  who: Sender,
  { event, status, state }: Wanted,
): Promise<SetEvent> {
  const { now, readPresence, store } = services;
  const isOurs = event.set !== undefined && isStill(event.set, state, now());
  // Its end has moved; whoever has chosen something else meanwhile keeps that.
  if (event.set !== undefined && !isOurs) return done(event);
  if (!isOurs) {
    const asked = (await store.sessionStore.claims(who.userId)).find(({ source }) => source.kind === 'asked');
    const until = Math.max(inForce(state, 'preferred', now())?.endsAt ?? 0, asked?.endsAt ?? 0);
    if (until > now()) return again(event, until);
    const reported = await readPresence(who, who.userId);
    if (!reported.ok) return again(event, now() + minuteMs);
    // What Graph shows may be a little old where something has ended just now.
    if (chosen.has(reported.snapshot.availability.toLowerCase()))
      return again(event, now() + (event.tries === undefined ? minuteMs : pollMs));
  }
  const at = Math.min(event.endsAt, now() + pairOf(status).maxSeconds * 1000);
  const change = judged(services, who, { kind: 'prefer', status, end: { said: 'instant', at } });
  if (change === undefined) return done(event);
  const [step] = change.steps;
  const result = await sendOne(services, who, step);
  if (result === undefined) return again(event, now() + minuteMs);
  if (result.kind !== 'failed') return held(event, status, step.holding?.endsAt ?? at);
  const { failure, call } = result;
  if (!isFinal(failure, call.status)) {
    const tries = (event.tries ?? 0) + 1;
    return again(event, Math.round(now() + backgroundDelay(tries, failure, services.random())));
  }
  return done(event, failure);
}

/** Takes back what the event has set, where it is still there; undefined: nothing more is to be done about it. */
export async function takeBack(
  services: CalendarServices,
  who: Sender,
  event: PlannedEvent,
): Promise<PlannedEvent | undefined> {
  const { set, state } = event;
  // One that gives way to another comes back after it.
  const after: PlannedEvent | undefined =
    state === 'held' ? { ...event, state: 'ahead', set: undefined } : undefined;
  if (set === undefined) return after;
  if (set.status === 'doNotDisturb') {
    await services.sessions.endMany([who.userId], sourceOf(event));
    return after;
  }
  const known = await services.stateOf(who.userId);
  if (known === undefined) return { ...event, againAt: services.now() + minuteMs };
  if (!isStill(set, known, services.now())) return after;
  const change = judged(services, who, { kind: 'clear', slots: ['preferred'] });
  const result = change && (await sendOne(services, who, change.steps[0]));
  const isOpen = result?.kind === 'failed' && !isFinal(result.failure, result.call.status);
  return isOpen ? { ...event, state: 'over', againAt: services.now() + minuteMs } : after;
}

/** Whether what an event has set is what this bot has last set there. */
function isStill(
  { status, until }: NonNullable<PlannedEvent['set']>,
  state: PersonState,
  now: Instant,
): boolean {
  const holding = inForce(state, 'preferred', now);
  return holding?.pair === status && isSameEnd(holding.endsAt, until);
}

/** What the one judge lets through; undefined: too little is left of it. */
function judged(
  { presence, now }: CalendarServices,
  who: Sender,
  wanted: WantedPresence,
): Change | undefined {
  const change = validate({ who, door: 'calendar', wanted, assumed: [] }, presence, now());
  return change.ok ? change.value : undefined;
}

async function sendOne(
  services: CalendarServices,
  { userId, tenantId }: Sender,
  step: ChangeStep,
): Promise<SendResult | undefined> {
  const [result] = await services.sendBatch(tenantId, [step.request]);
  if (result === undefined) return undefined;
  const outcome = { step, result };
  services.written({ userId, tenantId, door: 'calendar', steps: [outcome], waiting: false });
  if (accepted(outcome) || result.kind === 'failed') await services.record(userId, [outcome]);
  return result;
}
