import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { read } from '../../src/parser/read.ts';
import type { Talk } from '../../src/parser/reading.ts';
import { friday, told } from './sample.ts';

describe('small talk', () => {
  const said: Readonly<Record<Talk, readonly string[]>> = {
    hello: [
      'hi',
      'Hello!',
      'good morning',
      'hey there',
      'Hi, good morning 👋',
      'how are you?',
      '<at>Presence</at> hi',
    ],
    thanks: ['thanks!', 'Thank you so much', 'ok, thanks!', 'thx 🙏', '🙏', 'cheers mate'],
    bye: ['bye', 'see you tomorrow', 'good night'],
    fine: ['ok', 'great', 'lol', '🎉', '👍', '👍🏽', '❤️', 'nice one'],
    drop: ['no', 'never mind', 'nvm', 'forget it', 'no thanks', 'leave it', 'nothing'],
    yes: ['yes', 'yeah', 'yes please', 'that one'],
  };
  for (const [talk, sentences] of Object.entries(said))
    it(`is heard: ${talk}`, () => {
      for (const text of sentences) assert.deepEqual(read(text, friday), { kind: 'none', talk }, text);
    });

  it('is no sentence that says more', () => {
    for (const text of ['hello world', 'ok google', 'no idea', 'yes we can', 'tell me a joke'])
      assert.deepEqual(read(text, friday), { kind: 'none' }, text);
  });

  it('keeps no wish from being read', () => {
    const wishes = { 'hi, busy 1h': 'prefer busy 3600 s', 'thanks, clear': 'clear preferred session' };
    for (const [text, expected] of Object.entries(wishes)) assert.equal(told(text), expected, text);
  });
});

describe('what is asked of any bot', () => {
  const table: Readonly<Record<string, string>> = {
    'who set this?': 'why',
    'who did that': 'why',
    'what changed this': 'why',
    settings: 'meetings',
    'open the settings': 'meetings',
    preferences: 'meetings',
    privacy: 'privacy',
    'privacy policy': 'privacy',
    'what do you do with my data?': 'privacy',
    'what do you know about me': 'exportMe',
    'what can you do': 'help',
  };
  for (const [text, expected] of Object.entries(table))
    it(`leads where it should: ${text}`, () => {
      assert.equal(told(text), expected);
    });
});

describe('a language that no table knows', () => {
  it('is told from the words that it shares with one', () => {
    const strange = ['sono occupato fino alle 15', 'hai voglia di pizza stasera?', 'jestem zajęty do 15'];
    for (const text of strange)
      assert.deepEqual(read(text, { ...friday, locale: 'de-DE' }), { kind: 'none', strange: true }, text);
  });

  it('is not supposed of chat in a known one', () => {
    const known = ['Störung im Rechenzentrum, bitte beachten', 'Drucker funktioniert nicht'];
    for (const text of known)
      assert.deepEqual(read(text, { ...friday, locale: 'de-DE' }), { kind: 'none' }, text);
  });
});
