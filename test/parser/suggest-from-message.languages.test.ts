/** What a message from a chat fills a form with, in the languages that are read in any order. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { suggestFromMessage } from '../../src/parser/suggest-from-message.ts';
import { endTold, friday, guessesTold, spaced } from './sample.ts';

const wednesday = { ...friday, now: Date.parse('2026-11-18T11:07:00-05:00') };

function told(text: string, locale: string): string {
  const { status = '', end, message, assumed } = suggestFromMessage(text, { ...wednesday, locale });
  const when = end === undefined ? '' : endTold(end);
  const said = spaced(status, when, message === undefined ? '' : JSON.stringify(message));
  return said === '' ? 'nothing' : spaced(said, guessesTold(assumed));
}

const four = 'until 2026-11-18T21:00Z';

/** By locale: the message, and what it fills in. */
const messages: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'de-DE': {
    'Hallo zusammen, bin bis 16 Uhr in einer Besprechung': `busy ${four} (meetingAsBusy)`,
    'Bin bis 16 Uhr beschäftigt, aber ruft mich an, wenn es brennt': `busy ${four}`,
    'Ich bin 30 Minuten am Telefon. Danke für eure Geduld!': 'inACall 1800 s',
    'Schreibe am Quartalsbericht; bitte bis 16 Uhr nicht stören': `doNotDisturb ${four}`,
    'bin in 10 Minuten wieder da': 'beRightBack 600 s',
    'Anna ist bis 16 Uhr beschäftigt': 'nothing',
    'bist du bis 16 Uhr beschäftigt?': 'nothing',
    'gestern war ich beschäftigt': 'nothing',
    'Das Treffen findet in Raum 15 statt': 'nothing',
    'nicht stören bis 16 Uhr. Gleich zurück bis 17 Uhr': 'nothing',
  },
  'fr-FR': {
    "Bonjour à tous, je suis en réunion jusqu'à 16h": `busy ${four} (meetingAsBusy)`,
    "Je suis occupé jusqu'à 16h, mais appelez-moi si c'est urgent": `busy ${four}`,
    "Anna est occupée jusqu'à 16h": 'nothing',
  },
  'es-ES': {
    'Hola a todos, estoy en una reunión hasta las 16:00': `busy ${four} (meetingAsBusy)`,
    'Estoy ocupado hasta las 16:00, pero llamadme si es urgente': `busy ${four}`,
    'Estoy ocupado hasta las cuatro y media de la tarde': 'busy until 2026-11-18T21:30Z',
    'Ana está ocupada hasta las 16:00': 'nothing',
  },
  'pt-BR': {
    'Oi pessoal, estou em reunião até as 16h': `busy ${four} (meetingAsBusy)`,
    'Estou ocupado até as 16h, mas me ligue se for urgente': `busy ${four}`,
    'Ana está ocupada até as 16h': 'nothing',
  },
  'zh-CN': {
    '大家好，我在开会到下午4点': `busy ${four} (meetingAsBusy)`,
    '我忙到下午4点。有急事请打电话': `busy ${four}`,
    小王忙到下午4点: 'nothing',
  },
  'ja-JP': {
    '皆さん、16時まで会議中です': `busy ${four} (meetingAsBusy)`,
    '16時まで取り込み中です。緊急の場合は電話してください': `busy ${four}`,
    田中さんは16時まで取り込み中です: 'nothing',
  },
};

describe('a message from a chat in other languages than English', () => {
  for (const [locale, table] of Object.entries(messages))
    it(`${locale}: fills a form with the status and the end it speaks of`, () => {
      const wrong = Object.entries(table)
        .map(([text, expected]) => [text, told(text, locale), expected])
        .filter(([, found, expected]) => found !== expected);
      assert.deepEqual(wrong, []);
    });
});
