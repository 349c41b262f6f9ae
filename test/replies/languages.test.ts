/** Ends, lengths and sentences in the grammar and by the customs of each language. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { languageTags, localeIn } from '../../src/locales/say.ts';
import {
  atText,
  byText,
  durationText,
  paragraph,
  typedEnd,
  untilChangedText,
  untilText,
  untilTitle,
} from '../../src/replies/phrases.ts';
import { reply } from '../../src/replies/reply.ts';
import type { View } from '../../src/replies/time.ts';

const now = Date.parse('2026-11-20T14:07:00Z');
const [afternoon, oneAtNight, monday, startOfMonday] = [
  '2026-11-20T15:00:00Z',
  '2026-11-21T01:00:00Z',
  '2026-11-23T17:00:00Z',
  '2026-11-30T00:00:00Z',
].map((at) => Date.parse(at)) as [number, number, number, number];

function at(locale: string, zone: string | undefined = 'UTC'): View {
  return { now, zone, locale, explained: { caveats: 9, zones: 9, zone: 'UTC' } };
}

describe('an end is said', () => {
  const said: Readonly<Record<string, readonly [string, string, string]>> = {
    'de-DE': ['bis 15:00 Uhr', 'bis morgen, 1:00 Uhr', 'bis Mo., 23. November, 17:00 Uhr'],
    // The word goes with 24 hours alone.
    'de-US': ['bis 15:00 Uhr', 'bis morgen, 1:00 Uhr', 'bis Mo., 23. November, 17:00 Uhr'],
    'fr-FR': ['jusqu’à 15:00', 'jusqu’à demain, 1:00', 'jusqu’au lun. 23 novembre, 17:00'],
    'es-ES': ['hasta las 15:00', 'hasta mañana a la 1:00', 'hasta el lun, 23 de noviembre a las 17:00'],
    'es-MX': [
      'hasta las 3:00 p.m.',
      'hasta mañana a la 1:00 a.m.',
      'hasta el lun, 23 de noviembre a las 5:00 p.m.',
    ],
    'pt-BR': ['até 15:00', 'até amanhã à 1:00', 'até seg., 23 de novembro, às 17:00'],
    'zh-CN': ['到15:00', '到明天1:00', '到11月23日周一 17:00'],
    'ja-JP': ['15:00まで', '明日1:00まで', '11月23日(月) 17:00まで'],
  };
  for (const [locale, [today, tomorrow, later]] of Object.entries(said))
    it(`by the customs of ${locale}`, () => {
      const found = [afternoon, oneAtNight, monday].map((end) =>
        untilText(end, at(locale)).replaceAll('\u00a0', ' '),
      );
      assert.deepEqual(found, [today, tomorrow, later]);
    });
});

describe('an end to be typed', () => {
  const typed: Readonly<Record<string, readonly string[]>> = {
    'en-GB': ['3:00 PM', 'tomorrow, 1:00 AM', 'Mon 23 Nov, 5:00 PM', 'Mon 30 Nov'],
    'de-DE': ['15:00', 'morgen 1:00', '23. November, 17:00', '30. November, 0:00'],
    'fr-FR': ['15:00', 'demain 1:00', '23 novembre 17:00', '30 novembre 0:00'],
    'es-MX': [
      'las 15:00',
      'mañana a la 1:00',
      'el 23 de noviembre a las 17:00',
      'el 30 de noviembre a las 0:00',
    ],
    'pt-BR': ['15:00', 'amanhã à 1:00', '23 de novembro às 17:00', '30 de novembro às 0:00'],
    'zh-CN': ['15:00', '明天1:00', '11月23日 17:00', '11月30日零点'],
    'ja-JP': ['15:00', '明日 1:00', '11月23日 17:00', '11月30日 0:00'],
  };
  for (const [locale, ends] of Object.entries(typed))
    it(`is on the clock of ${locale}`, () => {
      const found = [afternoon, oneAtNight, monday, startOfMonday].map((end) => typedEnd(end, at(locale)));
      assert.deepEqual(found, ends);
    });
});

it('a length agrees with what stands before it', () => {
  const german: View = { now, zone: undefined, locale: 'de-DE' };
  assert.equal(atText(now + 2 * 86_400_000, german), 'in 2 Tagen');
  assert.equal(atText(now - 2 * 86_400_000, german), 'vor 2 Tagen');
  assert.equal(byText(now + 86_400_000, german), 'in 1 Tag');
  assert.equal(untilText(now + 2 * 86_400_000, german), 'für 2 Tage');
  assert.equal(durationText(5400, at('ja-JP')), '1時間30分');
  assert.equal(durationText(5400, at('zh-CN')), '1小时30分钟');
});

it('sentences are parted by a space where their script does', () => {
  assert.equal(paragraph(['One.', '', 'Two.']), 'One. Two.');
  assert.equal(paragraph(['没有更改。', '可以说 `清除`。']), '没有更改。可以说 `清除`。');
});

describe('no sentence has two full stops, nor the stop of another script', () => {
  for (const tag of languageTags)
    it(`in ${tag}`, () => {
      for (const locale of tag === 'es' ? ['es-ES', 'es-MX'] : [localeIn(tag, '')])
        for (const end of [afternoon, oneAtNight, monday, startOfMonday]) {
          const view = at(locale);
          const because = { kind: 'none', why: 'added', endsAt: end } as const;
          const { text } = reply({ kind: 'nothingToExtend', because }, view);
          const whole = [text, untilTitle(end, view), untilChangedText(end, view)].join('\n');
          assert.doesNotMatch(whole, /\.\.|。\.|\.。|undefined| {2}/, whole);
          if (tag === 'zh-Hans' || tag === 'ja') assert.doesNotMatch(text, /\. |\.$|。 /, text);
        }
    });
});
