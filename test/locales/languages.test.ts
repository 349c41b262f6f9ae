/** Every language says all that English says, with the same arguments, and nothing of it in English. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import {
  languageOf,
  languageTags,
  localeIn,
  say,
  type Key,
  type LanguageTag,
} from '../../src/locales/say.ts';
import { argumentsOf, catalogueOf, parsed } from './catalogues.ts';

const english = catalogueOf('en');
const others = languageTags.filter((tag) => tag !== 'en');
/** What articles agree with: a language may take these where English does not. */
const grammar = new Set(['hour', 'typedHour']);

describe('a locale is spoken to', () => {
  const spoken: Readonly<Record<string, LanguageTag>> = {
    'en-US': 'en',
    'en-AU': 'en',
    'de-CH': 'de',
    de: 'de',
    'fr-CA': 'fr',
    'es-419': 'es',
    'pt-BR': 'pt-BR',
    'pt-PT': 'pt-BR',
    'zh-CN': 'zh-Hans',
    'zh-TW': 'zh-Hans',
    'zh-Hant-HK': 'zh-Hans',
    JA_jp: 'ja',
    // Nothing of theirs is spoken: not even where two letters would be.
    'it-IT': 'en',
    'den-CA': 'en',
    frr: 'en',
    '': 'en',
    '💬': 'en',
  };
  for (const [locale, tag] of Object.entries(spoken))
    it(`in ${tag}: ${JSON.stringify(locale)}`, () => {
      assert.equal(languageOf(locale), tag);
    });

  it('with the customs of their own region where it is theirs, and of the language’s where not', () => {
    assert.equal(localeIn('de', 'de-AT'), 'de-AT');
    assert.equal(localeIn('de', 'en-US'), 'de-DE');
    assert.equal(localeIn('zh-Hans', 'zh-TW'), 'zh-TW');
    assert.equal(localeIn('en', 'it-IT'), 'it-IT');
    assert.equal(localeIn('en', 'ja-JP'), 'en-US');
  });
});

/** Every way through a message's selects and plurals, with values that can be found again. */
function* samplesOf(key: string): Generator<Record<string, string | number>> {
  let all: Record<string, string | number>[] = [{}];
  const taken = new Map<string, string>();
  for (const tag of languageTags) argumentsOf(catalogueOf(tag)[key] ?? '', tag, taken);
  for (const [name, type] of taken) {
    const values =
      type === 'string'
        ? [`‹${name}›`]
        : type === 'number'
          ? [1, 2, 5000]
          : type.replaceAll("'", '').split(' | ');
    all = all.flatMap((sample) => values.map((value) => ({ ...sample, [name]: value })));
  }
  yield* all;
}

/** The arguments that a message names. */
function named(said: string): ReadonlySet<string> {
  return new Set(said.match(/‹\w+›/g));
}

/** The words that a language shares with English, or takes from Microsoft's own names and from JSON. */
const shared: Readonly<Partial<Record<LanguageTag, readonly string[]>>> = {
  de: ['location.remote', 'time.in'],
  fr: ['button.extend', 'picker.15m', 'picker.30m'],
  es: ['button.extend'],
  'pt-BR': ['button.extend'],
  'zh-Hans': ['export.file'],
  ja: ['export.file'],
};
/** Nothing but arguments and marks, or a JSON body. */
const wordless = /^(?:[^\p{L}]|\{\w+\})*$/u;

for (const tag of others) {
  const messages = catalogueOf(tag);
  describe(`the catalogue in ${tag}`, () => {
    it('has the English keys, in their order', () => {
      assert.deepEqual(Object.keys(messages), Object.keys(english));
    });

    it('takes the same arguments, with the same choices', () => {
      for (const [key, text] of Object.entries(english)) {
        const own = [...argumentsOf(messages[key] ?? '', tag)].filter(([name]) => !grammar.has(name)).sort();
        assert.deepEqual(own, [...argumentsOf(text, 'en')].sort(), key);
      }
    });

    it('can be formatted, whatever is chosen, and says all that it is given', () => {
      for (const [key, text] of Object.entries(messages)) {
        const [own, theirs] = [parsed(text, tag), parsed(english[key] ?? '', 'en')];
        for (const sample of samplesOf(key)) {
          const said = String(own.format(sample));
          const inEnglish = String(theirs.format(sample));
          assert.deepEqual(named(said), named(inEnglish), `${key}: ${said}`);
        }
        // What has no argument is said as it stands: then nothing in it may be ICU's.
        if (!text.includes('{')) assert.equal(parsed(text, tag).format(), text, key);
      }
    });

    it('lists as much as English', () => {
      for (const [key, text] of Object.entries(english)) {
        if (key.endsWith('.examples')) continue;
        assert.equal(messages[key]?.split(' | ').length, text.split(' | ').length, key);
      }
    });

    it('keeps code, emphasis and links as they are', () => {
      for (const [key, text] of Object.entries(english)) {
        const count = (whole: string | undefined, mark: string) => (whole ?? '').split(mark).length;
        for (const mark of ['**', '`'])
          assert.equal(count(messages[key], mark) % 2, count(text, mark) % 2, `${key} ${mark}`);
        assert.equal((messages[key] ?? '').includes('**'), text.includes('**'), key);
      }
    });

    it('has no English left', () => {
      const same = Object.entries(messages)
        .filter(([key, text]) => text === english[key] && !wordless.test(text))
        .map(([key]) => key)
        .filter((key) => key !== 'command.pasted.examples' && shared[tag]?.includes(key) !== true);
      assert.deepEqual(same, []);
      const words = /\b(?:the|you|your|this|that|with|and)\b/i;
      const left = Object.entries(messages).filter(([, text]) => words.test(text));
      assert.deepEqual(left, []);
    });

    it('names every status by a name of its own', () => {
      const own = ['available', 'busy', 'doNotDisturb', 'beRightBack', 'away', 'offline'];
      const sessions = ['inACall', 'inAConferenceCall', 'presenting', 'sessionAway', 'unknown'];
      const names = [...own, ...sessions].map((id) => messages[`label.${id}`]);
      assert.equal(new Set(names).size, names.length, names.join());
    });

    it('ends no sentence in a full stop of another script', () => {
      const wide = tag === 'zh-Hans' || tag === 'ja';
      for (const [key, text] of Object.entries(messages)) {
        if (key.endsWith('.examples')) continue;
        if (wide) assert.doesNotMatch(text, /[\p{sc=Han}\p{sc=Kana}\p{sc=Hira}]\.(?:\s|$)/u, key);
        else assert.doesNotMatch(text, /[。，：；！？]/, key);
      }
    });

    it('is said by `say`', () => {
      assert.equal(say({ locale: localeIn(tag, '') }, 'nothingChanged'), messages.nothingChanged);
    });
  });
}

it('a catalogue that nobody needs is not read', () => {
  const source = readFileSync(new URL('../../src/locales/say.ts', import.meta.url), 'utf8');
  assert.deepEqual(source.match(/from '\.\/[\w-]+\.json'/g), ["from './en.json'"]);
  const keys: readonly Key[] = ['nothingChanged'];
  assert.ok(keys.every((key) => key in english));
});
