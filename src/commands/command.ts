/** What every command has: what users can ask for with it, who may read its answer, and what it does. */

import type { Command } from '../parser/reading.ts';
import type { PairId } from '../presence/pairs.ts';
import type { Problem } from '../presence/problem.ts';
import type { ScheduleRule } from '../presence/schedule.ts';
import type { Answer } from './answer.ts';
import type { ChangeRequest, CommandContext } from './context.ts';

export type CommandKind = Command['kind'];

/** What is said of schedules and calendars, and stands nowhere in the help. */
type Unlisted = 'removeCalendarRule' | 'scheduledDays' | 'resumeSchedules' | 'changeSchedule';

/** Everything a user can ask for: the eleven pairs, the other commands, and `what if` before any of them. */
export type CommandId = PairId | Exclude<CommandKind, 'prefer' | 'open' | Unlisted> | 'whatIf';

/** Something that a user can ask for, with the keys of its words in the catalogue. */
export interface Offer<Id extends CommandId = CommandId> {
  readonly id: Id;
  readonly summary: `command.${Id}`;
  readonly examples: `command.${Id}.examples`;
}

/** The offer of that id. */
export function offerOf<Id extends CommandId>(id: Id): Offer<Id> {
  return { id, summary: `command.${id}`, examples: `command.${id}.examples` };
}

/** What a command does. */
export type CommandAction =
  /** It changes presence; `what if` shows the change instead of sending it. */
  | ChangeRequest
  /** The same, and what comes after it has to be kept before. */
  | {
      readonly kind: 'chain';
      readonly request: Extract<ChangeRequest, { kind: 'set' }>['request'];
      readonly rules: readonly ScheduleRule[];
      readonly start: () => Promise<Answer>;
    }
  /** Never valid, whatever the policy and the time. */
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** It only answers. */
  | { readonly kind: 'tell'; readonly answer: () => Answer | Promise<Answer> };

/** A command by its kind. The mapped type lets the compiler match a command with its entry in the registry. */
export type CommandOf<K extends CommandKind> = {
  [P in K]: { readonly kind: P } & Extract<Command, { kind: P }>;
}[K];

export interface CommandEntry<K extends CommandKind> {
  readonly offers: readonly Offer[];
  /** Where it is answered. A sign-in, and all that is kept of somebody, need their own chat. */
  readonly place: 'anywhere' | 'ownChat';
  readonly action: (command: CommandOf<K>, context: CommandContext) => CommandAction;
}

/** The entry of a command that is one offer. */
export function command<K extends CommandKind & CommandId>(
  kind: K,
  { place = 'anywhere', action }: Pick<CommandEntry<K>, 'action'> & Partial<CommandEntry<K>>,
): CommandEntry<K> {
  return { offers: [offerOf<CommandId>(kind)], place, action };
}
