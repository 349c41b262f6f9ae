/** In which language to answer: said in any language, and nothing else taken for it. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readLanguageCommand } from '../../src/parser/language-command.ts';
import { read } from '../../src/parser/read.ts';
import { languageTags, localeIn, sayings } from '../../src/locales/say.ts';
import { friday } from './sample.ts';

const said: Readonly<Record<string, string>> = {
  'language German': 'de',
  'Language: german': 'de',
  'set language to French': 'fr',
  'answer in Spanish': 'es',
  'speak Portuguese!': 'pt-BR',
  'reply in chinese': 'zh-Hans',
  'language auto': 'auto',
  'language automatic': 'auto',
  'language de': 'de',
  'language "French"': 'fr',
  'set language to Japanese, please': 'ja',
  'langue français s’il te plaît': 'fr',
  'Sprache Deutsch': 'de',
  'Sprache: Französisch': 'fr',
  'antworte auf Englisch': 'en',
  'antworte mir auf Japanisch': 'ja',
  'Sprache automatisch': 'auto',
  'langue français': 'fr',
  'répondez en anglais': 'en',
  'réponds en allemand': 'de',
  'langue automatique': 'auto',
  'idioma español': 'es',
  'idioma inglés': 'en',
  'responde en alemán': 'de',
  'idioma automático': 'auto',
  'idioma português': 'pt-BR',
  'responda em inglês': 'en',
  'fale português': 'pt-BR',
  '语言 中文': 'zh-Hans',
  语言中文: 'zh-Hans',
  用中文回答: 'zh-Hans',
  请用英语回答: 'en',
  '語言 日語': 'ja',
  '语言 自动': 'auto',
  '言語 日本語': 'ja',
  日本語で答えて: 'ja',
  言語を英語に: 'en',
  日本語にしてください: 'ja',
  ドイツ語で返信: 'de',
  '言語 自動': 'auto',
};

describe('the language of replies', () => {
  for (const [sentence, language] of Object.entries(said))
    it(`is fixed by ${sentence}`, () => {
      assert.deepEqual(read(sentence, friday), { kind: 'language', language });
    });

  it('is fixed by what the catalogues teach', () => {
    for (const tag of languageTags)
      for (const sentence of sayings({ locale: localeIn(tag, '') }, 'command.language.examples'))
        assert.equal(read(sentence, friday).kind, 'language', sentence);
  });

  it('asks which languages there are, where none of them is named', () => {
    for (const sentence of [
      'language',
      'languages?',
      'language klingon',
      'Sprache Klingonisch',
      'langue',
      '语言',
      '言語',
    ])
      assert.deepEqual(readLanguageCommand(sentence), {
        kind: 'refuse',
        refusal: { code: 'noSuchLanguage', words: [] },
      });
  });

  const others = ['German', 'English', '中文', '日本語', 'busy in English class', 'speak', ''];
  const more = [
    'message Deutsch',
    'speak of de',
    'language Japanese and busy 1h',
    'dnd 1h',
    '忙碌1小时',
    '日本語会議中',
    'speak to the German team at 5',
    'auto',
  ];
  for (const sentence of [...others, ...more])
    it(`is not what ${JSON.stringify(sentence)} is about`, () => {
      assert.equal(readLanguageCommand(sentence), undefined);
    });
});
