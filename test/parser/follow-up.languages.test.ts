/** Answers to questions, in the languages that are read in any order. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { askedAbout, readFollowUp } from '../../src/parser/follow-up.ts';
import { read } from '../../src/parser/read.ts';
import { friday, spaced, summary } from './sample.ts';

function after(said: string, answer: string, locale: string): string {
  const context = { ...friday, locale };
  const first = { reading: read(said, context), said };
  const { reading } = first;
  assert.ok(reading.kind === 'ask', `${said} asks: ${summary(reading)}`);
  const found = readFollowUp(askedAbout(first, reading.question, context), answer, context).reading;
  return found.kind === 'none' ? spaced('none', found.talk ?? '') : summary(found);
}

/** By locale and by the sentence that is asked about: the answer, and what it comes to. */
const answers: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>> = {
  'de-DE': {
    'nicht stören für 2': {
      Stunden: 'prefer doNotDisturb 7200 s',
      'Stunden, bitte': 'prefer doNotDisturb 7200 s',
      '3 Stunden': 'prefer doNotDisturb 10800 s',
      'mach daraus 3 Stunden': 'prefer doNotDisturb 10800 s',
      'bis 16 Uhr': 'prefer doNotDisturb until 2026-11-20T21:00Z',
      'die erste': 'prefer doNotDisturb 120 s',
      nein: 'none drop',
      2: 'ask bareNumber',
      'abwesend 1 Stunde': 'prefer away 3600 s',
    },
    'beschäftigt bis mittagessen': {
      '1 Stunde': 'prefer busy 3600 s',
      'eine halbe Stunde': 'prefer busy 1800 s',
      'bis 16 Uhr': 'prefer busy until 2026-11-20T21:00Z',
      '16 Uhr': 'prefer busy until 2026-11-20T21:00Z',
      'die letzte': 'prefer busy 7200 s',
      10: 'ask vagueEnd',
      Stunden: 'ask vagueEnd',
    },
    'beschäftigt bis 14 Uhr': { morgen: 'prefer busy until 2026-11-21T19:00Z' },
    'bis 17 Uhr': { beschäftigt: 'prefer busy until 2026-11-20T22:00Z' },
    'beschäftigt oder abwesend': {
      'das zweite': 'prefer away',
      abwesend: 'prefer away',
      ja: 'ask twoStatuses',
    },
    'nicht beschäftigt': { ok: 'ask negated' },
    'was wäre wenn nicht stören für 2': {
      Stunden: 'what if prefer doNotDisturb 7200 s',
      'die zweite': 'what if prefer doNotDisturb 7200 s',
    },
  },
  'fr-FR': {
    'ne pas déranger pendant 2': {
      heures: 'prefer doNotDisturb 7200 s',
      "jusqu'à 16h": 'prefer doNotDisturb until 2026-11-20T21:00Z',
      'la première': 'prefer doNotDisturb 120 s',
      non: 'none drop',
    },
    'occupé ou absent': { 'le deuxième': 'prefer away', absent: 'prefer away' },
  },
  'es-ES': {
    'no molestar por 2': {
      horas: 'prefer doNotDisturb 7200 s',
      'hasta las 16:00': 'prefer doNotDisturb until 2026-11-20T21:00Z',
      'la primera': 'prefer doNotDisturb 120 s',
      no: 'none drop',
    },
    'ocupado o ausente': { 'el segundo': 'prefer away', ausente: 'prefer away' },
  },
  'pt-BR': {
    'não incomodar por 2': {
      horas: 'prefer doNotDisturb 7200 s',
      'até as 16h': 'prefer doNotDisturb until 2026-11-20T21:00Z',
      'a primeira': 'prefer doNotDisturb 120 s',
      não: 'none drop',
    },
    'ocupado ou ausente': { 'o segundo': 'prefer away', ausente: 'prefer away' },
  },
  'zh-CN': {
    '请勿打扰 2': {
      小时: 'prefer doNotDisturb 7200 s',
      到16点: 'prefer doNotDisturb until 2026-11-20T21:00Z',
      第一个: 'prefer doNotDisturb 120 s',
      算了: 'none drop',
    },
    忙碌还是离开: { 第二个: 'prefer away', 离开: 'prefer away' },
    忙碌到14点: { 明天: 'prefer busy until 2026-11-21T19:00Z' },
  },
  'ja-JP': {
    '応答不可 2': {
      時間: 'prefer doNotDisturb 7200 s',
      '16時まで': 'prefer doNotDisturb until 2026-11-20T21:00Z',
      最初: 'prefer doNotDisturb 120 s',
      いいえ: 'none drop',
    },
    取り込み中または退席中: { 二つ目: 'prefer away', 退席中: 'prefer away' },
    '14時まで取り込み中': {
      明日: 'prefer busy until 2026-11-21T19:00Z',
      はい: 'prefer busy until 2026-11-21T19:00Z',
    },
  },
};

describe('answers in other languages than English', () => {
  for (const [locale, table] of Object.entries(answers))
    it(`${locale}: complete what was asked about, or drop it`, () => {
      const wrong: string[] = [];
      for (const [said, each] of Object.entries(table))
        for (const [answer, expected] of Object.entries(each)) {
          const found = after(said, answer, locale);
          if (found !== expected) wrong.push(`${said} – ${answer}: ${found}, not ${expected}`);
        }
      assert.deepEqual(wrong, []);
    });

  it('in English are answers as well', () => {
    assert.equal(after('nicht stören für 2', 'hours', 'de-DE'), 'prefer doNotDisturb 7200 s');
    assert.equal(after('nicht stören für 2', 'the first', 'de-DE'), 'prefer doNotDisturb 120 s');
    assert.equal(after('dnd for 2', 'die erste', 'en-US'), 'prefer doNotDisturb 120 s');
  });
});
