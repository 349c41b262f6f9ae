/** What comes back from a card is untrusted: it is one of this bot's buttons, or nothing. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parsePressed } from '../../src/cards/data.ts';
import { pairs } from '../../src/presence/pairs.ts';
import { sender } from '../presence/samples.ts';
import { buttonsOf, inputsOf, refreshOf } from '../support/press.ts';
import { cards } from './samples.ts';

const owner = sender.userId;
const meeting = { key: { tenantId: sender.tenantId, source: 'teams', meetingId: 'm-1' }, title: 'Planning' };
const hold = { slot: 'preferred', pair: 'busy', endsAt: 2, origin: 1 } as const;

describe('a button’s data', () => {
  it('is understood from every button of every card', () => {
    for (const [name, card] of Object.entries(cards)) {
      for (const { title, verb, data, submits } of buttonsOf(card)) {
        // As a client sends it: with what is filled in on the card.
        const pressed = parsePressed(verb, { ...data, ...inputsOf(card) });
        assert.ok(pressed !== undefined, `${name}: ${title}`);
        assert.deepEqual(
          parsePressed(verb, { ...submits, ...inputsOf(card) }),
          pressed,
          `${name}: ${title} as Action.Submit`,
        );
      }
      const own = refreshOf(card);
      if (own !== undefined) assert.equal(parsePressed(own.verb, own.data)?.act, 'refresh', name);
    }
  });

  it('names a mark, a form, an instant, a sentence', () => {
    assert.deepEqual(parsePressed('undo', { owner, change: 1, holds: [hold] }), {
      act: 'undo',
      owner,
      reference: { change: 1, holds: [hold] },
    });
    assert.deepEqual(parsePressed('preferBusy', { length: '1h', message: 'x' }), {
      act: 'choose',
      pair: 'busy',
      filled: { length: '1h', date: '', time: '', message: 'x' },
    });
    assert.deepEqual(parsePressed('openPresenting', { until: 7 }), {
      act: 'chooseUntil',
      pair: 'presenting',
      until: 7,
      message: '',
    });
    assert.deepEqual(parsePressed('run', { say: 'status', stays: true }), {
      act: 'run',
      say: 'status',
      stays: true,
    });
  });

  it('names a meeting, an answer, rules', () => {
    assert.deepEqual(parsePressed('endMeeting', { owner, meeting: { ...meeting, more: 1 } }), {
      act: 'endMeeting',
      owner,
      meeting,
    });
    assert.deepEqual(parsePressed('answerMeeting', { meeting, pair: 'presenting' }), {
      act: 'answerMeeting',
      meeting,
      pair: 'presenting',
    });
    const rules = { start: 'presenting', present: 'ask', join: 'nothing' };
    assert.deepEqual(parsePressed('meetingRules', { owner, ...rules, other: 'ask' }), {
      act: 'meetingRules',
      owner,
      rules,
    });
    for (const empty of [null, undefined, ''])
      assert.deepEqual(parsePressed('meetingRules', { ...rules, start: empty, join: empty }), {
        act: 'meetingRules',
        rules: { present: 'ask' },
      });
  });

  it('loses whatever else it carries', () => {
    const more: unknown = JSON.parse(
      `{"owner":"${owner.toUpperCase()}","holds":[{"slot":"session","origin":1,"userId":"x"}],"userId":"x","__proto__":{"polluted":1}}`,
    );
    assert.deepEqual(parsePressed('end', more), {
      act: 'end',
      owner,
      reference: { holds: [{ slot: 'session', origin: 1 }] },
    });
  });

  it('of an input that a client left out, or sends as null, is empty', () => {
    const empty = { length: '', date: '', time: '', message: '' };
    const nulls = { length: null, date: null, time: null, message: null, until: null };
    for (const data of [{}, nulls, { ...empty, message: ' ' }])
      assert.deepEqual(parsePressed('preferAway', data), { act: 'choose', pair: 'away', filled: empty });
  });
});

describe('no button of this bot’s is', () => {
  const verbs = [
    'undo',
    'extend',
    'end',
    'refresh',
    'picker',
    'status',
    'why',
    'endMeeting',
    'declineMeeting',
    'answerMeeting',
    'meetingRules',
    'forget',
    'run',
    ...pairs.map(({ verb }) => verb),
  ];

  it('one of another verb', () => {
    for (const verb of ['', 'Undo', 'undo ', 'preferNothing', '__proto__', 'constructor', 'toString'])
      assert.equal(parsePressed(verb, { owner, holds: [hold], say: 'clear' }), undefined, verb);
  });

  it('one whose data is none', () => {
    for (const verb of verbs)
      for (const data of [undefined, null, 'text', 7, true, [], [{ holds: [] }]])
        assert.equal(parsePressed(verb, data), undefined, `${verb} ${JSON.stringify(data)}`);
  });

  it('one that names a zone that is none', () => {
    for (const zone of ['', 'Nowhere/Land', '../etc', 9, null])
      assert.equal(parsePressed('moveZone', { owner, zone }), undefined, String(zone));
  });

  it('one whose owner is no account', () => {
    for (const verb of verbs)
      for (const forged of ['', 'me', 7, null, {}, [owner]])
        assert.equal(
          parsePressed(verb, { owner: forged, holds: [], say: 'clear' }),
          undefined,
          `${verb} ${JSON.stringify(forged)}`,
        );
  });

  it('one with an instant that is none, a slot twice, or too many', () => {
    for (const part of [
      { endsAt: -1 },
      { endsAt: 1.5 },
      { endsAt: 8.64e15 + 1 },
      { endsAt: '2' },
      { endsAt: null },
      { origin: -1 },
      { origin: undefined },
      { slot: 'other' },
      { pair: 'other' },
    ])
      assert.equal(parsePressed('end', { holds: [{ ...hold, ...part }] }), undefined, JSON.stringify(part));
    assert.equal(parsePressed('end', { holds: [hold, hold] }), undefined);
    assert.equal(parsePressed('end', { holds: Array(10).fill(hold) }), undefined);
    assert.equal(parsePressed('undo', { change: 'last', holds: [] }), undefined);
  });

  it('one that says too much', () => {
    assert.equal(parsePressed('run', { say: 'x'.repeat(2001) }), undefined);
    assert.equal(parsePressed('preferBusy', { message: 'x'.repeat(2001) }), undefined);
  });

  it('anything else: whatever comes, it is narrowed without throwing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...verbs), fc.object({ withNullPrototype: true }), (verb, data) => {
        parsePressed(verb, data);
      }),
      { numRuns: 500, seed: 20_261_122 },
    );
  });
});
