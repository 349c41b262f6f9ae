import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { read } from '../../src/parser/read.ts';
import { reply } from '../../src/replies/reply.ts';
import { now } from '../presence/samples.ts';
import { commandsIn } from '../support/commands.ts';

const context = { now, zone: 'America/New_York', locale: 'en-US', bot: ['Presence'] };

describe('every example that help and README give', () => {
  for (const { id, examples } of commandsIn()) {
    for (const example of examples) {
      it(`${id}: ${example} is read as a command`, () => {
        const reading = read(example, context);
        assert.ok(!['ask', 'refuse', 'none'].includes(reading.kind), JSON.stringify(reading));
      });
    }
  }

  it('stands in the help, at least the first of each command that people type', () => {
    const { text } = reply({ kind: 'help', keys: true }, context);
    const untyped = ['picker', 'pasted', 'help'];
    for (const { id, examples } of commandsIn())
      assert.ok(untyped.includes(id) || text.includes(`\`${examples[0]}\``), id);
  });
});
