import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { askedAbout, readFollowUp } from '../../src/parser/follow-up.ts';
import { read } from '../../src/parser/read.ts';
import type { ReadContext } from '../../src/parser/reading.ts';

const now = Date.parse('2026-11-20T14:07:00+01:00');
const at = (time: string) => Date.parse(`2026-11-${time}:00+01:00`);

/** A question, its answer, and the end that comes of both. */
const rows: readonly (readonly [locale: string, said: string, answer: string, end: number])[] = [
  ['de-DE', 'beschäftigt bis 8 Uhr', 'der erste', at('20T20:00')],
  ['de-DE', 'beschäftigt bis 8 Uhr', 'das letzte', at('21T08:00')],
  ['fr-FR', 'dnd jusqu’à 13:30', 'oui', at('21T13:30')],
  ['es-ES', 'ocupado hasta las 13:30', 'sí', at('21T13:30')],
  ['pt-BR', 'ocupado até as 13h30', 'sim', at('21T13:30')],
  ['zh-CN', '离开到1点半', '第一个', at('21T13:30')],
  ['de-DE', 'beschäftigt eine Weile', '30 Minuten', now + 1_800_000],
  ['es-ES', 'ocupado un rato', '45 minutos', now + 2_700_000],
  ['zh-CN', '忙一会儿', '30分钟', now + 1_800_000],
];

describe('an answer in another language', () => {
  for (const [locale, said, answer, end] of rows)
    it(`${said} – ${answer}`, () => {
      const context: ReadContext = { now, zone: 'Europe/Berlin', locale, bot: [] };
      const reading = read(said, context);
      assert.ok(reading.kind === 'ask', JSON.stringify(reading));
      const asked = askedAbout({ reading, said }, reading.question, context);
      const after = readFollowUp(asked, answer, context).reading;
      assert.ok(after.kind === 'prefer', JSON.stringify({ question: reading.question, after }));
      const given = after.end;
      assert.ok(given.said !== 'nothing');
      assert.equal(given.said === 'duration' ? now + given.seconds * 1000 : given.at, end);
    });

  for (const [locale, said, answer] of [
    ['de-DE', 'beschäftigt bis 8 Uhr', 'nein'],
    ['zh-CN', '忙一会儿', '算了'],
    ['es-ES', 'ocupado un rato', 'no'],
  ] as const)
    it(`${said} – ${answer}: nothing is changed`, () => {
      const context: ReadContext = { now, zone: 'Europe/Berlin', locale, bot: [] };
      const reading = read(said, context);
      assert.ok(reading.kind === 'ask', JSON.stringify(reading));
      const asked = askedAbout({ reading, said }, reading.question, context);
      assert.deepEqual(readFollowUp(asked, answer, context).reading, { kind: 'none', talk: 'drop' });
    });
});
