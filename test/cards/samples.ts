/** One of each card, and of the states that look different, for the tests that parse, measure and draw them. */

import assert from 'node:assert/strict';
import { type Card, renderCard } from '../../src/cards/render.ts';
import type { CardAudience } from '../../src/cards/data.ts';
import { emptyForm } from '../../src/commands/form.ts';
import { followingOf, layersOf } from '../../src/commands/layers.ts';
import type { Claim } from '../../src/presence/claim.ts';
import type { Instant, WantedPresence } from '../../src/presence/intent.ts';
import {
  noStack,
  noRules,
  type MeetingName,
  type MeetingRules,
  type News,
  type Stack,
} from '../../src/presence/meeting.ts';
import { emptyState, type PersonState } from '../../src/presence/person-state.ts';
import type { Did } from '../../src/presence/change.ts';
import { checkHoldings } from '../../src/presence/holding-status.ts';
import type { CardReference } from '../../src/presence/card-reference.ts';
import type { Outcome, RequestResult } from '../../src/presence/outcome.ts';
import { receiptOf } from '../../src/presence/receipt-of.ts';
import type { Receipt } from '../../src/presence/receipt.ts';
import { untilResumed, type Schedule } from '../../src/presence/schedule.ts';
import { validate } from '../../src/presence/validate.ts';
import { announcementCard } from '../../src/replies/search-result.ts';
import { plainText } from '../../src/replies/plain.ts';
import { reply } from '../../src/replies/reply.ts';
import type { ReplyContent } from '../../src/replies/reply-content.ts';
import { now, policy, record, sender, request as intentFor } from '../presence/samples.ts';

export const view = { now, zone: 'America/New_York', locale: 'en-US' };
const minute = 60_000;

export const audience: CardAudience = { owner: sender.userId, refreshes: '29:1-avery-quill', place: 'chat' };

/** What a receipt says when Graph answers each step in the given way, and the ledger after it. */
export function receiptFor(
  wanted: WantedPresence,
  {
    before = emptyState,
    did = 'change',
    results = [],
    assumed = [],
    otherEnds = [],
  }: {
    before?: PersonState;
    did?: Did;
    results?: RequestResult[];
    assumed?: Outcome['change']['assumed'];
    otherEnds?: readonly Instant[];
  } = {},
): { receipt: Receipt; after: PersonState } {
  const judged = validate({ ...intentFor(wanted), assumed, otherEnds }, policy, now);
  assert.ok(judged.ok);
  const steps = judged.value.steps.map((step, index) => ({
    step,
    result: results[index] ?? ({ kind: 'applied', call: { request: step.request, at: now } } as const),
  }));
  const outcome: Outcome = { change: judged.value, steps };
  const after = record(before, outcome, did);
  return { receipt: receiptOf(outcome, { did, before, after }, now), after };
}

const dnd = receiptFor(
  {
    kind: 'prefer',
    status: 'doNotDisturb',
    end: { said: 'instant', at: now + 53 * minute },
    message: 'writing the Q3 report',
  },
  { assumed: [{ code: 'bareHour' }] },
);
/** What is to come after it. */
const afterwards: readonly Schedule[] = [
  {
    id: 'a1',
    zone: view.zone,
    status: 'available',
    timing: { kind: 'once', startsAt: now + 53 * minute, endsAt: now + 173 * minute },
    next: [],
    chain: 'c1',
  },
];
/** Nobody said an end. */
const shown = receiptFor({
  kind: 'put',
  holdings: [{ slot: 'session', pair: 'sessionAway', endsAt: now + 53 * minute, shows: 'doNotDisturb' }],
  emptied: [],
});
const open = receiptFor({ kind: 'prefer', status: 'beRightBack', end: { said: 'nothing' } });
/** The end may have been another one. */
const guessed = receiptFor(
  {
    kind: 'prefer',
    status: 'busy',
    end: { said: 'instant', at: now + 53 * minute },
    message: 'with the auditors',
  },
  {
    assumed: [{ code: 'bareHour' }],
    otherEnds: [Date.parse('2026-11-21T03:00:00-05:00'), Date.parse('2026-11-23T15:00:00-05:00')],
  },
);
/** What is always so is known by now. */
const known = receiptFor(
  { kind: 'open', session: 'presenting', end: { said: 'duration', seconds: 45 * 60 } },
  { before: { ...emptyState, explained: { caveats: 3, zones: 3, zone: view.zone } } },
);
const presenting = receiptFor(
  { kind: 'open', session: 'presenting', end: { said: 'duration', seconds: 2700 } },
  { before: dnd.after },
);
const request = {
  userId: sender.userId,
  action: 'clearUserPreferredPresence',
  body: {},
} as const;
const refused = receiptFor(
  { kind: 'prefer', status: 'busy', end: { said: 'duration', seconds: 3600 } },
  {
    results: [
      {
        kind: 'failed',
        call: { request, at: now, status: 403, requestId: '7f7d22ef-e541-4818-becb-cec649a7912a' },
        failure: {
          by: 'consent',
          grant: {
            permission: 'Presence.ReadWrite.All',
            link: 'https://login.microsoftonline.com/11111111-1111-4111-8111-111111111111/adminconsent?client_id=22222222-2222-4222-8222-222222222222',
          },
          code: 'Forbidden',
          mayHold: false,
        },
      },
    ],
  },
);
const cleared = receiptFor(
  { kind: 'clear', slots: ['preferred', 'session', 'message'] },
  { before: presenting.after },
);

