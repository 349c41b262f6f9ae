/** Questions about a colleague, in the languages that are read in any order. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readAbout } from '../../src/parser/about-colleague.ts';
import { friday } from './sample.ts';

const anna = '<at>Anna Salz</at>';

/** By locale; `@` stands for the mention. */
const questions: Readonly<Record<string, readonly string[]>> = {
  'de-DE': [
    'ist @ frei?',
    'Ist @ gerade verfügbar',
    'wie ist der Status von @?',
    'zeig mir den Status von @',
    'Presence, wo ist @?',
    '@ da?',
    'hat @ Zeit?',
    'ist @ in einer Besprechung?',
    '@?',
  ],
  'fr-FR': [
    'quel est le statut de @ ?',
    'est-ce que @ est disponible ?',
    'où est @ ?',
    '@ est libre ?',
    '@ est-elle disponible',
  ],
  'es-ES': ['¿está @ disponible?', '¿cuál es el estado de @?', '¿dónde está @?', '¿@ está libre?'],
  'pt-BR': ['@ está disponível?', 'qual é o status de @?', 'onde está @?', 'cadê @?'],
  'zh-CN': ['@ 在吗？', '@ 有空吗', '@ 的状态', '@在忙什么？', '查看 @ 的状态'],
  'ja-JP': [
    '@ は空いていますか？',
    '@さんのステータスを教えて',
    '@ はどこですか',
    '@さんはいますか',
    '@ のステータス',
  ],
};

const others: Readonly<Record<string, readonly string[]>> = {
  'de-DE': [
    'setz @ auf beschäftigt',
    '@ ist beschäftigt',
    'sag @, dass ich beschäftigt bin',
    'ist @ frei bis 15 Uhr?',
    'ist @ frei? setz mich auf abwesend',
    'Status von @ und mir',
    '@',
    'beschäftigt @',
    'lösche den Status von @',
    'setz den Status von @ auf frei',
    '@ beschäftigt',
  ],
  'fr-FR': ['mets @ en occupé', '@ est occupé', 'efface le statut de @', '@ occupé'],
  'es-ES': ['pon a @ ocupado', '@ está ocupado', 'borra el estado de @', '@ ocupado'],
  'pt-BR': ['coloque @ como ocupado', '@ está ocupado', 'limpe o status de @', '@ ocupado'],
  'zh-CN': ['把 @ 设为忙碌', '@ 忙碌', '清除 @ 的状态', '@'],
  'ja-JP': ['@ を取り込み中にして', '@ は取り込み中', '@ のステータスを消して', '@'],
};

const about = (text: string, locale: string) =>
  readAbout(text.replace('@', anna), anna, { ...friday, locale });

describe('a question about a colleague in other languages than English', () => {
  for (const [locale, texts] of Object.entries(questions))
    it(`${locale}: asks for their status`, () => {
      assert.deepEqual(
        texts.filter((text) => !about(text, locale)),
        [],
      );
    });

  for (const [locale, texts] of Object.entries(others))
    it(`${locale}: is nothing that could be a wish, or says anything more`, () => {
      assert.deepEqual(
        texts.filter((text) => about(text, locale)),
        [],
      );
    });
});
