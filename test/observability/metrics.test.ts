/** What `/metrics` counts of real traffic, over HTTP. */

import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { invoke } from '../support/activities.ts';
import { startBot } from '../support/bot.ts';
import { cardFor, press } from '../support/press.ts';
import { scrape } from './scrape.ts';

const bot = await startBot({ attemptMs: 3000, graph: { sleep: () => Promise.resolve() } });
after(() => bot.close());
const read = () => scrape(bot.app.port);
const interactive = { work: 'interactive' };

describe('turns', () => {
  it('are counted by what came and by the kind of the answer, those before the first question too', async () => {
    await bot.say('dnd 2h');
    await bot.say('help');
    const { of, type } = await read();
    assert.match(type, /^text\/plain; version=0\.0\.4/);
    assert.equal(of('turns_total', { turn: 'message', answer: 'receipt' }), 1);
    assert.equal(of('turns_total', { turn: 'message', answer: 'help' }), 1);
    assert.equal(of('turn_seconds_count', { turn: 'message' }), 2);
  });

  it('by a card are counted by the invoke’s name', async () => {
    await press(bot, await cardFor(bot, 'busy 1h'), '+30 min');
    const { of } = await read();
    assert.equal(of('turns_total', { turn: 'invoke', answer: 'adaptiveCard/action' }), 1);
    assert.equal(of('changes_total', { door: 'card', outcome: 'applied' }), 1);
  });

  it('of a name that nobody knows share one figure', async () => {
    for (let n = 0; n < 5; n += 1)
      await bot.post(invoke({ serviceUrl: bot.connector.url, name: `made-up/${n}`, value: {} }));
    const { of, text } = await read();
    assert.equal(of('turns_total', { turn: 'invoke', answer: 'other' }), 5);
    assert.doesNotMatch(text, /made-up/);
  });
});

describe('calls to Graph', () => {
  it('are counted by action and status, and changes by door and outcome', async () => {
    const before = (await read()).of('changes_total', { door: 'chat', outcome: 'applied' }) ?? 0;
    await bot.say('away 1h');
    await bot.say('status');
    const { of } = await read();
    assert.ok(
      (of('graph_calls_total', { action: 'setUserPreferredPresence', status: '2xx', ...interactive }) ?? 0) >=
        1,
    );
    assert.equal(of('graph_calls_total', { action: 'presence', status: '2xx', ...interactive }), 1);
    assert.equal(of('changes_total', { door: 'chat', outcome: 'applied' }), before + 1);
  });

  it('that are throttled are counted with the seconds asked for, and each repetition is a call', async () => {
    bot.simulator.addFault({ kind: 'answer', status: 429, retryAfter: 7, times: 2 });
    await bot.say('presenting 1h');
    const { of } = await read();
    assert.equal(of('graph_calls_total', { action: 'setPresence', status: '429', ...interactive }), 2);
    assert.equal(of('graph_calls_total', { action: 'setPresence', status: '2xx', ...interactive }), 1);
    assert.equal(of('graph_failures_total', { by: 'throttled', ...interactive }), 2);
    assert.equal(of('graph_throttled_seconds_total', interactive), 14);
  });

  it('that are refused are counted by who failed', async () => {
    bot.simulator.addFault({ kind: 'answer', status: 400, message: 'words of somebody’s' });
    await bot.say('dnd 3h');
    const { of, text } = await read();
    assert.equal(
      of('graph_calls_total', { action: 'setUserPreferredPresence', status: '4xx', ...interactive }),
      1,
    );
    assert.equal(of('graph_failures_total', { by: 'refused', ...interactive }), 1);
    assert.equal(of('changes_total', { door: 'chat', outcome: 'notApplied' }), 1);
    assert.doesNotMatch(text, /words of/);
  });

  it('that get no answer are counted as such', async () => {
    bot.simulator.addFault({ kind: 'reset', match: { action: 'clearUserPreferredPresence' } });
    await bot.say('clear');
    const { of } = await read();
    assert.equal(
      of('graph_calls_total', { action: 'clearUserPreferredPresence', status: 'none', ...interactive }),
      1,
    );
  });
});

it('Node’s own figures are there', async () => {
  const { text } = await read();
  assert.match(text, /^nodejs_eventloop_lag_seconds /m);
  assert.match(text, /^process_resident_memory_bytes /m);
});

it('the store has no figures before anything needs it', async () => {
  assert.equal((await read()).of('store_up'), undefined);
});
