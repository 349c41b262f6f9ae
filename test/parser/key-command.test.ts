/** What is said about personal keys, in each language. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { told } from './sample.ts';

const lists = [
  'keys',
  'My keys.',
  'show me my keys',
  'meine Schlüssel',
  'Schlüssel',
  'mes clés',
  'mis claves',
];
/** Whoever wants one ended, or has lost it, gets the list with its buttons, and never another one. */
const ends = [
  'key is lost',
  'my key was stolen',
  'key off',
  'keys are lost',
  'remove key Lamp',
  'delete all my keys',
  'I lost my key',
  'Schlüssel löschen',
  'Schlüssel ist weg',
  'supprimez mes clés',
  'clave perdida',
  '删除密钥',
  'キーを削除',
];
const more = ['minhas chaves', 'キー一覧', 'キー', '我的密钥', '密钥', '我的金鑰'];

/** With the name that the key gets. */
const makes: Readonly<Record<string, string>> = {
  key: '',
  'new key': '',
  'key Stream Deck': 'Stream Deck',
  'Key for Home Assistant': 'Home Assistant',
  'create a key "Busy light"': 'Busy light',
  'please new key': '',
  'neuer Schlüssel': '',
  'Schlüssel Stream Deck': 'Stream Deck',
  'erstelle einen Schlüssel für Büro-Taste': 'Büro-Taste',
  'nouvelle clé': '',
  'clé Stream Deck': 'Stream Deck',
  'nueva clave para Stream Deck': 'Stream Deck',
  'crie uma chave Stream Deck': 'Stream Deck',
  新しいキー: '',
  'キー Stream Deck': 'Stream Deck',
  新密钥: '',
  '密钥 Stream Deck': 'Stream Deck',
};

describe('personal keys', () => {
  for (const said of [...lists, ...more, ...ends])
    it(`“${said}” lists them`, () => {
      assert.equal(told(said), '{"kind":"keys"}');
    });

  for (const [said, name] of Object.entries(makes))
    it(`“${said}” makes one`, () => {
      assert.equal(told(said), JSON.stringify({ kind: 'key', name }));
    });

  const others = ['key?', 'key dnd until 3', 'key busy 1h', 'the key is under the mat', 'key is under the mat', 'key not working', 'keynote', `key ${'x'.repeat(41)}`]; // prettier-ignore
  for (const said of others)
    it(`“${said}” is about something else`, () => {
      assert.doesNotMatch(told(said), /"kind":"key/);
    });
});
