/** A sentence in one of the languages that are read in any order → its reading. */

import { none, refuse, type Source } from '../grammar/answers.ts';
import type { Extracted } from '../grammar/extracted.ts';
import { interpret } from '../grammar/interpret.ts';
import type { Cleaned } from '../lexer/clean.ts';
import { is, isMark, type Item, withoutName } from '../lexer/items.ts';
import { type Token, tokenize } from '../lexer/tokens.ts';
import type { Command, ReadContext, Reading } from '../reading.ts';
import { readManaged } from '../schedules/manage.ts';
import { readTimeAhead } from '../schedules/read-schedule.ts';
import { timesIn } from '../schedules/readers.ts';
import { schedulePhrases } from '../schedules/words.ts';
import { dateOrder, type DateOrder } from '../time/locale.ts';
import { readCommandIn, readTimedCommandIn, talkIn } from './commands.ts';
import { extractIn } from './extract.ts';
import { foldPhrase } from './fold.ts';
import { stated } from './inversion.ts';
import { itemizeIn } from './items.ts';
import type { Phrases } from './lexicon.ts';
import { offeredIn } from './offers.ts';
import { once } from './once.ts';
import { joinSplits } from './splits.ts';
import { mayBeRuleIn, readRuleIn } from './rules.ts';
import { correctionsIn } from './typos.ts';

/** What a sentence comes to, its items, and what was extracted of it, unless it was read as a whole. */
export interface UnderstoodIn {
  readonly reading: Reading;
  readonly extracted: Extracted | undefined;
  readonly items: readonly Item[];
}

const mostTokens = 320;

/** The items of a sentence by that language's table. */
export function itemsIn(phrases: Phrases, written: string, bot: readonly string[]): readonly Item[] {
  return stated(joinSplits(phrases.splits, itemizeIn(tokensIn(phrases, written, bot), phrases.lexicon)));
}

/** Without the bot's name at the start. */
function tokensIn(phrases: Phrases, written: string, bot: readonly string[]): readonly Token[] {
  const tokens = tokenize(foldPhrase(written, phrases.table));
  return withoutName(tokens.slice(0, mostTokens + 1), bot, phrases.lexicon);
}

/** Whether all of it is a rule for meetings there, whose words need not stand anywhere else in the table. */
export function isRuleIn(phrases: Phrases, written: string, bot: readonly string[]): boolean {
  if (!mayBeRuleIn(phrases, written)) return false;
  const context: ReadContext = { now: 0, zone: undefined, locale: phrases.table.code, bot };
  const source: Source = { written, context, corrections: () => [] };
  return readRuleIn(phrases, tokensIn(phrases, written, bot), source, 'unknown')?.kind === 'meetingRule';
}

/** Reads a cleaned sentence by that language. `isDone`: whether a sentence, offered instead, is a command. */
export function readIn(
  phrases: Phrases,
  { written }: Cleaned,
  context: ReadContext,
  isDone: ((sentence: string) => boolean) | undefined,
): UnderstoodIn {
  const items = itemsIn(phrases, written, context.bot);
  if (items.length === 0) return { reading: { kind: 'picker' }, extracted: undefined, items };
  if (items.length > mostTokens) return { reading: refuse('tooLong'), extracted: undefined, items };
  const correct = once<readonly string[]>();
  const corrections = (unknown: readonly Item[]) =>
    isDone !== undefined && unknown.length <= 3 && items.length <= 40
      ? correct(items, 0, unknown.map(({ from }) => from).join(), () =>
          correctionsIn(phrases, unknown, written).filter(isDone),
        )
      : [];
  const source: Source = { written, context, corrections };
  const rule = readRuleIn(
    phrases,
    tokensIn(phrases, written, context.bot),
    source,
    orderIn(phrases, context),
  );
  if (rule !== undefined) return { reading: rule, extracted: undefined, items };
  const { reading, extracted } = readItems(phrases, items, source);
  return { reading: offeredIn(phrases.table, reading), extracted, items };
}

function readItems(
  phrases: Phrases,
  items: readonly Item[],
  source: Source,
): { readonly reading: Reading; readonly extracted: Extracted | undefined } {
  const first = items.findIndex((item) => item.kind !== 'mark' && !is(item, 'polite'));
  if (is(items[first], 'whatIf')) {
    const rest = items.slice(first + 1).filter((item) => !isMark(item, '?？') && !is(item, 'questionEnd'));
    const of = readItems(phrases, rest, source);
    return isDoing(of.reading) ? { ...of, reading: { kind: 'whatIf', of: of.reading } } : of;
  }
  if (items.length === 1 && isMark(items[0], '?？'))
    return { reading: { kind: 'help' }, extracted: undefined };
  const order = orderIn(phrases, source.context);
  const schedules = schedulePhrases.get(phrases.table.code)?.();
  const times = schedules && timesIn(phrases, schedules, order);
  // "ändere auf beschäftigt bis 16 Uhr" sets a status, and moves no schedule.
  const sets = items.some((item, at) => is(item, 'to') && items[at + 1]?.senses.status !== undefined);
  const managed = schedules && times && readManaged(schedules, items, times, source);
  const moved = managed?.kind === 'changeSchedule' && sets;
  const whole = (moved ? undefined : managed) ?? readCommandIn(phrases, items, source);
  if (whole !== undefined) return { reading: whole, extracted: undefined };
  const talk = talkIn(phrases, items);
  if (talk !== undefined) return { reading: { kind: 'none', talk }, extracted: undefined };
  const extracted = extractIn(phrases, items, source.written, order);
  const timed = readTimedCommandIn(phrases, items, extracted, source);
  const reading = timed ?? interpret(extracted, source);
  const now = (part: readonly Item[], at = source.context.now) => {
    const seen = { ...source, context: { ...source.context, now: at } };
    return interpret(extractIn(phrases, part, source.written, order), seen);
  };
  const ahead =
    schedules === undefined || times === undefined || isDoing(reading)
      ? undefined
      : readTimeAhead(schedules, items, times, source, now, reading);
  return { reading: ahead ?? (reading.kind === 'none' ? none : reading), extracted };
}

/** Day and month order is the locale's; unknown where the sentence's language writes the other one. */
export function orderIn({ table }: Phrases, { locale }: ReadContext): DateOrder {
  const order = dateOrder(locale);
  return order === dateOrder(table.code) || order === 'unknown' ? order : 'unknown';
}

function isDoing(reading: Reading): reading is Command {
  return !['whatIf', 'ask', 'refuse', 'none'].includes(reading.kind);
}
