import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { requestFromBody } from '../../src/presence/pasted-body.ts';
import { guid, type End, type Holding, type Intent, type WantedPresence } from '../../src/presence/intent.ts';
import { pairs } from '../../src/presence/pairs.ts';
import { validate } from '../../src/presence/validate.ts';
import { refusalOf } from './graph-rules.ts';
import { policy, sender } from './samples.ts';

// Any number at all: the validator must not rely on the reader having been sensible.
const anyNumber = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.constantFrom(0, -0, 59, 60, 299, 300, 14_400, 14_401, Number.NaN, Infinity, -Infinity, 2 ** 53),
);
const now = fc.integer({ min: 0, max: 4_102_444_800_000 });
const nearNow = fc.oneof(anyNumber, fc.integer({ min: -1, max: 40 * 86_400_000 }));

const anyEnd = (at: number): fc.Arbitrary<End> =>
  fc.oneof(
    fc.constant<End>({ said: 'nothing' }),
    anyNumber.map((seconds): End => ({ said: 'duration', seconds })),
    nearNow.map((offset): End => ({ said: 'instant', at: at + offset })),
  );
const anyMessage = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.constantFrom('', '  ', '<b>', 'a < b', '<pinnednote></pinnednote>', 'x'.repeat(281)),
);
const preferredIds = pairs.flatMap((pair) => (pair.slot === 'preferred' ? [pair.id] : []));
const sessionIds = pairs.flatMap((pair) => (pair.slot === 'session' ? [pair.id] : []));
const anySlots = fc.array(fc.constantFrom('preferred', 'session', 'message'), { maxLength: 6 });

const anyHolding = (at: number): fc.Arbitrary<Holding> =>
  fc.oneof(
    fc.record({
      slot: fc.constant('preferred' as const),
      pair: fc.constantFrom(...preferredIds),
      endsAt: nearNow.map((offset) => at + offset),
    }),
    fc.record({
      slot: fc.constant('session' as const),
      pair: fc.constantFrom(...sessionIds),
      endsAt: nearNow.map((offset) => at + offset),
    }),
    fc.record(
      {
        slot: fc.constant('message' as const),
        text: anyMessage,
        endsAt: nearNow.map((offset) => at + offset),
      },
      { requiredKeys: ['slot', 'text'] },
    ),
  );

const anyWant = (at: number): fc.Arbitrary<WantedPresence> =>
  fc.oneof(
    fc.record(
      {
        kind: fc.constant('prefer' as const),
        status: fc.constantFrom(...preferredIds),
        end: anyEnd(at),
        message: anyMessage,
      },
      { requiredKeys: ['kind', 'status', 'end'] },
    ),
    fc.record(
      {
        kind: fc.constant('open' as const),
        session: fc.constantFrom(...sessionIds),
        end: anyEnd(at),
        message: anyMessage,
      },
      { requiredKeys: ['kind', 'session', 'end'] },
    ),
    fc.record({ kind: fc.constant('message' as const), text: anyMessage, end: anyEnd(at) }),
    fc.record({ kind: fc.constant('clear' as const), slots: anySlots }),
    fc.record({
      kind: fc.constant('put' as const),
      holdings: fc.array(anyHolding(at), { maxLength: 4 }),
      emptied: anySlots,
    }),
  );

const anyIntent = now.chain((at) =>
  anyWant(at).map((wanted) => ({
    at,
    intent: { who: sender, door: 'chat', wanted, assumed: [] } satisfies Intent,
  })),
);

describe('the validator, for any intent whatsoever', () => {
  it('lets through only requests that Graph’s documents allow, about the sender alone', () => {
    let passed = 0;
    fc.assert(
      fc.property(anyIntent, ({ at, intent }) => {
        const judged = validate(intent, policy, at);
        if (!judged.ok) return;
        passed += 1;
        for (const { request } of judged.value.steps) {
          assert.equal(refusalOf(request, policy.sessionId, at), undefined, JSON.stringify(request));
          assert.equal(request.userId, sender.userId);
        }
      }),
      { numRuns: 3000 },
    );
    // A validator that refuses everything would pass too.
    assert.ok(passed > 800, `only ${passed} intents passed`);
  });

  it('promises an end that the request it sends really has', () => {
    fc.assert(
      fc.property(anyIntent, ({ at, intent }) => {
        const judged = validate(intent, policy, at);
        if (!judged.ok) return;
        for (const { holding, request } of judged.value.steps) {
          if (holding === undefined || holding.slot === 'message') continue;
          const sent = 'expirationDuration' in request.body ? request.body.expirationDuration : '';
          assert.equal(secondsOf(sent), (holding.endsAt - at) / 1000);
        }
      }),
    );
  });
});

describe('a pasted body, whatever it holds', () => {
  const word = fc.oneof(
    fc.constantFrom(
      ...pairs.flatMap(({ availability, activity }) => [availability, activity]),
      'OutOfOffice',
      'busy',
    ),
    fc.string(),
  );
  const body = fc.record(
    {
      availability: fc.oneof(word, fc.anything()),
      activity: fc.oneof(word, fc.anything()),
      expirationDuration: fc.oneof(
        fc.constantFrom('PT8H', 'P1D', 'P1W', '-PT1H', 'PT', '', 'PT5M', 'PT999H'),
        fc.string(),
      ),
      sessionId: fc.oneof(fc.constant(policy.sessionId), fc.uuid(), fc.string()),
      userId: fc.uuid(),
    },
    { requiredKeys: [] },
  );

  it('never becomes a request that Graph’s documents do not allow, nor one about somebody else', () => {
    fc.assert(
      fc.property(fc.oneof(body, fc.anything()), (pasted) => {
        const wanted = requestFromBody(pasted, policy);
        if (!wanted.ok) return;
        const judged = validate({ who: sender, door: 'chat', wanted: wanted.value, assumed: [] }, policy, 0);
        if (!judged.ok) return;
        for (const { request } of judged.value.steps) {
          assert.equal(refusalOf(request, policy.sessionId, 0), undefined);
          assert.equal(request.userId, sender.userId);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('names nobody: a user id in it is refused as a field Graph does not know', () => {
    const judged = requestFromBody(
      { availability: 'Busy', activity: 'Busy', userId: guid('99999999-9999-4999-8999-999999999999') },
      policy,
    );
    assert.equal(judged.ok, false);
  });
});

function secondsOf(duration: string): number {
  const part = (unit: string) => Number(new RegExp(`(\\d+)${unit}`).exec(duration)?.[1] ?? 0);
  return part('D') * 86_400 + part('H') * 3600 + part('M') * 60 + part('S');
}