function pastReceipt(
  reference: CardReference,
  personState: PersonState,
  at: number,
): Extract<ReplyContent, { kind: 'pastReceipt' }> {
  return {
    kind: 'pastReceipt',
    reference,
    checked: checkHoldings(personState, reference, at),
    personState,
    known: true,
    reported: { ok: true, snapshot: { availability: 'Offline', activity: 'Offline' } },
  };
}

const change = validate(
  intentFor({ kind: 'prefer', status: 'doNotDisturb', end: { said: 'duration', seconds: 3180 } }),
  policy,
  now,
);
assert.ok(change.ok);

const meeting: MeetingName = {
  key: { tenantId: sender.tenantId, source: 'teams', meetingId: 'MCMxOTptZWV0aW5nX0E=' },
  title: 'Planning *Q3* <b>now</b>',
};
const rules: MeetingRules = { start: 'presenting', present: 'inAConferenceCall', join: 'ask' };
const set: Extract<News, { kind: 'set' }> = {
  kind: 'set',
  meeting,
  pair: 'inAConferenceCall',
  until: now + 60 * minute,
  pending: false,
};

/** A claim of the sender's, asked for unless a meeting is named. */
export function claimOf(parts: Partial<Claim> & Pick<Claim, 'pair'>): Claim {
  return {
    id: `${parts.pair} ${JSON.stringify(parts.source ?? '')}`,
    userId: sender.userId,
    tenantId: sender.tenantId,
    source: { kind: 'asked' },
    endsAt: now + 60 * minute,
    openedAt: now - 5 * minute,
    ...parts,
  };
}

const asked = claimOf({ pair: 'presenting', endsAt: now + 23 * minute });
const met = claimOf({
  pair: 'inAConferenceCall',
  source: { kind: 'meeting', meetingId: meeting.key.meetingId },
  openedAt: now - 2 * minute,
});
const stack: Stack = {
  layers: [{ claim: asked }, { claim: met, meeting }],
  next: { at: asked.endsAt, claim: met },
};

/** What `why` says of that ledger and stack when Microsoft reports that. */
export function whyOf(
  personState: PersonState,
  wants: Stack | undefined,
  reported: Extract<ReplyContent, { kind: 'why' }>['reported'],
): Extract<ReplyContent, { kind: 'why' }> {
  const layers = layersOf(personState, wants ?? { layers: [] }, now);
  const follows = followingOf(layers, wants ?? { layers: [] });
  return { kind: 'why', reported, personState, layers, follows, next: [], reached: wants !== undefined };
}

const deckKey = {
  number: 100_000_001,
  name: 'Stream Deck',
  madeAt: now,
  endsAt: now + 90 * 86_400_000,
};

