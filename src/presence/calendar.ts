/** What the events of somebody's calendar mean for their presence: rules, of which the first that matches decides. Pure. */

import type { Instant } from './intent.ts';
import type { Failure } from './outcome.ts';
import type { PreferredId } from './pairs.ts';

/** What is said of an event counts only where a rule names it: these are no events like any other. */
const quietTraits = ['tentative', 'unanswered', 'declined', 'cancelled', 'free', 'allDay'] as const;
type QuietTrait = (typeof quietTraits)[number];

/** All that a rule may ask of an event beside its category and its people. */
export const eventTraits = [...quietTraits, 'busy', 'outOfOffice', 'workingElsewhere', 'private'] as const;
export type EventTrait = (typeof eventTraits)[number];

/** Which events a rule is about: all that is named must be so. Nothing named: any that counts. */
export type CalendarCondition = { readonly [T in EventTrait]?: true } & {
  readonly category?: string;
  /** More people are invited than that. */
  readonly moreThan?: number;
};

/** What becomes of the person's status then: a status, a question beforehand, or nothing. */
export type CalendarEffect = PreferredId | 'ask' | 'nothing';

export interface RuleText {
  readonly when: CalendarCondition;
  readonly then: CalendarEffect;
}

export interface CalendarRule extends RuleText {
  readonly id: string;
}

/** An event as it is read: never what it is about, where it is, or who comes. */
export interface CalendarEvent {
  /** A hash of its id. */
  readonly key: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly traits: readonly EventTrait[];
  /** Undefined: the permission hides them. */
  readonly categories: readonly string[] | undefined;
  /** How many people are invited; undefined: the permission hides that. */
  readonly people: number | undefined;
}

/** What of events a rule may need, and the permission may hide. */
export type HiddenPart = 'categories' | 'people';

/** As many rules as somebody may have. */
export const mostCalendarRules = 20;

/** The rule that decides about that event: the first that matches. */
export function ruleFor<R extends RuleText>(rules: readonly R[], event: CalendarEvent): R | undefined {
  return rules.find((rule) => matches(rule, event));
}

function matches({ when, then }: RuleText, event: CalendarEvent): boolean {
  const { category, moreThan } = when;
  if (eventTraits.some((trait) => when[trait] === true && !event.traits.includes(trait))) return false;
  if (category !== undefined && event.categories?.some((one) => isSameName(one, category)) !== true)
    return false;
  if (moreThan !== undefined && !((event.people ?? 0) > moreThan)) return false;
  // Whoever ignores some events ignores those of them that would not have counted, too.
  return (
    then === 'nothing' || quietTraits.every((trait) => !event.traits.includes(trait) || names(when, trait))
  );
}

/** Calendars show all-day events as free, and invitations without an answer as tentative, unless somebody says otherwise. */
const impliedBy: { readonly [T in QuietTrait]?: QuietTrait } = { free: 'allDay', tentative: 'unanswered' };

function names(when: CalendarCondition, trait: QuietTrait): boolean {
  const implying = impliedBy[trait];
  return when[trait] === true || (implying !== undefined && when[implying] === true);
}

/** What of that event is hidden and some rule needs. */
export function hiddenFrom(rules: readonly RuleText[], event: CalendarEvent): readonly HiddenPart[] {
  return [
    ...(event.categories === undefined && rules.some(({ when }) => when.category !== undefined)
      ? (['categories'] as const)
      : []),
    ...(event.people === undefined && rules.some(({ when }) => when.moreThan !== undefined)
      ? (['people'] as const)
      : []),
  ];
}

/** Whether two conditions are about the same events. */
export function isSameCondition(one: CalendarCondition, other: CalendarCondition): boolean {
  return (
    eventTraits.every((trait) => one[trait] === other[trait]) &&
    one.moreThan === other.moreThan &&
    (one.category === undefined
      ? other.category === undefined
      : other.category !== undefined && isSameName(one.category, other.category))
  );
}

function isSameName(one: string, other: string): boolean {
  const folded = (name: string) => name.normalize('NFKC').trim().toLowerCase();
  return folded(one) === folded(other);
}

/** What is to become of somebody's rules. */
export type CalendarRequest =
  | { readonly kind: 'list' }
  /** In place of one about the same events, where there is one. Dates of all-day events are those of that zone. */
  | { readonly kind: 'add'; readonly rule: RuleText; readonly zone: string }
  | { readonly kind: 'remove'; readonly id: string }
  /** All, or those about the same events. */
  | { readonly kind: 'removeAll'; readonly when?: CalendarCondition }
  /** All-day events are those of that zone's days; `at`: the edit of schedules that it belongs to. */
  | { readonly kind: 'moveZone'; readonly zone: string; readonly at?: Instant }
  /** Takes back the last of these if it was made after that instant, and with `at` only if it was made then. */
  | { readonly kind: 'undo'; readonly since: Instant; readonly at?: Instant };

/** What became of them. */
export interface CalendarChange {
  /** All that there are now, in the order in which they are tried. */
  readonly rules: readonly CalendarRule[];
  /** Those that were changed; removed ones as they were. */
  readonly changed: readonly CalendarRule[];
  /** When, by which the change can be taken back. */
  readonly at?: Instant;
  readonly refused?: 'tooMany';
}

/** A status that an event has set, and that has not ended. */
export interface HeldEvent {
  readonly key: string;
  readonly rule: CalendarRule;
  readonly status: PreferredId;
  readonly until: Instant;
}

/** What somebody is told of their calendar without having asked. */
export type CalendarNews =
  /** An event begins of which they want to be asked. */
  | {
      readonly kind: 'ask';
      readonly rule: CalendarRule;
      readonly startsAt: Instant;
      readonly endsAt: Instant;
    }
  /** A rule needs what the permission hides: told once. */
  | { readonly kind: 'hidden'; readonly part: HiddenPart }
  /** The calendar cannot be read, or a status not be set: told once. */
  | { readonly kind: 'failed'; readonly doing: 'read' | 'write'; readonly failure: Failure };
