/** What the bot offers to type or to press is understood in the language in which it is offered. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { isCommand, read } from '../../src/parser/read.ts';

/** Lists of sentences, or one sentence; a title may stand before the sentence that its button sends. */
const keys = /^(command\..*\.examples|found\.presets|prompts?\..*)$/;

/** Languages join as their tables come. */
const locales = {
  de: 'de-DE',
  fr: 'fr-FR',
  es: 'es-ES',
  'pt-BR': 'pt-BR',
  'zh-Hans': 'zh-CN',
  ja: 'ja-JP',
};

const context = (locale: string) => ({
  now: Date.parse('2026-11-20T09:07:00Z'),
  zone: 'Europe/Berlin',
  locale,
  bot: ['Presence'],
});

function sentencesOf(code: string): readonly (readonly [string, string])[] {
  const catalogue = JSON.parse(readFileSync(new URL(`../../src/locales/${code}.json`, import.meta.url), 'utf8')) as Record<string, string>; // prettier-ignore
  return Object.entries(catalogue)
    .filter(([key]) => keys.test(key))
    .flatMap(([key, text]) =>
      text
        .split(' | ')
        .filter((sentence) => !/[{}…]/.test(sentence))
        .map((sentence) => [key, sentence] as const),
    );
}

describe('sentences of the catalogue', () => {
  for (const [code, locale] of Object.entries(locales))
    it(`${code}: each is understood as what it offers`, () => {
      const sentences = sentencesOf(code);
      assert.ok(sentences.length > 20);
      const misread = sentences.filter(([, sentence]) => {
        const reading = read(sentence, context(locale));
        return !isCommand(reading) && reading.kind !== 'whatIf';
      });
      assert.deepEqual(misread, []);
    });
});
