import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  ann,
  annAction,
  appId,
  ask,
  at,
  bob,
  message,
  otherAppId,
  preferred,
  send,
  session,
  simulator,
} from './ask.ts';
import type { Undocumented } from '../../src/simulator/index.ts';

/** One question that the documents leave open: how to ask it, and the answer for each choice. */
interface Question {
  readonly name: string;
  readonly answers: readonly (readonly [Partial<Undocumented>, unknown])[];
  readonly ask: (service: Awaited<ReturnType<typeof simulator>>) => Promise<unknown>;
}

const batch = {
  requests: ['a', 'b', 'c'].map((id) => ({ id, method: 'GET', url: `/users/${ann}/presence` })),
};

const questions: readonly Question[] = [
  {
    name: 'the status of a success',
    answers: [
      [{ successStatus: 200 }, 200],
      [{ successStatus: 204 }, 204],
    ],
    ask: async (service) =>
      (await ask(service, annAction('setUserPreferredPresence'), { body: preferred('Busy', 'Busy') })).status,
  },
  {
    name: 'the casing of a reading',
    answers: [
      [{ readingCase: 'pascal' }, 'Available'],
      [{ readingCase: 'camel' }, 'available'],
    ],
    ask: async (service) => at((await ask(service, `/users/${ann}/presence`)).json, 'availability'),
  },
  {
    name: 'whether there are sequence numbers',
    answers: [
      [{ sequenceNumbers: true }, 'string'],
      [{ sequenceNumbers: false }, 'undefined'],
    ],
    ask: async (service) => typeof at((await ask(service, `/users/${ann}/presence`)).json, 'sequenceNumber'),
  },
  {
    name: 'how a reading says that a status message has no end',
    answers: [
      [{ endlessStatusMessage: 'absent' }, undefined],
      [{ endlessStatusMessage: 'year9999' }, '9999-12-31T23:59:59.9999999'],
    ],
    ask: async (service) => {
      await ask(service, annAction('setStatusMessage'), { body: message('In the lab') });
      const { json } = await ask(service, `/users/${ann}/presence`, { token: 'ann-read' });
      return at(json, 'statusMessage', 'expiryDateTime', 'dateTime');
    },
  },
  {
    name: 'how a reading says that there is no status message',
    answers: [
      [{ missingStatusMessage: 'null' }, null],
      [{ missingStatusMessage: 'absent' }, undefined],
    ],
    ask: async (service) => at((await ask(service, `/users/${ann}/presence`)).json, 'statusMessage'),
  },
  {
    name: 'who gets the end of a status message',
    answers: [
      [{ statusMessageTimesShownTo: 'self' }, undefined],
      [{ statusMessageTimesShownTo: 'everyone' }, 'UTC'],
    ],
    ask: async (service) => {
      const body = message('lunch', { dateTime: '2026-01-05T12:00:00', timeZone: 'UTC' });
      await ask(service, annAction('setStatusMessage'), { body });
      const { json } = await ask(service, `/users/${ann}/presence`);
      return at(json, 'statusMessage', 'expiryDateTime', 'timeZone');
    },
  },
  {
    name: 'how long a status message may be',
    answers: [
      [{ statusMessageLimit: 10 }, 2],
      [{ statusMessageLimit: 9 }, 4],
    ],
    ask: async (service) => {
      const body = message(`${'x'.repeat(10)}<pinnednote></pinnednote>`);
      return Math.floor((await ask(service, annAction('setStatusMessage'), { body })).status / 100);
    },
  },
  {
    name: 'whether tags come back',
    answers: [
      [{ statusMessageTags: 'keep' }, '<b>a</b> < b<pinnednote></pinnednote>'],
      [{ statusMessageTags: 'strip' }, 'a < b<pinnednote></pinnednote>'],
    ],
    ask: async (service) => {
      const body = message('<b>a</b> < b<pinnednote></pinnednote>');
      await ask(service, annAction('setStatusMessage'), { body });
      const { json } = await ask(service, `/users/${ann}/presence`);
      return at(json, 'statusMessage', 'message', 'content');
    },
  },
  {
    name: 'a status message whose end has passed',
    answers: [
      [{ pastStatusMessage: 'refuse' }, 4],
      [{ pastStatusMessage: 'accept' }, 2],
    ],
    ask: async (service) => {
      const body = message('lunch', { dateTime: '2026-01-05T08:00:00', timeZone: 'UTC' });
      return Math.floor((await ask(service, annAction('setStatusMessage'), { body })).status / 100);
    },
  },
  {
    name: 'unknown fields',
    answers: [
      [{ unknownFields: 'refuse', unknownFieldCode: 'Odd' }, 'Odd'],
      [{ unknownFields: 'ignore' }, undefined],
    ],
    ask: async (service) => {
      const body = { ...preferred('Busy', 'Busy'), colour: 'red' };
      return at((await ask(service, annAction('setUserPreferredPresence'), { body })).json, 'error', 'code');
    },
  },
  {
    name: 'unknown fields inside others',
    answers: [
      [{ unknownFields: 'refuse' }, 4],
      [{ unknownFields: 'ignore' }, 2],
    ],
    ask: async (service) => {
      const body = { statusMessage: { message: { content: 'a', contentType: 'text', a: 1 }, b: 2 }, c: 3 };
      return Math.floor((await ask(service, annAction('setStatusMessage'), { body })).status / 100);
    },
  },
  {
    name: 'null for what may be left out',
    answers: [
      [{ nulls: 'refuse' }, 4],
      [{ nulls: 'leftOut' }, 2],
    ],
    ask: async (service) => {
      const body = { ...preferred('Busy', 'Busy'), expirationDuration: null };
      return Math.floor((await ask(service, annAction('setUserPreferredPresence'), { body })).status / 100);
    },
  },
  {
    name: 'decimals of a second',
    answers: [
      [{ fractionalSeconds: 'refuse' }, 4],
      [{ fractionalSeconds: 'accept' }, 2],
    ],
    ask: async (service) => {
      const body = session('Busy', 'InACall', 'PT300.5S');
      return Math.floor((await ask(service, annAction('setPresence'), { body })).status / 100);
    },
  },
  {
    name: 'the shortest preferred presence',
    answers: [
      [{ preferredMinimumSeconds: 60 }, 2],
      [{ preferredMinimumSeconds: 61 }, 4],
    ],
    ask: async (service) => {
      const body = preferred('Busy', 'Busy', 'PT1M');
      return Math.floor((await ask(service, annAction('setUserPreferredPresence'), { body })).status / 100);
    },
  },
  {
    name: 'the longest preferred presence',
    answers: [
      [{ preferredMaximumSeconds: 86_400 }, 2],
      [{ preferredMaximumSeconds: 86_399 }, 4],
    ],
    ask: async (service) => {
      const body = preferred('Away', 'Away', 'P1D');
      return Math.floor((await ask(service, annAction('setUserPreferredPresence'), { body })).status / 100);
    },
  },
  {
    name: 'a sessionId of another application',
    answers: [
      [{ foreignSessionStatus: 400 }, 400],
      [{ foreignSessionStatus: 403 }, 403],
      [{ foreignSessionStatus: 404 }, 404],
    ],
    ask: async (service) => {
      const body = { ...session('Busy', 'InACall'), sessionId: otherAppId };
      return (await ask(service, annAction('setPresence'), { body })).status;
    },
  },
  {
    name: 'a user name in the path',
    answers: [
      [{ notAnObjectIdStatus: 400 }, 400],
      [{ notAnObjectIdStatus: 404 }, 404],
    ],
    ask: async (service) => (await ask(service, '/users/ann@contoso.com/presence')).status,
  },
  {
    name: 'unknown ids among many',
    answers: [
      [{ unknownIds: 'presenceUnknown' }, 'PresenceUnknown'],
      [{ unknownIds: 'omit' }, undefined],
    ],
    ask: async (service) => {
      const { json } = await ask(service, '/communications/getPresencesByUserId', {
        body: { ids: [ann, bob] },
      });
      assert.equal(at(json, 'value', 0, 'availability'), 'Available');
      return at(json, 'value', 1, 'availability');
    },
  },
  {
    name: 'clearUserPreferredPresence without a body',
    answers: [
      [{ emptyBody: 'refuse' }, 4],
      [{ emptyBody: 'accept' }, 2],
    ],
    ask: async (service) => {
      const path = `/v1.0${annAction('clearUserPreferredPresence')}`;
      return Math.floor((await send(service, 'POST', path)).status / 100);
    },
  },
  {
    name: 'the order of independent parts',
    answers: [
      [{ batchOrder: 'asSent' }, 'a'],
      [{ batchOrder: 'reverse' }, 'c'],
    ],
    ask: async (service) => at((await ask(service, '/$batch', { body: batch })).json, 'responses', 0, 'id'),
  },
  {
    name: "the casing of a part's headers",
    answers: [
      [{ batchHeaderCase: 'canonical' }, 'Content-Type'],
      [{ batchHeaderCase: 'lower' }, 'content-type'],
    ],
    ask: async (service) => {
      const { json } = await ask(service, '/$batch', { body: batch });
      const headers = at(json, 'responses', 0, 'headers');
      assert.ok(typeof headers === 'object' && headers !== null);
      return Object.keys(headers).find((name) => /^content-type$/i.test(name));
    },
  },
];

describe('what the documents leave open can be chosen', () => {
  for (const question of questions) {
    it(question.name, async () => {
      for (const [undocumented, expected] of question.answers) {
        const service = await simulator({ undocumented, users: [ann] });
        assert.deepEqual(await question.ask(service), expected, JSON.stringify(undocumented));
        await service.close();
      }
    });
  }

  it('takes OData annotations in a body, which any payload may carry', async () => {
    const service = await simulator();
    const body = {
      ...session('Busy', 'InACall'),
      '@odata.type': '#microsoft.graph.presence',
      sessionId: appId,
    };
    assert.equal(Math.floor((await ask(service, annAction('setPresence'), { body })).status / 100), 2);
  });
});
