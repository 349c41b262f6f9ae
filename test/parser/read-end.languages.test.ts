/** An end by itself, in the languages that are read in any order. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readEnd } from '../../src/parser/read-end.ts';
import { endTold, friday, guessesTold, spaced } from './sample.ts';

function told(phrase: string, locale: string): string {
  const read = readEnd(phrase, { ...friday, locale });
  if (read.ok) return spaced(endTold(read.end), guessesTold(read.assumed));
  const { reading } = read;
  return reading.kind === 'ask' ? `ask ${reading.question.code}` : `refuse ${reading.refusal.code}`;
}

const nine = 'until 2026-11-21T14:00Z';
const four = 'until 2026-11-20T21:00Z';
const midnight = 'until 2026-11-21T05:00Z (midnight)';

/** By locale: the phrase, and when it ends. */
const ends: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'de-DE': {
    'bis morgen 9 Uhr': nine,
    'morgen 9 Uhr': nine,
    'morgen um 9:00 Uhr, bitte': nine,
    '16 Uhr': four,
    'bis 16:00': four,
    '2 Stunden': '7200 s',
    'für eine halbe Stunde': '1800 s',
    'anderthalb Stunden': '5400 s',
    'bis Montag': 'until 2026-11-23T05:00Z (startOfDay)',
    'Rest des Tages': midnight,
    'until tomorrow 9:00': nine,
    '15m': '900 s',
    'bis 13 Uhr': 'ask justPassed',
    'bis zum Mittagessen': 'ask vagueEnd',
    'für immer': 'refuse forever',
    'beschäftigt 2 Stunden': 'ask leftOver',
    'nicht 2 Stunden': 'ask leftOver',
    'verlängere um 2 Stunden': 'ask leftOver',
    'ab 16 Uhr': 'ask leftOver',
    'in 2 Stunden': 'ask leftOver',
    'bis 16 Uhr für @': 'ask leftOver',
    'bis 16 Uhr?': 'ask leftOver',
  },
  'fr-FR': {
    "jusqu'à demain 9h": nine,
    'demain 9h': nine,
    '16h': four,
    '2 heures': '7200 s',
    'une demi-heure': '1800 s',
    'occupé 2 heures': 'ask leftOver',
  },
  'es-ES': {
    'hasta mañana a las 9:00': nine,
    'hasta las 16:00': four,
    '2 horas': '7200 s',
    'media hora': '1800 s',
    'ocupado 2 horas': 'ask leftOver',
  },
  'pt-BR': {
    'até amanhã às 9:00': nine,
    'até as 16h': four,
    '2 horas': '7200 s',
    'meia hora': '1800 s',
    'ocupado 2 horas': 'ask leftOver',
  },
  'zh-CN': {
    到明天9点: `${nine} (bareHour)`,
    明天9点: `${nine} (bareHour)`,
    下午4点: four,
    '2小时': '7200 s',
    半小时: '1800 s',
    忙碌2小时: 'ask leftOver',
  },
  'ja-JP': {
    明日9時まで: `${nine} (bareHour)`,
    明日の9時: `${nine} (bareHour)`,
    '16時': four,
    '2時間': '7200 s',
    '30分': '1800 s',
    取り込み中2時間: 'ask leftOver',
    '16時から': 'ask leftOver',
    '2時間後': 'ask leftOver',
  },
};

describe('an end by itself in other languages than English', () => {
  for (const [locale, table] of Object.entries(ends))
    it(`${locale}: is read as the form’s field says it`, () => {
      const wrong = Object.entries(table)
        .map(([phrase, expected]) => [phrase, told(phrase, locale), expected])
        .filter(([, found, expected]) => found !== expected);
      assert.deepEqual(wrong, []);
    });

  it('offers ends in its own language', () => {
    const context = { ...friday, locale: 'de-DE' };
    for (const phrase of ['bis zum Mittagessen', 'bis 13 Uhr', '2']) {
      const read = readEnd(phrase, context);
      assert.ok(!read.ok && read.reading.kind === 'ask', phrase);
      const { suggestions } = read.reading.question;
      assert.ok(suggestions.length > 0, phrase);
      for (const suggestion of suggestions) {
        assert.match(suggestion, /Minuten|Stunde|bis/, phrase);
        assert.ok(readEnd(suggestion, context).ok, suggestion);
      }
    }
  });
});
