/** What a meeting wants of a session is judged like every other wish. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { claimFor } from '../../src/meetings/meeting-sessions.ts';
import { hour, minute, newMeeting, nine, presence, someone, tenantId } from './stage.ts';

const person = { userId: someone(), tenantId, accountId: '29:1' };
const wanted = (endsAt: number | undefined, more: { tenantId?: string; maxSessionSeconds?: number } = {}) => {
  const { tenantId: tenant = tenantId, ...policy } = more;
  const meeting = {
    ...newMeeting(),
    startedAt: nine,
    lastActiveAt: nine,
    ...(endsAt === undefined ? {} : { endsAt }),
  };
  const judge = { presence: { ...presence, ...policy } };
  return claimFor(judge, meeting, { ...person, tenantId: tenant }, 'presenting', nine);
};

describe('what a meeting wants', () => {
  it('is an hour, or as long as the meeting is to last, in whole seconds and never beyond it', () => {
    assert.equal(wanted(undefined)?.endsAt, nine + hour);
    fc.assert(
      fc.property(fc.integer({ min: 5 * minute, max: 2 * hour }), (ms) => {
        const ends = wanted(nine + ms)?.endsAt ?? 0;
        assert.ok(ends <= nine + Math.min(ms, hour) && ends > nine + Math.min(ms, hour) - 1000);
      }),
    );
  });

  it('is nothing where the validator refuses it', () => {
    for (const ms of [-minute, 0, 1, 4 * minute, 5 * minute - 1]) assert.equal(wanted(nine + ms), undefined);
    assert.ok(wanted(undefined, { maxSessionSeconds: 3600 }) !== undefined);
    assert.equal(wanted(undefined, { maxSessionSeconds: 1800 }), undefined);
  });

  it('is nothing for whoever is of no organisation', () => {
    assert.equal(wanted(undefined, { tenantId: 'elsewhere' }), undefined);
  });
});
