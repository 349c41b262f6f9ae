/** What must hold in every language: never throws, is quick, and one more word never makes a change of a question. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type LanguageCode, phrasesOf } from '../../src/parser/languages/tables.ts';
import { itemsIn } from '../../src/parser/phrases/read.ts';
import { read } from '../../src/parser/read.ts';
import type { ReadContext } from '../../src/parser/reading.ts';
import { friday } from './sample.ts';
import { samples } from './languages/samples.ts';

const writing: ReadonlySet<string> = new Set([
  ...['prefer', 'open', 'message', 'clear', 'extend', 'changeEnd', 'undo'],
  ...['meetingRule', 'pauseMeetings', 'resumeMeetings', 'signOut', 'forgetMe'],
]);

for (const [code, sample] of Object.entries(samples)) {
  const context: ReadContext = { ...friday, zone: sample.zone, locale: sample.locale };
  const language = code as LanguageCode;
  const writes = (text: string) => writing.has(read(text, context).kind);
  const glue = sample.spaced ? ' ' : '';

  describe(`sentences in ${code}`, () => {
    const phrases = phrasesOf(language) ?? assert.fail();
    const known = [...sample.sentences, ...sample.negations, ...sample.somebody, ...sample.fillers].flatMap(
      (text) => (sample.spaced ? text.split(' ') : Array.from(text)),
    );

    it('each sample changes something', () => {
      for (const sentence of sample.sentences) assert.ok(writes(sentence), sentence);
    });

    it('are never an exception', (test) => {
      const part = fc.oneof(fc.constantFrom(...known), fc.string({ maxLength: 8 }), fc.integer({ min: 0, max: 9999 }).map(String)); // prettier-ignore
      const text = fc.array(part, { maxLength: 25 }).map((parts) => parts.join(glue));
      let longest = 0;
      fc.assert(
        fc.property(text, (said) => {
          const start = performance.now();
          read(said, context);
          longest = Math.max(longest, performance.now() - start);
        }),
        { numRuns: 300, seed: 20261120 },
      );
      test.diagnostic(`${code}: longest read of any text ${longest.toFixed(2)} ms, whatever else runs here`);
    });

    /** Every place of the sentence where a word may be put. */
    const places = (sentence: string): readonly (readonly [string, string])[] => {
      if (sample.spaced) {
        const words = sentence.split(' ');
        return [...words, ''].map(
          (_, at) => [words.slice(0, at).join(' '), words.slice(at).join(' ')] as const,
        );
      }
      // Between two pieces; inside one, it would be another word.
      const cuts = [0, ...itemsIn(phrases, sentence, []).map(({ to }) => to)];
      return cuts.map((cut) => [sentence.slice(0, cut), sentence.slice(cut)] as const);
    };
    /** Each place gets some of the words, each in its turn: all of them everywhere would find no more, and take long. */
    const changed = (extra: readonly string[], atEach = 2) => {
      const found: string[] = [];
      let turn = 0;
      for (const sentence of sample.sentences)
        for (const [before, after] of places(sentence))
          for (let count = 0; count < Math.min(atEach, extra.length); count += 1) {
            const word = extra[(turn += 1) % extra.length] ?? '';
            const said = [before, word, after].filter((part) => part !== '').join(glue);
            if (writes(said)) found.push(`${said} → ${JSON.stringify(read(said, context))}`);
          }
      return found;
    };

    it('with an unknown word more change nothing', () => {
      assert.deepEqual(changed(sample.unknown), []);
    });

    it('with a negation, or somebody else, change nothing', () => {
      assert.deepEqual(changed([...sample.negations, ...sample.somebody], 3), []);
    });

    it('with a second state, change nothing', () => {
      assert.deepEqual(changed(sample.otherStates), []);
    });

    it('as a question change nothing', () => {
      for (const sentence of sample.sentences.filter((one) => !sample.requests.includes(one)))
        assert.ok(!writes(`${sentence}?`), `${sentence}?`);
    });
  });
}
