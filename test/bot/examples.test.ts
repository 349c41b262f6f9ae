import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { commands } from '../../src/commands/index.ts';
import { read } from '../../src/language/read.ts';
import { reply } from '../../src/replies/reply.ts';
import { now } from '../presence/samples.ts';

const context = { now, zone: 'America/New_York', locale: 'en-US', bot: ['Presence'] };

describe('every example that help and README give', () => {
  for (const { name, examples } of commands) {
    for (const example of examples) {
      it(`${name}: ${example} is read as a command`, () => {
        const reading = read(example, context);
        assert.ok(!['ask', 'refuse', 'none'].includes(reading.kind), JSON.stringify(reading));
      });
    }
  }

  it('stands in the help, at least the first of each command', () => {
    const { text } = reply({ kind: 'help' }, context);
    for (const { examples } of commands) assert.ok(text.includes(examples[0]), examples[0]);
  });
});
