/** Whatever is said, in whatever order, and whatever Graph does meanwhile: the replies claim nothing that is not so. */

import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import fc from 'fast-check';
import { pairs, type Slot } from '../../src/presence/pairs.ts';
import { labelOf, untilChangedText, untilDayText, untilText } from '../../src/replies/phrases.ts';
import type { FaultInput } from '../../src/simulator/index.ts';
import { AVERY } from '../support/activities.ts';
import { startBot } from '../support/bot.ts';

const bot = await startBot({ attemptMs: 2000, graph: { sleep: () => Promise.resolve() } });
after(() => bot.close());

const duration = fc.constantFrom('10m', '30m', '1h', '90m', '3h');
const end = fc.oneof(duration, fc.constantFrom('until 5pm', 'until 11pm', ''));
const words = fc.constantFrom('writing', 'in the lab');
const spoken = fc.oneof(
  fc.tuple(fc.constantFrom('available', 'busy', 'dnd', 'brb', 'away', 'offline'), end),
  fc.tuple(
    fc.constantFrom('busy', 'dnd'),
    end,
    words.map((text) => `"${text}"`),
  ),
  fc.tuple(fc.constantFrom('presenting', 'in a call', 'session available', 'session away'), duration),
  fc.tuple(fc.constant('message'), words, fc.constantFrom('until 5pm', '')),
  fc.constantFrom(['clear'], ['clear session'], ['clear message'], ['clear everything']),
  fc.constantFrom(['undo'], ['undo'], ['extend 30m'], ['extend until 11pm'], ['status'], ['what if busy 1h']),
  fc.constantFrom(['make it 40 minutes'], ['shorten to 10m'], ['make it until 11pm']),
  // Asks, and the answer to it.
  fc.constantFrom(['dnd for 2'], ['busy until lunch'], ['hours'], ['90 minutes'], ['the first one'], ['no']),
);

const times = fc.constantFrom(1, 2, 'always' as const);
const match = fc.constantFrom<NonNullable<FaultInput['match']>>(
  { method: 'POST' },
  { action: 'setStatusMessage' },
  { action: 'setUserPreferredPresence' },
  { action: 'clearPresence' },
);
const fault: fc.Arbitrary<FaultInput> = fc.oneof(
  fc.record({
    kind: fc.constant('answer' as const),
    status: fc.constantFrom(400, 401, 403, 429, 500, 503),
    times,
    match,
  }),
  fc.record({ kind: fc.constant('resetAfterApplying' as const), times, match }),
  fc.record({ kind: fc.constant('reset' as const), times, match }),
);
const turn = fc.record({
  said: spoken.map((parts) => parts.join(' ').trim()),
  minutes: fc.constantFrom(0, 0, 0, 1, 11, 40, 130),
  fault: fc.option(fault, { freq: 3, nil: undefined }),
});

let people = 0;
function somebody() {
  people += 1;
  const aadObjectId = `77777777-7777-4777-8777-${String(people).padStart(12, '0')}`;
  return { ...AVERY, id: `29:${aadObjectId}`, aadObjectId };
}

/** What the simulator holds in each slot: pair or text, and its end. */
function heldBy(userId: string): Record<Slot, { what: string; endsAt: string | null } | undefined> {
  const { preferred, sessions, statusMessage } = bot.simulator.state(userId);
  const ofPair = (one: { availability: string; activity: string; endsAt: string } | null | undefined) =>
    one ? { what: `${one.availability}/${one.activity}`, endsAt: one.endsAt } : undefined;
  return {
    preferred: ofPair(preferred),
    session: ofPair(sessions[0]),
    message: statusMessage ? { what: statusMessage.content, endsAt: statusMessage.endsAt } : undefined,
    location: undefined,
  };
}

const names: Readonly<Record<Slot, string>> = {
  preferred: 'your status',
  session: 'your session',
  message: 'your status message',
  location: 'your work location for today',
};
const slots: readonly Slot[] = ['preferred', 'session', 'message'];

/** Holds each claim of a reply against the simulator; gives the slots it spoke of. */
function check(text: string, userId: string): Set<Slot> {
  const held = heldBy(userId);
  const view = { now: bot.clock.now, zone: 'America/New_York', locale: 'en-US' };
  // The zone is named the first times alone.
  const knowing = { ...view, explained: { caveats: 3, zones: 3, zone: view.zone } };
  const claimed = new Set<Slot>();
  const claims =
    /(?:[Yy]ou're (?:now set|set|back) to|Also) (.+?) (until [^.(]+?)(?: \(New York\))?(?:\.|, with the message)/g;
  for (const [all, label, until] of text.matchAll(claims)) {
    const found = slots.find(
      (slot) =>
        slot !== 'message' &&
        pairs.some(
          (pair) =>
            pair.slot === slot &&
            labelOf(pair.id, view) === label &&
            held[slot]?.what === `${pair.availability}/${pair.activity}`,
        ) &&
        [untilText, untilDayText, untilChangedText].some(
          (text) => text(Date.parse(held[slot]?.endsAt ?? ''), knowing) === until,
        ),
    );
    assert.ok(found !== undefined, `${all} is not so: ${JSON.stringify(held)}`);
    claimed.add(found);
  }
  for (const [all, said] of text.matchAll(/(?:status message is(?: again)?|with the message) “(.*?)”/g)) {
    assert.equal(held.message?.what, said, all);
    claimed.add('message');
  }
  const [all = '', gone = ''] = /I cleared ([a-z, ]+)\./.exec(text) ?? [];
  for (const slot of slots) {
    if (!gone.split(/, and |, | and /).includes(names[slot])) continue;
    assert.equal(held[slot], undefined, all);
    claimed.add(slot);
  }
  return claimed;
}

it('every reply of any history is true', async () => {
  let wroteInAll = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(turn, { minLength: 2, maxLength: 9 }), async (history) => {
      const from = somebody();
      bot.clock.now = Date.parse('2026-11-20T14:07:00-05:00');
      for (const { said, minutes, fault: injected } of history) {
        bot.clock.now += minutes * 60_000;
        bot.simulator.removeFaults();
        if (injected !== undefined) bot.simulator.addFault(injected);
        bot.simulator.clearRequests();
        bot.connector.clear();
        const before = heldBy(from.aadObjectId);
        const text = await bot.say(said, { from });
        const wrote = bot.writes().length;
        wroteInAll += wrote;
        const claimed = check(text, from.aadObjectId);
        if (/Nothing was changed|changed nothing now|Nothing was sent/.test(text))
          assert.equal(wrote, 0, text);
        const now = heldBy(from.aadObjectId);
        for (const slot of slots) {
          const changed = JSON.stringify(before[slot]) !== JSON.stringify(now[slot]);
          if (changed)
            assert.ok(claimed.has(slot) || text.includes("I don't know whether"), `${said} → ${text}`);
        }
      }
    }),
    { numRuns: 60, seed: 20_261_122 },
  );
  assert.ok(wroteInAll > 250, 'most of what was said must have reached Graph for this to mean anything');
});