/** By name; every saying that has a card, in its states. */
const hour = 60 * minute;
const day = 24 * hour;
const weekdays: Schedule = {
  id: '6f1c1b6a-0a0f-4c4e-9a55-1f8f5b0a7a01',
  status: 'doNotDisturb',
  zone: 'America/New_York',
  timing: { kind: 'recurring', rrule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', from: '09:00', to: '12:00' },
  message: 'Writing',
  next: [
    { startsAt: now + day, endsAt: now + day + 3 * hour, date: '2026-03-11' },
    { startsAt: now + 2 * day, endsAt: now + 2 * day + 3 * hour, date: '2026-03-12' },
  ],
};
const quietHours: Schedule = {
  id: '6f1c1b6a-0a0f-4c4e-9a55-1f8f5b0a7a02',
  status: 'doNotDisturb',
  quietHours: true,
  zone: 'Asia/Tokyo',
  timing: { kind: 'recurring', rrule: 'FREQ=DAILY', from: '22:00', to: '07:00' },
  pausedUntil: untilResumed,
  next: [],
};
const scheduled = { all: [weekdays, quietHours], changed: [], overlaps: [], because: [] };
const timesOf = (...all: (readonly [Schedule, from: number, to: number])[]) =>
  all.map(([schedule, from, to]) => ({
    schedule,
    startsAt: now + from * hour,
    endsAt: now + to * hour,
    allDay: to - from === 24,
  }));

export const sayings: Readonly<Record<string, ReplyContent>> = {
  receipt: { kind: 'receipt', receipt: dnd.receipt },
  schedules: { kind: 'schedules', change: scheduled, did: { what: 'listed' } },
  'schedule-added': {
    kind: 'schedules',
    change: { ...scheduled, changed: [weekdays], overlaps: [quietHours], at: now },
    did: { what: 'added', assumed: [{ code: 'bareHour' }] },
  },
  'schedule-several': {
    kind: 'schedules',
    change: { ...scheduled, refused: 'several', because: [weekdays, quietHours] },
    did: { what: 'removed' },
  },
  'schedule-waits': {
    kind: 'scheduleNews',
    news: { kind: 'waits', schedule: weekdays, until: now + hour, endsAt: now + 3 * hour, startsLater: true },
  },
  week: {
    kind: 'schedules',
    change: {
      ...scheduled,
      days: [
        { date: '2026-03-11', times: timesOf([weekdays, 1, 4], [quietHours, 10, 14]) },
        { date: '2026-03-12', times: [] },
        { date: '2026-03-13', times: timesOf([{ ...weekdays, status: 'away' }, 0, 24]) },
      ],
    },
    did: { what: 'listed' },
  },
  'receipt-chain': {
    kind: 'receipt',
    receipt: dnd.receipt,
    rest: { next: afterwards, cancelled: [] },
    offersReminder: true,
  },
  'receipt-open': { kind: 'receipt', receipt: open.receipt },
  'receipt-guessed': { kind: 'receipt', receipt: guessed.receipt },
  'receipt-session': { kind: 'receipt', receipt: presenting.receipt },
  'receipt-known': { kind: 'receipt', receipt: known.receipt },
  'receipt-refused': { kind: 'receipt', receipt: refused.receipt },
  'receipt-cleared': { kind: 'receipt', receipt: cleared.receipt },
  'receipt-hidden': pastReceipt(dnd.receipt.reference, dnd.after, now),
  'receipt-over': {
    ...pastReceipt(presenting.receipt.reference, cleared.after, now + 10 * minute),
    note: {
      kind: 'nothingToEnd',
      checked: checkHoldings(cleared.after, presenting.receipt.reference, now + 10 * minute),
    },
  },
  picker: { kind: 'picker', filled: emptyForm },
  'picker-wrong': {
    kind: 'picker',
    filled: { length: 'own', date: '2026-11-19', time: '15:00', message: 'back soon' },
    wrong: { kind: 'form', problem: 'passed' },
  },
  'picker-from-message': {
    kind: 'picker',
    filled: { length: 'own', date: '2026-11-27', time: '09:00', message: '' },
    from: { quote: 'out until Friday 9am, back then', pair: 'away' },
  },
  status: {
    kind: 'status',
    personState: dnd.after,
    layers: layersOf(dnd.after, noStack, now),
    next: [],
    known: true,
    snapshot: {
      availability: 'DoNotDisturb',
      activity: 'DoNotDisturb',
      message: { text: 'writing the Q3 report' },
      outOfOffice: { message: 'Back on Monday.' },
    },
  },
  colleague: {
    kind: 'colleague',
    name: 'Bruno Salt',
    snapshot: {
      availability: 'Away',
      activity: 'BeRightBack',
      message: { text: 'lunch' },
      workLocation: { place: 'office', source: 'manual' },
    },
  },
  'who-is': {
    kind: 'whoIs',
    asked: 'busy',
    found: [
      { name: 'Dmitri Vale', snapshot: { availability: 'DoNotDisturb', activity: 'Presenting' } },
      { name: 'Chiara Fenwick', snapshot: { availability: 'Busy', activity: 'InACall' } },
      {
        name: 'Bruno Salt',
        snapshot: { availability: 'Busy', activity: 'InACall', workLocation: { place: 'remote' } },
      },
    ],
    among: 12,
    untold: 1,
    guests: 2,
  },
  question: {
    kind: 'question',
    question: { code: 'typo', words: ['bzy'], suggestions: ['busy 1h'] },
  },
  why: whyOf(dnd.after, stack, {
    ok: true,
    snapshot: { availability: 'DoNotDisturb', activity: 'DoNotDisturb', message: { text: 'lunch' } },
  }),
  'why-other': whyOf(emptyState, stack, {
    ok: true,
    snapshot: { availability: 'Busy', activity: 'InACall' },
  }),
  'why-unknown': whyOf(emptyState, undefined, {
    ok: false,
    failure: { by: 'unreachable', mayHold: false },
  }),
  'rules-off': { kind: 'meetings', settings: { rules: noRules } },
  rules: { kind: 'meetings', settings: { rules }, did: { what: 'saved' } },
  'rules-paused': {
    kind: 'meetings',
    settings: { rules, paused: { until: Date.parse('2026-11-23T00:00:00-05:00') } },
    did: { what: 'paused', assumed: [{ code: 'startOfDay' }] },
  },
  'news-set': { kind: 'news', news: set },
  'news-beneath': {
    kind: 'news',
    news: set,
    over: { slot: 'preferred', pair: 'doNotDisturb', endsAt: now + 53 * minute },
  },
  'news-pending': { kind: 'news', news: { ...set, pending: true } },
  'news-waiting': { kind: 'news', news: { ...set, hiddenBy: asked } },
  'news-ask': { kind: 'news', news: { kind: 'ask', meeting } },
  'news-gone': {
    kind: 'news',
    news: { kind: 'gone', meeting, failure: { by: 'throttled', retryAfter: 30, mayHold: false } },
  },
  'news-gone-signed-out': {
    kind: 'news',
    news: { kind: 'gone', meeting, failure: { by: 'signedOut', mayHold: false } },
  },
  unseen: {
    kind: 'unseen',
    holding: { slot: 'preferred', pair: 'doNotDisturb', endsAt: now + 53 * minute },
    origin: now,
  },
  'receipt-shown': { kind: 'receipt', receipt: shown.receipt },
  'meeting-ended': {
    kind: 'meetingOver',
    meeting,
    because: 'ended',
    stack: { layers: [{ claim: asked }] },
  },
  'meeting-declined': { kind: 'meetingOver', meeting, because: 'declined', stack: { layers: [] } },
  reminder: {
    kind: 'endingNews',
    news: {
      ending: { slot: 'preferred', pair: 'doNotDisturb', endsAt: now + 5 * minute },
      reference: dnd.receipt.reference,
      next: afterwards,
    },
  },
  calendar: {
    kind: 'calendar',
    did: 'listed',
    change: {
      changed: [],
      rules: [
        { id: 'a', when: { category: 'Focus' }, then: 'doNotDisturb' },
        { id: 'b', when: { outOfOffice: true }, then: 'busy' },
        { id: 'c', when: { moreThan: 10 }, then: 'ask' },
        { id: 'd', when: { tentative: true }, then: 'nothing' },
      ],
    },
  },
  'zone-question': {
    kind: 'zoneQuestion',
    question: { about: 'schedules', from: ['Asia/Tokyo'], to: 'America/New_York' },
  },
  reminders: { kind: 'endReminders', on: true },
  'forget-first': { kind: 'forgetFirst', signedIn: true },
  forgotten: { kind: 'forgotten', signedIn: false, sessionMayStay: false },
  'key-made': {
    kind: 'keys',
    keys: [deckKey],
    did: {
      what: 'made',
      key: deckKey,
      secret: 'presencekey_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklm',
    },
  },
  keys: {
    kind: 'keys',
    keys: [deckKey, { ...deckKey, number: 100_000_002, name: 'Home Assistant', usedAt: now - 3_600_000 }],
    did: { what: 'listed' },
  },
  hello: { kind: 'talk', talk: 'hello' },
  privacy: { kind: 'privacy' },
  help: { kind: 'help', keys: true },
  welcome: { kind: 'welcome' },
};

/** The saying's card for that seat. */
export function cardOf(content: ReplyContent, at: CardAudience = audience): Card {
  const { text, card } = reply(content, view);
  assert.ok(card !== undefined, `${content.kind} has a card`);
  return renderCard(card, plainText(text), at);
}

/** Every card by name, as sent to a chat. */
export const cards: Readonly<Record<string, Card>> = {
  ...Object.fromEntries(Object.entries(sayings).map(([name, content]) => [name, cardOf(content)])),
  announcement: renderCard(announcementCard(change.value, 'Avery Quill', view), 'Do not disturb', audience),
};
