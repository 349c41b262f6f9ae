/** Asks whoever is in another time zone now whether what they keep goes by the clock there. */

import { say } from '../locales/say.ts';
import type { ZoneQuestion } from '../presence/schedule.ts';
import type { NoticeCard } from './card.ts';
import { allOf } from './phrases.ts';
import { plainText } from './plain.ts';
import { zoneLabel, type View } from './time.ts';

/** What they keep, in which time, and two buttons. */
export function zoneQuestionCard({ about, from, to }: ZoneQuestion, view: View): NoticeCard {
  const zones = { from: allOf(from.map(zoneLabel), view), to: zoneLabel(to) };
  const what = about === 'schedules' ? 'other' : about;
  const means = about === 'calendar' ? [] : [say(view, 'zone.means')];
  return {
    kind: 'notice',
    heading: '',
    rows: [],
    lines: [say(view, 'zone.ask', { about: what, ...zones }), ...means].map(plainText),
    buttons: [
      { title: say(view, 'zone.move'), act: { verb: 'moveZone', zone: to } },
      { title: say(view, 'zone.keep', { from: zones.from }), act: { verb: 'keepZone', zone: to } },
    ],
  };
}

/** What the question gives way to where nothing moves. */
export function zoneKeptCard(zone: string, view: View): NoticeCard {
  const line = plainText(say(view, 'zone.kept', { zone: zoneLabel(zone) }));
  return { kind: 'notice', heading: '', rows: [], lines: [line], buttons: [] };
}
