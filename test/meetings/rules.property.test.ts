/** What a meeting means for a person, for arbitrary rules. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { withRole } from '../../src/meetings/attendance.ts';
import { roleOf } from '../../src/meetings/event.ts';
import { actionFor, hasRule, isStronger, rulesOf, untilResumed } from '../../src/meetings/rules.ts';
import { meetingActions, meetingRoles, noRules, type MeetingRole } from '../../src/presence/meeting.ts';
import { rolesIn, roleText } from '../../src/store/attendances.ts';
import { nine } from './stage.ts';

const action = fc.constantFrom(...meetingActions);
const rules = fc.record({ start: action, present: action, join: action });
const role = fc.constantFrom(...meetingRoles);
const roles = fc.uniqueArray(role);
const strength = ['nothing', 'ask', 'inAConferenceCall', 'presenting'];

describe('what a meeting means', () => {
  it('is nothing for whoever has turned nothing on, or has paused', () => {
    fc.assert(
      fc.property(rules, roles, fc.integer({ min: 1, max: 1e12 }), (some, all, ms) => {
        const paused = (pausedUntil: number) => actionFor({ rules: some, pausedUntil }, all, nine);
        const unpaused = actionFor({ rules: some }, all, nine);
        assert.equal(actionFor({ rules: noRules }, all, nine), 'nothing');
        assert.equal(paused(nine + ms), 'nothing');
        assert.equal(paused(untilResumed), 'nothing');
        assert.equal(paused(nine - ms), unpaused);
        if (!hasRule(some)) assert.equal(unpaused, 'nothing');
      }),
    );
  });

  it('is the strongest of the rules that apply, and never what no rule says', () => {
    fc.assert(
      fc.property(rules, roles, (some, all) => {
        const applying: string[] = [all.includes('presenter') ? some.present : some.join];
        if (all.includes('starter')) applying.push(some.start);
        const strongest = Math.max(...applying.map((one) => strength.indexOf(one)));
        assert.equal(actionFor({ rules: some }, all, nine), strength[strongest]);
      }),
    );
  });

  it('has one order', () => {
    fc.assert(
      fc.property(action, action, (one, other) => {
        assert.equal(isStronger(one, other), strength.indexOf(one) > strength.indexOf(other));
      }),
    );
  });
});

describe('rules as they are kept', () => {
  it('are read as they were put', () => {
    fc.assert(
      fc.property(rules, (some) => {
        assert.deepEqual(rulesOf(JSON.parse(JSON.stringify(some))), { ...some });
      }),
    );
  });

  it('mean nothing where they cannot be read, part by part', () => {
    fc.assert(
      fc.property(fc.anything(), (kept) => {
        assert.deepEqual(Object.keys(rulesOf(kept)), ['start', 'present', 'join']);
      }),
    );
    for (const kept of [undefined, null, 'presenting', [], 7]) assert.deepEqual(rulesOf(kept), noRules);
    assert.deepEqual(rulesOf({ start: 'presenting', join: 'dnd', more: 1 }), {
      ...noRules,
      start: 'presenting',
    });
  });
});

describe('roles', () => {
  it('come back from the text that they are kept as', () => {
    fc.assert(
      fc.property(roles, (all) => {
        assert.deepEqual(new Set(rolesIn(roleText(all))), new Set(all));
      }),
    );
  });

  it('add up: who has started a meeting has, and besides that the latest counts', () => {
    fc.assert(
      fc.property(fc.array(role), (named) => {
        const all = named.reduce<readonly MeetingRole[]>((before, one) => withRole(before, one), []);
        assert.equal(all.includes('starter'), named.includes('starter'));
        assert.equal(
          all.find((one) => one !== 'starter'),
          named.findLast((one) => one !== 'starter'),
        );
        assert.deepEqual(withRole(all, undefined), all);
      }),
    );
  });

  it('are known by Teams’ words in any case, and no others', () => {
    assert.deepEqual(['Organizer', 'Presenter', 'attendee', 'STARTER'].map(roleOf), [
      'presenter',
      'presenter',
      'attendee',
      'starter',
    ]);
    for (const name of ['user', 'constructor', '', undefined]) assert.equal(roleOf(name), undefined);
  });
});
