import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { read } from '../../src/parser/read.ts';
import type { Reading } from '../../src/parser/reading.ts';
import { contextOf } from './corpus.ts';

const readPt = (text: string): Reading =>
  read(
    text,
    contextOf({
      text,
      locale: 'pt-BR',
      tz: 'America/Sao_Paulo',
      now: '2026-11-24T14:07:00-03:00',
      expect: { kind: 'none' },
    }),
  );

const until = (time: string) => ({ said: 'instant', at: Date.parse(`2026-11-${time}:00-03:00`) });
const endOf = (text: string) => {
  const reading = readPt(text);
  if (reading.kind === 'ask') return reading.question.code;
  return 'end' in reading ? reading.end : reading.kind;
};
const statusOf = (text: string) => {
  const reading = readPt(text);
  return reading.kind === 'prefer' ? reading.status : reading.kind;
};

describe('Brazilian Portuguese beyond its corpus', () => {
  it('reads "e meia" behind any hour as half past', () => {
    assert.deepEqual(endOf('ocupado até as vinte e meia'), until('24T20:30'));
    assert.deepEqual(endOf('ocupado até segunda ao meio-dia e meia'), until('30T12:30'));
  });

  it('counts back from noon', () => {
    assert.deepEqual(endOf('ocupado até cinco para o meio-dia'), until('25T11:55'));
    assert.deepEqual(endOf('ocupado até dez para a meia-noite'), until('24T23:50'));
  });

  it('knows the whole of a day or a part of it, said behind it', () => {
    assert.deepEqual(endOf('ocupado o dia todo'), until('25T00:00'));
    assert.deepEqual(endOf('ocupado a tarde inteira'), until('24T18:00'));
    assert.deepEqual(endOf('ocupado esta tarde'), until('24T18:00'));
    assert.equal(endOf('ocupado amanhã o dia todo'), 'schedule');
    assert.equal(endOf('ocupado todo dia'), 'vagueEnd');
  });

  it('asks about an hour of which nobody can tell the half of the day', () => {
    assert.equal(endOf('ocupado até 8 horas'), 'whichHour');
    assert.equal(endOf('ocupado até quatro horas'), 'whichHour');
    assert.deepEqual(endOf('ocupado até 16 horas em ponto'), until('24T16:00'));
  });

  it('takes wishes to be left alone for what they are, in chat spelling too', () => {
    for (const text of ['n perturbe', 'ñ me incomodem', 'n quero ser incomodado', 'não liguem pra mim'])
      assert.equal(statusOf(text), 'doNotDisturb', text);
    assert.equal(statusOf('não ligue o não perturbe'), 'ask');
  });

  it('reads no state in what is said to somebody, or of another time', () => {
    for (const text of [
      'me liga no celular',
      'saí rapidinho ontem',
      'ele foi no banheiro',
      'não vou almoçar',
    ])
      assert.ok(['ask', 'refuse', 'none'].includes(readPt(text).kind), text);
  });

  it('turns rules for meetings off, and a pause of them', () => {
    assert.equal(readPt('reuniões desativar').kind, 'meetingRule');
    assert.equal(readPt('terminar pausa').kind, 'resumeMeetings');
  });
});
