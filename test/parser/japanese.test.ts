import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { read } from '../../src/parser/read.ts';
import type { Reading } from '../../src/parser/reading.ts';
import { contextOf } from './corpus.ts';

const readJa = (text: string): Reading =>
  read(
    text,
    contextOf({
      text,
      locale: 'ja-JP',
      tz: 'Asia/Tokyo',
      now: '2026-11-20T14:07:00+09:00',
      expect: { kind: 'none' },
    }),
  );

const until = (time: string) => ({ said: 'instant', at: Date.parse(`2026-11-${time}:00+09:00`) });
const endOf = (text: string) => {
  const reading = readJa(text);
  return reading.kind === 'prefer' ? reading.end : reading.kind;
};

describe('what Japanese alone writes', () => {
  it('counts hours on past midnight, but not with a day', () => {
    assert.deepEqual(endOf('25時まで応答不可'), until('21T01:00'));
    assert.deepEqual(endOf('25時半まで応答不可'), until('21T01:30'));
    assert.equal(endOf('明日25時まで応答不可'), 'refuse');
  });

  it('has words for a part of tomorrow', () => {
    assert.deepEqual(endOf('明朝8時まで退席中'), until('21T08:00'));
  });

  it('notes the weekday behind a date, and finds a wrong one', () => {
    assert.deepEqual(endOf('11月24日(火) 17:00まで退席中'), until('24T17:00'));
    assert.equal(endOf('11月24日(水) 17:00まで退席中'), 'refuse');
  });

  it('separates by full-width marks, which have no space beside them', () => {
    assert.deepEqual(endOf('退席中（15時まで）'), until('20T15:00'));
    assert.deepEqual(endOf('応答不可です。15：30まで'), until('20T15:30'));
  });

  it('takes no "two or three" for a decimal', () => {
    for (const text of ['2、3時間取り込み中', '2,3時間取り込み中', '二、三時間取り込み中'])
      assert.equal(endOf(text), 'ask');
  });

  it('leaves the verb at the end out of a message', () => {
    const texts = [
      'メッセージを外出中にして',
      'ステータスメッセージを外出中に設定してください',
      'メッセージ：外出中',
    ];
    for (const text of texts)
      assert.deepEqual(readJa(text), {
        kind: 'message',
        text: '外出中',
        end: { said: 'nothing' },
        assumed: [],
      });
    assert.deepEqual(readJa('メッセージ 外出中 16時まで'), {
      kind: 'message',
      text: '外出中',
      end: until('20T16:00'),
      assumed: [],
    });
  });

  it('takes no question about the message for its text', () => {
    for (const text of ['メッセージは何ですか', 'メッセージを見せて'])
      assert.equal(readJa(text).kind, 'status');
  });
});
