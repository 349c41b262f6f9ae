/** Every shape of activity, whole and with any part of it wrong: no 5xx, and no change for anyone but the sender. */

import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { loadActivities, message, type Activity } from '../support/activities.ts';
import { startBot } from '../support/bot.ts';
import { mutations, type Mutation } from '../support/mutations.ts';

const bot = await startBot();
after(() => bot.close());

beforeEach(() => {
  bot.simulator.reset();
  bot.connector.clear();
});

/** Posts under a fresh activity id, so that each one really runs. */
let sent = 0;
async function deliver(activity: Activity): Promise<number> {
  sent += 1;
  const fresh =
    typeof activity.id === 'string' && activity.id !== ''
      ? { ...activity, id: `${activity.id}-${sent}` }
      : activity;
  return (await bot.post(fresh)).status;
}

function senderOf(activity: Activity): unknown {
  const { from } = activity;
  return typeof from === 'object' && from !== null && 'aadObjectId' in from ? from.aadObjectId : undefined;
}

/** Whoever was written for must be the sender of what was sent. */
function assertNobodyElse(activity: Activity, what: string): void {
  const sender = senderOf(activity);
  for (const { userId } of bot.writes()) assert.equal(userId, sender, what);
  bot.simulator.clearRequests();
}

const activities = loadActivities(bot.connector.url);

describe('each of the 72 kinds of activity', () => {
  assert.equal(activities.length, 72);
  for (const { file, activity } of activities) {
    it(`${file} is answered without a server error`, async () => {
      const status = await deliver(activity);
      assert.ok(status < 500, `${status}`);
      assertNobodyElse(activity, file);
    });
  }

  it('some of them do change presence, so the check above can fail', async () => {
    for (const { activity } of activities) await deliver(activity);
    assert.ok(bot.writes().length > 0);
  });
});

describe('a message without an id of its own', () => {
  for (const id of [undefined, null]) {
    it(`is answered in its conversation, where the id is ${id}`, async () => {
      const conversation = 'a:no-id';
      const said = message({ text: 'help', conversation, serviceUrl: bot.connector.url });
      assert.equal((await bot.post({ ...said, id })).status, 200);
      const [reply] = bot.connector.received;
      assert.ok(reply?.path.endsWith(`/v3/conversations/${encodeURIComponent(conversation)}/activities`));
    });
  }
});

describe('a message that asks for all replies in its answer', () => {
  it('gets them there, and none by itself', async () => {
    const said = message({ text: 'help', serviceUrl: bot.connector.url });
    const { status, body } = await bot.post({ ...said, deliveryMode: 'expectReplies' });
    assert.equal(status, 200);
    assert.match(body, /^\{"activities":\[\{"type":"message"/);
    assert.deepEqual(bot.connector.received, []);
  });
});

/** Of two activities that are alike in what they are dispatched by, the same part being wrong is one case. */
function caseOf({ type, name, conversation }: Activity, { path, change }: Mutation): string {
  const isObject = typeof conversation === 'object' && conversation !== null;
  // What is missing matters in every kind of conversation; how a value is wrong is judged before anybody asks where.
  const where =
    ['removed', 'null'].includes(change) &&
    isObject &&
    'conversationType' in conversation &&
    conversation.conversationType;
  return JSON.stringify([type, name, where, path, change]);
}

describe('with any one part removed or of a wrong type', () => {
  const tried = new Set<string>();
  for (const { file, activity } of activities) {
    it(`${file} gives no server error and changes nobody else`, async () => {
      const broken = [...mutations(activity)].filter((mutation) => {
        const wrong = caseOf(activity, mutation);
        return !tried.has(wrong) && tried.add(wrong);
      });
      const workers = Array.from({ length: 8 }, async () => {
        for (let next = broken.pop(); next !== undefined; next = broken.pop()) {
          const status = await deliver(next.activity);
          assert.ok(status < 500, `${next.path} ${next.change}: ${status}`);
        }
      });
      await Promise.all(workers);
      // None of the wrong values is somebody else's id.
      assertNobodyElse(activity, file);
      bot.connector.clear();
    });
  }
});
