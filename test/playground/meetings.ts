/** A meeting in the Playground: presence follows it, through a kill in the middle, and ends with it. */

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { assertEndsIn, avery, type Stage } from './stage.ts';

/** As the page's own menu sends it: “Mock an Activity”, “Custom activity”. */
export const meeting = (event: 'meetingStart' | 'meetingEnd', pagePort: number) => ({
  id: randomUUID(),
  serviceUrl: `http://127.0.0.1:${pagePort}/_connector`,
  channelId: 'msteams',
  type: 'event',
  name: `application/vnd.microsoft.${event}`,
  timestamp: new Date().toISOString(),
  from: { id: '29:1-avery-quill', aadObjectId: avery },
  recipient: { id: '28:22222222-2222-4222-8222-222222222222', name: 'Presence' },
  conversation: {
    id: '19:presence-design-review@thread.v2',
    isGroup: true,
    conversationType: 'groupChat',
    tenantId: '11111111-1111-4111-8111-111111111111',
  },
  channelData: {
    tenant: { id: '11111111-1111-4111-8111-111111111111' },
    meeting: { id: 'MCMxOTptZWV0aW5nX2RhaWx5QHRocmVhZC52MiMw' },
  },
  value: {
    MeetingType: 'Scheduled',
    Title: 'Daily stand-up',
    JoinUrl: 'https://teams.example.test/l/meetup-join/1',
    [event === 'meetingStart' ? 'StartTime' : 'EndTime']: new Date().toISOString(),
  },
});

/** “A meeting …” */
export function meetings(stage: Stage): void {
  const holds = async (activity: string | undefined) => {
    for (let waited = 0; waited < 30_000; waited += 100) {
      const [session] = (await stage.state(avery)).sessions;
      if (session?.activity === activity) return session ?? {};
      await sleep(100);
    }
    return assert.fail(`no ${String(activity)}`);
  };

  it('sets the session of the person’s rule, sets it again after kill -9, and ends it with the meeting', async () => {
    const first = await stage.open();
    // What the person has asked for would go before the rule.
    await first.say('clear everything');
    await holds(undefined);
    await first.say('meetings');
    await first.waitForReply(/Save|start a meeting/);
    await first.say('presenting when I start a meeting');
    await first.waitForReply(/Saved/);
    await first.mockActivity(meeting('meetingStart', stage.ports.page));
    await first.waitForReply(/Presenting[\s\S]*Daily stand-up/);
    assertEndsIn(60, await holds('Presenting'));
    await first.say('why');
    await first.waitForReply(/Daily stand-up/);
    await stage.take(first, 'meeting-rules', 'chat');

    await stage.killAndStart();
    // The simulator is a new one, as empty as Microsoft Graph is not.
    assertEndsIn(60, await holds('Presenting'));
    const second = await stage.open();
    await second.say('hello');
    await second.mockActivity(meeting('meetingEnd', stage.ports.page));
    await holds(undefined);
  });
}
