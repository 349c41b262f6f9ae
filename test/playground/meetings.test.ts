/** A meeting in the Playground: presence follows it, through a kill in the middle, and ends with it. */

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { openPlayground } from '../support/playground.ts';
import { assertEndsIn, avery, openPictures, simulatorAt, type Pictures } from './stage.ts';
import { freePort, startPlayground, type RunningPlayground } from './start-playground.ts';

/** As the page's own menu sends it: “Mock an Activity”, “Custom activity”. */
const meeting = (event: 'meetingStart' | 'meetingEnd', pagePort: number) => ({
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

describe('a meeting in the Playground', () => {
  let browser: Browser;
  let pictures: Pictures;
  let running: RunningPlayground | undefined;
  before(async () => {
    [pictures, browser] = await Promise.all([openPictures(), openBrowser()]);
  });
  after(async () => {
    await running?.dispose();
    await browser.close();
    await pictures.dispose();
  });

  /** What runs now: its page and its simulator. */
  const opened = async (process: RunningPlayground) => {
    const [, url = ''] = await process.printed(/Page +(http:\S+)/);
    const [, simulatorUrl = ''] = await process.printed(/Simulator +(http:\/\/[^/\s]+)/);
    const page = await browser.newPage({ viewport: { width: 760, height: 1000 } });
    return { page, playground: await openPlayground(page, url), simulator: simulatorAt(simulatorUrl) };
  };
  const holds = async (simulator: ReturnType<typeof simulatorAt>, activity: string | undefined) => {
    for (let waited = 0; waited < 30_000; waited += 100) {
      const [session] = (await simulator.state(avery)).sessions;
      if (session?.activity === activity) return session ?? {};
      await sleep(100);
    }
    return assert.fail(`no ${String(activity)}`);
  };

  it('sets the session of the person’s rule, sets it again after kill -9, and ends it with the meeting', async () => {
    const ports = { bot: await freePort(), page: await freePort() };
    running = await startPlayground(ports);
    const first = await opened(running);
    await first.playground.say('meetings');
    await first.playground.waitForReply(/Save|start a meeting/);
    await first.playground.say('presenting when I start a meeting');
    await first.playground.waitForReply(/Saved/);
    await first.playground.mockActivity(meeting('meetingStart', ports.page));
    await first.playground.waitForReply(/Presenting[\s\S]*Daily stand-up/);
    assertEndsIn(60, await holds(first.simulator, 'Presenting'));
    await first.playground.say('why');
    await first.playground.waitForReply(/Daily stand-up/);
    await pictures.take(first.playground, 'meeting-rules', 'chat');
    await first.page.close();

    await running.kill();
    running = await startPlayground(ports, running.data);
    const second = await opened(running);
    // The simulator is a new one, as empty as Microsoft Graph is not.
    assertEndsIn(60, await holds(second.simulator, 'Presenting'));
    await second.playground.say('hello');
    await second.playground.mockActivity(meeting('meetingEnd', ports.page));
    await holds(second.simulator, undefined);
    await second.page.close();
  });
});
