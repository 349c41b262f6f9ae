import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { requestFromBody } from '../../src/presence/pasted-body.ts';
import { requestAt, requestPath } from '../../src/presence/change.ts';
import type { WantedPresence } from '../../src/presence/intent.ts';
import { pairs } from '../../src/presence/pairs.ts';
import { validate } from '../../src/presence/validate.ts';
import { now, policy, request } from './samples.ts';

const hour = 3600;

function requestsOf(wanted: WantedPresence) {
  const judged = validate(request(wanted), policy, now);
  assert.ok(judged.ok, JSON.stringify(judged));
  return judged.value.steps.map(({ request }) => ({ path: requestPath(request), body: request.body }));
}

const user = '/users/33333333-3333-4333-8333-333333333333/presence';

describe('the requests of Microsoft’s own examples', () => {
  it('do not disturb for eight hours is a preferred presence of PT8H', () => {
    assert.deepEqual(
      requestsOf({ kind: 'prefer', status: 'doNotDisturb', end: { said: 'duration', seconds: 8 * hour } }),
      [
        {
          path: `${user}/setUserPreferredPresence`,
          body: { availability: 'DoNotDisturb', activity: 'DoNotDisturb', expirationDuration: 'PT8H' },
        },
      ],
    );
  });

  it('an available session of an hour carries the bot’s client id and PT1H', () => {
    assert.deepEqual(
      requestsOf({ kind: 'open', session: 'sessionAvailable', end: { said: 'duration', seconds: hour } }),
      [
        {
          path: `${user}/setPresence`,
          body: {
            sessionId: '22222222-2222-4222-8222-222222222222',
            availability: 'Available',
            activity: 'Available',
            expirationDuration: 'PT1H',
          },
        },
      ],
    );
  });
});

describe('every pair', () => {
  for (const pair of pairs) {
    it(`${pair.id} sends its documented default when no end was said`, () => {
      const [request] = requestsOf(
        pair.slot === 'preferred'
          ? { kind: 'prefer', status: pair.id, end: { said: 'nothing' } }
          : { kind: 'open', session: pair.id, end: { said: 'nothing' } },
      );
      const expected =
        pair.slot === 'session' ? 'PT1H' : ['busy', 'doNotDisturb'].includes(pair.id) ? 'P1D' : 'P7D';
      assert.ok(request !== undefined && 'expirationDuration' in request.body);
      assert.equal(request.body.expirationDuration, expected);
    });
  }
});

describe('ends', () => {
  it('an instant becomes the elapsed seconds until it', () => {
    const [request] = requestsOf({
      kind: 'prefer',
      status: 'busy',
      end: { said: 'instant', at: now + 53 * 60_000 },
    });
    assert.deepEqual(request?.body, { availability: 'Busy', activity: 'Busy', expirationDuration: 'PT53M' });
  });

  it('a part of a second never ends it before the time that was said', () => {
    const at = now + 53 * 60_000;
    for (const late of [1, 400, 600, 999]) {
      const judged = validate(
        request({ kind: 'prefer', status: 'busy', end: { said: 'instant', at } }),
        policy,
        now + late,
      );
      const endsAt = judged.ok ? (judged.value.steps[0].holding?.endsAt ?? 0) : 0;
      assert.ok(endsAt >= at && endsAt < at + 1000, `${late} ms late it ends ${endsAt - at} ms off`);
    }
  });

  it('a status and its message end together', () => {
    const requests = requestsOf({
      kind: 'prefer',
      status: 'doNotDisturb',
      end: { said: 'instant', at: Date.parse('2026-11-20T15:00:00-05:00') },
      message: ' writing the Q3 report ',
    });
    assert.deepEqual(requests, [
      {
        path: `${user}/setUserPreferredPresence`,
        body: { availability: 'DoNotDisturb', activity: 'DoNotDisturb', expirationDuration: 'PT53M' },
      },
      {
        path: `${user}/setStatusMessage`,
        body: {
          statusMessage: {
            message: { content: 'writing the Q3 report', contentType: 'text' },
            expiryDateTime: { dateTime: '2026-11-20T20:00:00', timeZone: 'UTC' },
          },
        },
      },
    ]);
  });

  it('a message without an end has none', () => {
    assert.deepEqual(requestsOf({ kind: 'message', text: 'In the lab', end: { said: 'nothing' } }), [
      {
        path: `${user}/setStatusMessage`,
        body: { statusMessage: { message: { content: 'In the lab', contentType: 'text' } } },
      },
    ]);
  });
});

describe('clearing', () => {
  it('clears each slot by its own call, once', () => {
    assert.deepEqual(requestsOf({ kind: 'clear', slots: ['session', 'preferred', 'message', 'session'] }), [
      { path: `${user}/clearPresence`, body: { sessionId: '22222222-2222-4222-8222-222222222222' } },
      { path: `${user}/clearUserPreferredPresence`, body: {} },
      {
        path: `${user}/setStatusMessage`,
        body: { statusMessage: { message: { content: '', contentType: 'text' } } },
      },
    ]);
  });
});

