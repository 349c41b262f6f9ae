/** What the README shows is what the bot understands. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { read } from '../src/parser/read.ts';

const context = { now: Date.UTC(2026, 10, 20, 15), zone: 'America/New_York', locale: 'en-US', bot: [] };

it('every sentence of the README is a command as it stands there', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const [, table = ''] = /\n## What you can say\n\n((?:\|.*\n)+)/.exec(readme) ?? [];
  const sentences = [...table.matchAll(/`([^`]+)`/g)].map(([, sentence = '']) => sentence);
  assert.ok(sentences.length > 10);
  const unclear = sentences.filter((sentence) =>
    ['ask', 'refuse', 'none'].includes(read(sentence, context).kind),
  );
  assert.deepEqual(unclear, []);
});
