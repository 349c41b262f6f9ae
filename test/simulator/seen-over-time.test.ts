import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ann, annAction, ask, preferred, seen, session, simulator } from './ask.ts';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

interface Story {
  readonly tells: string;
  /** A Teams client that is on, as `Availability/Activity`; left out: none is. */
  readonly client?: 'Available/Available' | 'Busy/InAMeeting' | 'Away/Away' | 'DoNotDisturb/DoNotDisturb';
  readonly preferred?: Readonly<Record<string, string>>;
  readonly session?: Readonly<Record<string, string>>;
  /** Seconds after the start, and what colleagues see then. */
  readonly then: readonly (readonly [number, string])[];
}

const stories: readonly Story[] = [
  { tells: 'nobody is online without a session', then: [[0, 'Offline/Offline']] },
  {
    tells: 'a preferred presence is hidden without a session',
    preferred: preferred('Busy', 'Busy', 'P1D'),
    then: [[0, 'Offline/Offline']],
  },
  {
    tells: 'a preferred presence beats every session, and gives way when it ends',
    client: 'DoNotDisturb/DoNotDisturb',
    preferred: preferred('Available', 'Available', 'PT1H'),
    session: session('Busy', 'InACall', 'PT4H'),
    then: [
      [0, 'Available/Available'],
      [hour - 1, 'Available/Available'],
      [hour, 'DoNotDisturb/DoNotDisturb'],
    ],
  },
  {
    tells: 'a preferred Offline hides a signed-in user',
    client: 'Available/Available',
    preferred: preferred('Offline', 'OffWork', 'PT30M'),
    then: [
      [0, 'Offline/OffWork'],
      [30 * minute, 'Available/Available'],
    ],
  },
  {
    tells: 'a preferred presence shows beside an application session alone, and hides when that ends',
    preferred: preferred('Away', 'Away', 'P1D'),
    session: session('Busy', 'InACall', 'PT10M'),
    then: [
      [0, 'Away/Away'],
      [10 * minute - 1, 'Away/Away'],
      [10 * minute, 'Offline/Offline'],
    ],
  },
  {
    tells: 'a preferred Busy without a duration ends after a day',
    client: 'Available/Available',
    preferred: preferred('Busy', 'Busy'),
    then: [
      [day - 1, 'Busy/Busy'],
      [day, 'Available/Available'],
    ],
  },
  {
    tells: 'a preferred DoNotDisturb without a duration ends after a day',
    client: 'Available/Available',
    preferred: preferred('DoNotDisturb', 'DoNotDisturb'),
    then: [
      [day - 1, 'DoNotDisturb/DoNotDisturb'],
      [day, 'Available/Available'],
    ],
  },
  {
    tells: 'a preferred BeRightBack without a duration ends after seven days',
    client: 'Available/Available',
    preferred: preferred('BeRightBack', 'BeRightBack'),
    then: [
      [7 * day - 1, 'BeRightBack/BeRightBack'],
      [7 * day, 'Available/Available'],
    ],
  },
  {
    tells: 'a preferred Offline without a duration ends after seven days',
    client: 'Available/Available',
    preferred: preferred('Offline', 'OffWork'),
    then: [
      [7 * day - 1, 'Offline/OffWork'],
      [7 * day, 'Available/Available'],
    ],
  },
  {
    tells: 'an application session of Busy beats a Teams client that is Available',
    client: 'Available/Available',
    session: session('Busy', 'InAConferenceCall', 'PT1H'),
    then: [
      [0, 'Busy/InAConferenceCall'],
      [hour, 'Available/Available'],
    ],
  },
  {
    tells: 'an application session of DoNotDisturb beats a Teams client that is Busy',
    client: 'Busy/InAMeeting',
    session: session('DoNotDisturb', 'Presenting', 'PT4H'),
    then: [
      [4 * hour - 1, 'DoNotDisturb/Presenting'],
      [4 * hour, 'Busy/InAMeeting'],
    ],
  },
  {
    tells: 'an application session of Available loses against a Teams client that is Busy',
    client: 'Busy/InAMeeting',
    session: session('Available', 'Available', 'PT1H'),
    then: [[0, 'Busy/InAMeeting']],
  },
  {
    tells: 'an application session of Away changes nothing while a Teams client is Available',
    client: 'Available/Available',
    session: session('Away', 'Away', 'PT1H'),
    then: [[0, 'Available/Available']],
  },
  {
    tells: 'an application session of Available fades in two steps, however long its expiration',
    session: session('Available', 'Available', 'PT4H'),
    then: [
      [5 * minute - 1, 'Available/Available'],
      [5 * minute, 'Available/AvailableInactive'],
      [10 * minute - 1, 'Available/AvailableInactive'],
      [10 * minute, 'Away/Away'],
      [4 * hour - 1, 'Away/Away'],
      [4 * hour, 'Offline/Offline'],
    ],
  },
  {
    tells: 'an application session that has faded leaves the word to a Teams client that is awake',
    client: 'Available/Available',
    session: session('Available', 'Available', 'PT1H'),
    then: [
      [6 * minute, 'Available/Available'],
      [11 * minute, 'Available/Available'],
    ],
  },
  {
    tells: 'an application session of Available lifts an Away Teams client until it has faded',
    client: 'Away/Away',
    session: session('Available', 'Available', 'PT1H'),
    then: [
      [0, 'Available/Available'],
      [6 * minute, 'Available/AvailableInactive'],
      [10 * minute, 'Away/Away'],
    ],
  },
  {
    tells: 'a session of Busy does not fade, it only expires',
    session: session('Busy', 'InACall', 'PT1H'),
    then: [
      [11 * minute, 'Busy/InACall'],
      [hour - 1, 'Busy/InACall'],
      [hour, 'Offline/Offline'],
    ],
  },
  {
    tells: 'a session of Away does not fade, it only expires',
    session: session('Away', 'Away', 'PT1H'),
    then: [
      [hour - 1, 'Away/Away'],
      [hour, 'Offline/Offline'],
    ],
  },
  {
    tells: 'a session of DoNotDisturb does not fade, it only expires',
    session: session('DoNotDisturb', 'Presenting', 'PT1H'),
    then: [
      [11 * minute, 'DoNotDisturb/Presenting'],
      [hour, 'Offline/Offline'],
    ],
  },
  {
    tells: 'a session without a duration ends after five minutes',
    session: session('Busy', 'InACall'),
    then: [
      [5 * minute - 1, 'Busy/InACall'],
      [5 * minute, 'Offline/Offline'],
    ],
  },
];

