import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { read } from '../../src/parser/read.ts';
import type { Reading } from '../../src/parser/reading.ts';
import { contextOf } from './corpus.ts';

const readFr = (text: string): Reading =>
  read(
    text,
    contextOf({
      text,
      locale: 'fr-FR',
      tz: 'Europe/Paris',
      now: '2026-11-20T14:07:00+01:00',
      expect: { kind: 'none' },
    }),
  );

const until = (time: string) => ({ said: 'instant', at: Date.parse(`2026-11-${time}:00+01:00`) });
const lasting = (minutes: number) => ({ said: 'duration', seconds: minutes * 60 });
const endOf = (text: string) => {
  const reading = readFr(text);
  if (reading.kind === 'ask') return reading.question.code;
  return 'end' in reading ? reading.end : reading.kind;
};
const statusOf = (text: string) => {
  const reading = readFr(text);
  return reading.kind === 'prefer' ? reading.status : reading.kind;
};

describe('what French shows of all languages', () => {
  it('tells an hour that is a length from one that is a time of day', () => {
    assert.deepEqual(endOf('occupé 1h30'), lasting(90));
    assert.deepEqual(endOf('réunion 2h'), lasting(120));
    assert.equal(endOf('occupé 15h30'), 'startOrEnd');
    assert.equal(endOf('réunion 9h30'), 'startOrEnd');
    assert.equal(endOf('déjeuner 12h'), 'startOrEnd');
    assert.deepEqual(endOf('je reviens vers 15h30'), until('20T15:30'));
    assert.equal(endOf('occupé de 15h à 16h'), 'schedule');
    assert.equal(endOf('occupé 15h-16h'), 'schedule');
  });

  it('takes the other end from a time without a small word', () => {
    assert.deepEqual(endOf('plutôt 16h'), until('20T16:00'));
    assert.deepEqual(endOf('change la fin à 17h'), until('20T17:00'));
  });

  it('knows a part of today in one phrase', () => {
    assert.deepEqual(endOf('occupé cet après-midi'), until('20T18:00'));
    assert.deepEqual(endOf("occupé jusqu'à minuit ce soir"), until('21T00:00'));
  });

  it('reads "next" behind its stretch', () => {
    assert.deepEqual(endOf("absent jusqu'à la semaine prochaine"), until('23T00:00'));
    assert.deepEqual(endOf("absent jusqu'à la fin de la semaine prochaine"), until('30T00:00'));
  });

  it('is sure of an hour that a pattern names', () => {
    assert.deepEqual(endOf("absent jusqu'à lundi midi et demi"), until('23T12:30'));
    assert.equal(endOf("absent jusqu'à midi et demi"), 'justPassed');
  });

  it('leaves the point of a month', () => {
    assert.deepEqual(endOf("absent jusqu'au 27 nov. à midi"), until('27T12:00'));
  });

  it('takes a return as the end of an absence', () => {
    assert.equal(statusOf('parti manger, je reviens dans 45 min'), 'away');
    assert.deepEqual(endOf('parti manger, je reviens dans 45 min'), lasting(45));
    assert.equal(statusOf('je reviens dans 45 min'), 'beRightBack');
  });

  it('makes no change of what only sounds like a wish', () => {
    for (const text of [
      ...['ça ne me dérange pas', 'j’ai mangé pendant une heure', 'je m’occupe de ça jusqu’à 15h'],
      ...['c’est occupé', 'j’ai présenté pendant une heure', 'la salle est libre jusqu’à 16h'],
    ])
      assert.equal(statusOf(text), 'none', text);
    assert.equal(endOf("occupé jusqu'à lundi en huit"), 'notSure');
  });
});
