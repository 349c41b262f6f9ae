/** Rules for meetings in the languages that are read in any order. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { read } from '../../src/parser/read.ts';
import { friday } from './sample.ts';

function told(text: string, locale: string): string {
  const reading = read(text, { ...friday, locale });
  if (reading.kind === 'meetingRule') return `${reading.when.join(' ')}: ${reading.then}`;
  return reading.kind === 'ask' ? `ask ${reading.question.code}` : reading.kind;
}

/** By locale: the sentence, and what it sets. */
const rules: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'de-DE': {
    'wenn ich an einer Besprechung teilnehme, setz mich auf beschäftigt': 'join: inAConferenceCall',
    'Setze mich auf nicht stören, sobald ich präsentiere!': 'present: presenting',
    'setz mich, wenn ich ein Meeting starte, auf präsentiert': 'start: presenting',
    'frag mich bitte vorher wenn ich in ein Meeting gehe': 'join: ask',
    'immer wenn ich präsentiere, dann automatisch nicht stören': 'present: presenting',
    'wenn ich präsentiere, mach nichts': 'present: nothing',
    'kannst du mich auf beschäftigt setzen, wenn ich an Besprechungen teilnehme?': 'join: inAConferenceCall',
    'wenn ich an einer Besprechung teilnehme, beschäftigt?': 'ask notSure',
    'wenn ich an einer Besprechung teilnehme, abwesend': 'ask notSure',
  },
  'fr-FR': {
    'quand je présente, mets-moi en ne pas déranger': 'present: presenting',
    "demande-moi d'abord lorsque j'assiste à une réunion": 'join: ask',
    'mets-moi en occupé quand je démarre une réunion': 'start: inAConferenceCall',
    'ne fais rien quand je rejoins une réunion': 'join: nothing',
  },
  'es-ES': {
    'cuando presente, ponme en no molestar': 'present: presenting',
    'pregúntame cuando inicie una reunión': 'start: ask',
    'ponme ocupado cada vez que entre en una reunión': 'join: inAConferenceCall',
    'no hagas nada cuando presente': 'present: nothing',
  },
  'pt-BR': {
    'quando eu apresentar, me coloque como não incomodar': 'present: presenting',
    'me pergunte antes quando eu iniciar uma reunião': 'start: ask',
    'ocupado sempre que eu participar de uma reunião': 'join: inAConferenceCall',
    'não faça nada quando eu apresentar': 'present: nothing',
  },
  'zh-CN': {
    每次我参加会议时把我设为忙碌: 'join: inAConferenceCall',
    我演示的时候请勿打扰: 'present: presenting',
    '我发起会议时，先问我': 'start: ask',
    我加入会议时什么都不做: 'join: nothing',
  },
  'ja-JP': {
    会議に参加するときは応答不可にして: 'join: presenting',
    会議を始めたら取り込み中にして: 'start: inAConferenceCall',
    会議に入ったら先に聞いて: 'join: ask',
    発表するときは何もしないで: 'present: nothing',
  },
};

/** More than a rule says, or less: nothing is changed by them. */
const none: Readonly<Record<string, readonly string[]>> = {
  'de-DE': [
    'wenn ich an einer Besprechung teilnehme',
    'wenn ich an einer Besprechung teilnehme, setz @ auf beschäftigt',
    'wenn ich an einer Besprechung teilnehme, setz mich nicht auf beschäftigt',
    'wenn ich präsentiere, beschäftigt bis 15 Uhr',
    'wenn ich präsentiere oder abwesend bin, beschäftigt',
    'wenn Anna an einer Besprechung teilnimmt, setz mich auf beschäftigt',
    'wenn ich an einer Besprechung teilnehme, warum bin ich beschäftigt',
    'falls ich an einer Besprechung teilnehme, vielleicht beschäftigt',
  ],
  'fr-FR': ['quand je présente, ne me mets pas en occupé', 'quand Anna présente, occupé'],
  'es-ES': ['cuando presente, no me pongas ocupado', 'cuando Ana presente, ocupado'],
  'pt-BR': ['quando eu apresentar, não me coloque como ocupado', 'quando Ana apresentar, ocupado'],
  'zh-CN': ['我加入会议时不要设为忙碌', '小王加入会议时设为忙碌'],
  'ja-JP': ['会議に参加したら取り込み中にしないで', '田中さんが会議に参加したら取り込み中にして'],
};

describe('rules for meetings', () => {
  for (const [locale, sentences] of Object.entries(rules))
    it(`${locale}: are read in any order`, () => {
      for (const [text, expected] of Object.entries(sentences))
        assert.equal(told(text, locale), expected, text);
    });

  for (const [locale, sentences] of Object.entries(none))
    it(`${locale}: are nothing that says more or less`, () => {
      for (const text of sentences) assert.match(told(text, locale), /^(ask|refuse|none|status|why)/, text);
    });

  it('of states that no rule sets are asked about, with some that one does', () => {
    const reading = read('wenn ich an einer Besprechung teilnehme, abwesend', { ...friday, locale: 'de-DE' });
    assert.ok(reading.kind === 'ask');
    assert.equal(reading.question.suggestions.length, 3);
  });
});