describe('what colleagues see over time', async () => {
  const service = await simulator({ teamsClients: 'off' });

  for (const story of stories) {
    it(story.tells, async () => {
      service.reset();
      const [availability, activity] = story.client?.split('/') ?? [];
      if (availability !== undefined && activity !== undefined) {
        const body = JSON.stringify({ userId: ann, on: true, availability, activity });
        const put = await fetch(`${service.url}/_simulator/teams-client`, { method: 'POST', body });
        assert.equal(put.status, 200);
      }
      if (story.session) await ask(service, annAction('setPresence'), { body: story.session });
      if (story.preferred)
        await ask(service, annAction('setUserPreferredPresence'), { body: story.preferred });
      let passed = 0;
      for (const [seconds, expected] of story.then) {
        if (seconds > passed) service.advance(seconds - passed);
        passed = seconds;
        assert.equal(await seen(service, ann), expected, `after ${seconds} s`);
      }
    });
  }

  it('a session of Available that is posted again in time stays Available', async () => {
    service.reset();
    for (let turn = 0; turn < 4; turn += 1) {
      await ask(service, annAction('setPresence'), { body: session('Available', 'Available', 'PT1H') });
      service.advance(4 * minute);
      assert.equal(await seen(service, ann), 'Available/Available');
    }
    service.advance(2 * minute);
    assert.equal(await seen(service, ann), 'Available/AvailableInactive');
  });

  it('signing out of the last of two Teams clients takes the preferred presence from view', async () => {
    service.reset();
    service.setTeamsClient({ userId: ann, on: true, client: 'mobile' });
    service.setTeamsClient({ userId: ann, on: true, client: 'desktop', availability: 'Away' });
    await ask(service, annAction('setUserPreferredPresence'), { body: preferred('Busy', 'Busy') });
    service.setTeamsClient({ userId: ann, on: false, client: 'mobile' });
    assert.equal(await seen(service, ann), 'Busy/Busy');
    service.setTeamsClient({ userId: ann, on: false, client: 'desktop' });
    assert.equal(await seen(service, ann), 'Offline/Offline');
    assert.equal(service.state(ann).preferred?.hidden, true);
    service.setTeamsClient({ userId: ann, on: true });
    assert.equal(await seen(service, ann), 'Busy/Busy');
  });
});
