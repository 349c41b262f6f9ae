import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { read } from '../../src/parser/read.ts';
import { readRow, rowsOf } from './corpus.ts';
import { friday } from './sample.ts';
import { verdictOf } from './schedules.ts';

for (const name of ['schedules.jsonl', 'schedules-held-out.jsonl'])
  describe(`sentences about time ahead in ${name}`, () => {
    for (const locale of [...new Set(rowsOf(name).map((row) => row.locale.slice(0, 2)))])
      it(`${locale}: read right, and nothing done that was not meant`, (test) => {
        const rows = rowsOf(name).filter((row) => row.locale.startsWith(locale));
        const verdicts = rows.map((row) => ({ row, verdict: verdictOf(row) }));
        const count = (one: string) => verdicts.filter(({ verdict }) => verdict === one).length;
        test.diagnostic(
          `${name} ${locale}: ${count('right')} of ${rows.length} right, ${count('asked')} asked, ${count('wrong')} wrong, ${count('unsafe')} unsafe`,
        );
        const wrong = verdicts
          .filter(({ verdict }) => verdict !== 'right')
          .map(({ row, verdict }) => `${verdict} ${row.text} read as ${JSON.stringify(readRow(row))}`);
        assert.equal(count('unsafe'), 0, wrong.join('\n'));
        // Rules for the calendar are no schedules.
        const own = rows.filter(({ expect }) => expect.kind !== 'calendarRule').length;
        assert.ok(count('right') >= (locale === 'en' ? 0.95 : 0.9) * own, wrong.join('\n'));
      });
  });

const weekdays = { rrule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR' };

/** What is said of schedules that there are, and what of them is meant. */
const managed: readonly (readonly [text: string, locale: string, reading: unknown])[] = [
  ...['remove', 'stop', 'cancel', 'no more'].map(
    (verb) =>
      [`${verb} dnd every weekday`, 'en-US', removal({ status: 'doNotDisturb', ...weekdays })] as const,
  ),
  [
    'cancel busy on Mondays 9-12',
    'en-US',
    removal({ status: 'busy', rrule: 'FREQ=WEEKLY;BYDAY=MO', from: '09:00', to: '12:00' }),
  ],
  ['clear all my dnd schedules', 'en-US', removal({ every: true, status: 'doNotDisturb' })],
  [
    'cancel dnd tomorrow',
    'en-US',
    { kind: 'skipSchedule', which: { status: 'doNotDisturb' }, on: '2026-11-21' },
  ],
  ['werktags nicht stören löschen', 'de-DE', removal({ status: 'doNotDisturb', ...weekdays })],
  ['删除每个工作日的请勿打扰', 'zh-CN', removal({ status: 'doNotDisturb', ...weekdays })],
  ['平日の応答不可を削除', 'ja-JP', removal({ status: 'doNotDisturb', ...weekdays })],
  ['取消免打扰时段', 'zh-CN', removal({ quietHours: true })],
  ['静かな時間を削除して', 'ja-JP', removal({ quietHours: true })],
  ['quiet hours off', 'en-US', pauseOf({ quietHours: true })],
  ['turn quiet hours off', 'en-US', pauseOf({ quietHours: true })],
  ['désactive les heures calmes', 'fr-FR', pauseOf({ quietHours: true })],
  ['静かな時間をオフ', 'ja-JP', pauseOf({ quietHours: true })],
  [
    'pause dnd until Monday',
    'en-US',
    pauseOf(
      { status: 'doNotDisturb' },
      { until: { said: 'instant', at: 1_795_410_000_000 }, assumed: [{ code: 'startOfDay' }] },
    ),
  ],
  // What is set now is as much a thing to remove.
  ['remove dnd', 'en-US', { kind: 'clear', slots: ['session', 'preferred'], named: 'doNotDisturb' }],
];

function removal(which: object) {
  return { kind: 'removeSchedule', which };
}
function pauseOf(which: object, more: object = { until: { said: 'nothing' }, assumed: [] }) {
  return { kind: 'pauseSchedules', which, ...more };
}

describe('what is said of schedules that there are', () => {
  for (const [text, locale, reading] of managed)
    it(`is about those that it names: ${text}`, () => {
      assert.deepEqual(read(text, { ...friday, locale }), reading);
    });
});

const monthly = (day: number) => ({
  kind: 'recurring',
  rrule: `FREQ=MONTHLY;BYMONTHDAY=${day}`,
  from: '09:00',
  to: '11:00',
});
const days = (from: string, to: string) => ({
  kind: 'once',
  startsAt: Date.parse(`${from}T00:00:00-05:00`),
  endsAt: Date.parse(`${to}T00:00:00-05:00`),
});

describe('days that are said as a whole, and days of the month', () => {
  for (const [text, locale, timing] of [
    ['away next week', 'en-US', days('2026-11-23', '2026-11-30')],
    ['dnd all weekend', 'en-US', days('2026-11-21', '2026-11-23')],
    ['nächste Woche abwesend', 'de-DE', days('2026-11-23', '2026-11-30')],
    ['本周末离开', 'zh-CN', days('2026-11-21', '2026-11-23')],
    ['busy 9-11 on the 1st of every month', 'en-US', monthly(1)],
    ['busy every month on the 15th 9-11', 'en-US', monthly(15)],
    ['busy on the last day of the month 9-11', 'en-US', monthly(-1)],
    ['beschäftigt am 1. jedes Monats von 9 bis 11 Uhr', 'de-DE', monthly(1)],
    ['occupé le 1er de chaque mois de 9h à 11h', 'fr-FR', monthly(1)],
    ['ocupado el 1 de cada mes de 9 a 11', 'es-ES', monthly(1)],
    ['ocupado no dia 1 de cada mês das 9h às 11h', 'pt-BR', monthly(1)],
    ['每月1号9点到11点忙碌', 'zh-CN', monthly(1)],
    ['毎月1日9時から11時まで取り込み中', 'ja-JP', monthly(1)],
  ] as const)
    it(`are read: ${text}`, () => {
      const reading = read(text, { ...friday, locale });
      assert.ok(reading.kind === 'schedule', JSON.stringify(reading));
      assert.deepEqual(reading.timing, timing);
    });
});

describe('a time that comes again and again without an end', () => {
  for (const text of ['brb every day at 10:30', 'dnd every weekday at 9', 'offline every Friday at 4pm'])
    it(`is asked for: ${text}`, () => {
      const reading = read(text, friday);
      assert.ok(reading.kind === 'ask', JSON.stringify(reading));
      const [first] = reading.question.suggestions;
      assert.ok(first !== undefined && read(first, friday).kind === 'schedule', first);
    });

  it('is the usual hour of what lasts no longer', () => {
    assert.equal(read('in a call every Monday at 9', friday).kind, 'schedule');
  });
});
