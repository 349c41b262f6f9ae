/** One of each card, and of the states that look different, for the tests that parse, measure and draw them. */

import assert from 'node:assert/strict';
import type { Card } from '../../src/cards/complete.ts';
import { renderCard, type Seat } from '../../src/cards/render.ts';
import { emptyForm } from '../../src/commands/form.ts';
import type { Want } from '../../src/presence/intent.ts';
import { emptyLedger, record, type Did, type Ledger } from '../../src/presence/ledger.ts';
import { fatesOf, type Mark } from '../../src/presence/mark.ts';
import type { Outcome, Result } from '../../src/presence/outcome.ts';
import { receiptOf, type Receipt } from '../../src/presence/receipt.ts';
import { validate } from '../../src/presence/validate.ts';
import { announcementCard } from '../../src/replies/en/cards/announcement.ts';
import { plainText } from '../../src/replies/plain.ts';
import { reply } from '../../src/replies/reply.ts';
import type { Saying } from '../../src/replies/saying.ts';
import { now, policy, sender, wish } from '../presence/samples.ts';

export const view = { now, zone: 'America/New_York', locale: 'en-US' };
const minute = 60_000;

export const seat: Seat = { owner: sender.userId, refreshes: '29:1-avery-quill', place: 'chat' };

/** What a receipt says when Graph answers each step in the given way, and the ledger after it. */
export function receiptFor(
  want: Want,
  {
    before = emptyLedger,
    did = 'change',
    results = [],
    assumed = [],
  }: {
    before?: Ledger;
    did?: Did;
    results?: Result[];
    assumed?: Outcome['change']['assumed'];
  } = {},
): { receipt: Receipt; after: Ledger } {
  const judged = validate({ ...wish(want), assumed }, policy, now);
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

function standing(mark: Mark, ledger: Ledger, at: number): Extract<Saying, { kind: 'standing' }> {
  return {
    kind: 'standing',
    mark,
    fates: fatesOf(ledger, mark, at),
    ledger,
    reported: { ok: true, snapshot: { availability: 'Offline', activity: 'Offline' } },
  };
}

const change = validate(
  wish({ kind: 'prefer', status: 'doNotDisturb', end: { said: 'duration', seconds: 3180 } }),
  policy,
  now,
);
assert.ok(change.ok);

/** By name; every saying that has a card, in its states. */
export const sayings: Readonly<Record<string, Saying>> = {
  receipt: { kind: 'receipt', receipt: dnd.receipt },
  'receipt-session': { kind: 'receipt', receipt: presenting.receipt },
  'receipt-refused': { kind: 'receipt', receipt: refused.receipt },
  'receipt-cleared': { kind: 'receipt', receipt: cleared.receipt },
  'receipt-hidden': standing(dnd.receipt.mark, dnd.after, now),
  'receipt-over': {
    ...standing(presenting.receipt.mark, cleared.after, now + 10 * minute),
    note: {
      kind: 'nothingToEnd',
      fates: fatesOf(cleared.after, presenting.receipt.mark, now + 10 * minute),
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
    ledger: dnd.after,
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
    snapshot: { availability: 'Away', activity: 'BeRightBack', message: { text: 'lunch' } },
  },
  question: {
    kind: 'question',
    question: { code: 'typo', words: ['bzy'], suggestions: ['busy 1h'] },
  },
  help: { kind: 'help' },
  welcome: { kind: 'welcome' },
};

/** The saying's card for that seat. */
export function cardOf(saying: Saying, at: Seat = seat): Card {
  const { text, card } = reply(saying, view);
  assert.ok(card !== undefined, `${saying.kind} has a card`);
  return renderCard(card, plainText(text), at);
}

/** Every card by name, as sent to a chat. */
export const cards: Readonly<Record<string, Card>> = {
  ...Object.fromEntries(Object.entries(sayings).map(([name, saying]) => [name, cardOf(saying)])),
  announcement: renderCard(announcementCard(change.value, 'Avery Quill', view), 'Do not disturb', seat),
};
