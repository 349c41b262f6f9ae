import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { read } from '../../src/parser/read.ts';
import type { CalendarCommand } from '../../src/parser/reading.ts';
import { friday } from './sample.ts';

const rule = (
  then: Extract<CalendarCommand, { kind: 'calendarRule' }>['then'],
  when: Extract<CalendarCommand, { kind: 'calendarRule' }>['when'],
): CalendarCommand => ({ kind: 'calendarRule', when, then });

const said: readonly (readonly [string, CalendarCommand])[] = [
  ['dnd during events categorised Focus', rule('doNotDisturb', { category: 'Focus' })],
  ['during events categorized Deep Work set me to busy', rule('busy', { category: 'Deep Work' })],
  ['when an event is categorised "Until 5pm", dnd', rule('doNotDisturb', { category: 'Until 5pm' })],
  ['busy when my calendar says out of office', rule('busy', { outOfOffice: true })],
  ['ask me first before events with more than 10 people', rule('ask', { moreThan: 10 })],
  ['ask me first before meetings with over 3 attendees', rule('ask', { moreThan: 3 })],
  ['away during all-day out of office events', rule('away', { allDay: true, outOfOffice: true })],
  ['busy during events', rule('busy', {})],
  ['ignore tentative', rule('nothing', { tentative: true })],
  ['ignore all-day events', rule('nothing', { allDay: true })],
  ['remove dnd during events categorised Focus', { kind: 'removeCalendarRule', when: { category: 'Focus' } }],
  ['my calendar rules', { kind: 'calendarRules' }],
  ['turn the calendar off', { kind: 'calendarOff' }],
  ['Nicht stören bei Terminen der Kategorie Fokus', rule('doNotDisturb', { category: 'Fokus' })],
  ['Kalender aus', { kind: 'calendarOff' }],
  ['ne pas déranger pendant les événements de catégorie Focus', rule('doNotDisturb', { category: 'Focus' })],
  ['désactiver le calendrier', { kind: 'calendarOff' }],
  ['pregúntame antes de eventos con más de 10 personas', rule('ask', { moreThan: 10 })],
  ['desactivar el calendario', { kind: 'calendarOff' }],
  ['ignorar eventos provisórios', rule('nothing', { tentative: true })],
  ['desativar o calendário', { kind: 'calendarOff' }],
  ['分类为专注的活动期间请勿打扰', rule('doNotDisturb', { category: '专注' })],
  ['关闭日历', { kind: 'calendarOff' }],
  ['カテゴリが集中の予定の間は応答不可', rule('doNotDisturb', { category: '集中' })],
  ['カレンダーをオフにして', { kind: 'calendarOff' }],
];

/** With something in them that no rule can say: they are about something else, or are asked back. */
const others: readonly string[] = [
  'dnd during events categorised Focus until 5',
  'dnd during events tomorrow',
  'no dnd during events',
  "don't set me to busy during events",
  'busy during tentative and declined events',
  'busy and away during events',
  'Bob is busy during events',
  'dnd during events?',
  'busy in meetings',
  'ignore events',
  'ignore me',
  'busy out of office',
  'calendar tomorrow',
  'events',
  'kein nicht stören bei Terminen',
];

describe('what one’s calendar means', () => {
  for (const [text, meant] of said)
    it(`is read from “${text}”`, () => {
      assert.deepEqual(read(text, friday), meant);
    });

  for (const text of others)
    it(`is not read from “${text}”`, () => {
      assert.doesNotMatch(read(text, friday).kind, /^(?:calendar|removeCalendar)/);
    });

  for (const text of [
    'what if dnd during events categorised Focus?',
    'Was wäre, wenn nicht stören bei Terminen der Kategorie Focus',
    '假如分类为“Focus”的活动期间请勿打扰',
  ])
    it(`is only asked about by “${text}”`, () => {
      assert.deepEqual(read(text, friday), {
        kind: 'whatIf',
        of: rule('doNotDisturb', { category: 'Focus' }),
      });
    });
});
