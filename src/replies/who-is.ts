/** Who is free, or where, as a card: the names under what Teams shows of them. */

import { say } from '../locales/say.ts';
import type { Answer } from '../commands/answer.ts';
import type { WhoIsAsked } from '../parser/reading.ts';
import type { Snapshot } from '../presence/ports.ts';
import { shortened } from '../presence/well-formed.ts';
import type { PeopleCard } from './card.ts';
import { type IconId, iconOf } from './icon.ts';
import { failureText } from './failure.ts';
import { atText, placeText } from './phrases.ts';
import { shown } from './status.ts';
import type { View } from './time.ts';

type WhoIs = Extract<Answer, { kind: 'whoIs' }>;

/** A card must not grow over 28 KB, and nobody reads more. */
const mostNames = 25;
const longestName = 80;

/** The order in which statuses stand. */
const order: readonly IconId[] = [
  'available',
  'busy',
  'doNotDisturb',
  'away',
  'offline',
  'outOfOffice',
  'unknown',
];

export function whoIsCard({ asked, found, among, untold, guests }: WhoIs, view: View): PeopleCard {
  const groups = groupsOf(found, view);
  let left = mostNames;
  const items = groups.flatMap(({ title, people }) => {
    const names = people.slice(0, left);
    left -= names.length;
    const [first] = names;
    if (first === undefined) return [];
    return [
      {
        row: {
          icon: iconOf(first.snapshot.availability),
          title,
          detail: say(view, 'whoIs.count', { count: people.length }),
        },
        lines: names.map((one) => lineOf(one, asked, view)),
      },
    ];
  });
  const more = found.length - (mostNames - left);
  return {
    kind: 'people',
    heading: say(view, found.length === 0 ? 'whoIs.nobody' : 'whoIs.heading', {
      asked: asked === 'remote' ? 'other' : asked,
    }),
    items,
    lines: [
      ...(more > 0 ? [say(view, 'whoIs.more', { count: more })] : []),
      // Where only guests are, somebody else is here.
      ...(among > 0 || guests === 0
        ? [say(view, 'whoIs.among', { count: among, at: atText(view.now, view) })]
        : []),
      ...(untold > 0 ? [say(view, 'whoIs.untold', { count: untold })] : []),
      ...(guests > 0 ? [say(view, 'whoIs.guests', { count: guests })] : []),
    ],
  };
}

interface Group {
  readonly title: string;
  readonly people: WhoIs['found'];
}

/** By what Teams shows, and in each by name. */
function groupsOf(found: WhoIs['found'], view: View): readonly Group[] {
  const { compare } = new Intl.Collator(view.locale);
  const groups = Map.groupBy(found, ({ snapshot }) => shown(snapshot, view));
  return [...groups]
    .map(([title, people]) => ({
      title,
      people: people.toSorted((one, other) => compare(one.name, other.name)),
    }))
    .sort((one, other) => rankOf(one) - rankOf(other) || compare(one.title, other.title));
}

function rankOf({ people: [first] }: Group): number {
  return order.indexOf(iconOf(first?.snapshot.availability ?? ''));
}

/** The name, and where they work if that was not asked. */
function lineOf(
  { name, snapshot: { workLocation } }: { readonly name: string; readonly snapshot: Snapshot },
  asked: WhoIsAsked,
  view: View,
): string {
  const who = shortened(name, longestName);
  const isKnown = workLocation === undefined || asked === 'office' || asked === 'remote';
  return isKnown ? who : say(view, 'found.where', { status: who, place: placeText(workLocation, view) });
}

export function whoIsFailedText({ because }: Extract<Answer, { kind: 'whoIsFailed' }>, view: View): string {
  switch (because.why) {
    case 'notRead':
      return say(view, 'whoIs.notRead', { why: failureText(because.failure, 'read', view) });
    case 'tooMany':
      return say(view, 'whoIs.tooMany', { count: because.most });
    case 'rosterFailed':
      return say(view, 'colleague.rosterFailed');
    case 'ownChat':
    case 'ownOnly':
    case 'noRoster':
      return say(view, `whoIs.${because.why}`);
  }
}