describe('a pasted body', () => {
  it('without a sessionId is a preferred presence', () => {
    const body = { availability: 'DoNotDisturb', activity: 'DoNotDisturb', expirationDuration: 'PT8H' };
    assert.deepEqual(requestFromBody(body, policy), {
      ok: true,
      value: { kind: 'prefer', status: 'doNotDisturb', end: { said: 'duration', seconds: 8 * hour } },
    });
  });

  it('with this bot’s sessionId, in any case of letters, is a session', () => {
    const body = {
      sessionId: policy.sessionId.toUpperCase(),
      availability: 'Available',
      activity: 'Available',
    };
    assert.deepEqual(requestFromBody(body, policy), {
      ok: true,
      value: { kind: 'open', session: 'sessionAvailable', end: { said: 'nothing' } },
    });
  });

  it('may spell its fields in any case of letters, as PowerShell does', () => {
    const body = { Availability: 'Busy', ACTIVITY: 'Busy', expirationduration: 'PT1H' };
    assert.deepEqual(requestFromBody(body, policy), {
      ok: true,
      value: { kind: 'prefer', status: 'busy', end: { said: 'duration', seconds: hour } },
    });
  });

  it('of setStatusMessage is a status message, ending in its own zone; an empty one clears it', () => {
    const said = (content: string, expiryDateTime?: unknown) =>
      requestFromBody(
        { statusMessage: { message: { content, contentType: 'text' }, expiryDateTime } },
        policy,
      );
    const text = 'At the dentist';
    assert.deepEqual(said(text), { ok: true, value: { kind: 'message', text, end: { said: 'nothing' } } });
    assert.deepEqual(said(text, { dateTime: '2026-11-20T21:00:00.0000000', timeZone: 'UTC' }), {
      ok: true,
      value: { kind: 'message', text, end: { said: 'instant', at: Date.parse('2026-11-20T21:00:00Z') } },
    });
    assert.deepEqual(said(''), { ok: true, value: { kind: 'clear', slots: ['message'] } });
    assert.deepEqual(
      requestFromBody({ StatusMessage: { Message: { Content: text, ContentType: 'Text' } } }, policy),
      { ok: true, value: { kind: 'message', text, end: { said: 'nothing' } } },
    );
  });

  it('of a pair that only a session can have opens one, with or without the sessionId', () => {
    const body = { availability: 'DoNotDisturb', activity: 'Presenting', expirationDuration: 'PT1H' };
    assert.deepEqual(requestFromBody(body, policy), {
      ok: true,
      value: { kind: 'open', session: 'presenting', end: { said: 'duration', seconds: hour } },
    });
  });
});

describe('a request that had to wait', () => {
  const stepOf = (wanted: WantedPresence) => {
    const judged = validate(request(wanted), policy, now);
    assert.ok(judged.ok);
    return judged.value.steps[0];
  };
  const sentAfter = (wanted: WantedPresence, seconds: number) => {
    const { body } = requestAt(stepOf(wanted), now + seconds * 1000);
    return 'expirationDuration' in body ? body.expirationDuration : undefined;
  };

  it('asks for what is left until the promised end', () => {
    const wanted: WantedPresence = {
      kind: 'prefer',
      status: 'busy',
      end: { said: 'duration', seconds: hour },
    };
    assert.equal(sentAfter(wanted, 0), 'PT1H');
    assert.equal(sentAfter(wanted, 4), 'PT1H');
    assert.equal(sentAfter(wanted, 50), 'PT59M10S');
  });

  it('never asks for less than Graph takes', () => {
    const wanted: WantedPresence = {
      kind: 'open',
      session: 'presenting',
      end: { said: 'duration', seconds: 300 },
    };
    assert.equal(sentAfter(wanted, 50), 'PT5M');
  });
});

describe('a session that lets a status show', () => {
  const shownBy = { slot: 'session', pair: 'sessionAway', endsAt: now + 3_600_000, shows: 'busy' } as const;
  const stepsOf = (wanted: WantedPresence) => {
    const judged = validate({ ...request(wanted), shownBy }, policy, now);
    assert.ok(judged.ok && judged.value.leavesMeetings === true);
    return judged.value.steps.map(({ request: { action, body } }) => [
      action,
      'expirationDuration' in body ? body.expirationDuration : '',
    ]);
  };

  it('gets the end of its status', () => {
    assert.deepEqual(
      stepsOf({ kind: 'prefer', status: 'busy', end: { said: 'duration', seconds: 2 * hour } }),
      [
        ['setUserPreferredPresence', 'PT2H'],
        ['setPresence', 'PT2H'],
      ],
    );
  });

  it('is cleared before another status takes the place of its own, and with its own', () => {
    assert.deepEqual(
      stepsOf({ kind: 'prefer', status: 'available', end: { said: 'duration', seconds: hour } }),
      [
        ['clearPresence', ''],
        ['setUserPreferredPresence', 'PT1H'],
      ],
    );
    assert.deepEqual(stepsOf({ kind: 'clear', slots: ['preferred'] }), [
      ['clearPresence', ''],
      ['clearUserPreferredPresence', ''],
    ]);
  });
});
