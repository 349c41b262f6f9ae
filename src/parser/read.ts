/** A sentence → what it says shall be, a question back, or nothing. */

import { readCalendar } from './calendar/read-calendar.ts';
import { none, refuse, type Source } from './grammar/answers.ts';
import { longestMessage } from './grammar/extract-message.ts';
import { extract } from './grammar/extract.ts';
import type { Extracted } from './grammar/extracted.ts';
import { readWhole, talking } from './grammar/fixed-phrases.ts';
import { interpret } from './grammar/interpret.ts';
import { longestKeyName } from '../presence/personal-key.ts';
import { clean, type Cleaned } from './lexer/clean.ts';
import { is, isMark, type Item, itemize, withoutName } from './lexer/items.ts';
import { type LanguageCode, phrasesOf } from './languages/tables.ts';
import { languageOfCleaned, type WrittenLanguage } from './languages/which.ts';
import { english } from './lexer/lexicon.ts';
import { readKeyCommand } from './key-command.ts';
import { foldedText, readLanguageCommand } from './language-command.ts';
import { tokenize } from './lexer/tokens.ts';
import { readIn } from './phrases/read.ts';
import { readWhereabouts } from './read-whereabouts.ts';
import type { Command, ReadContext, Reading } from './reading.ts';
import { readManaged } from './schedules/manage.ts';
import { readTimeAhead } from './schedules/read-schedule.ts';
import { englishTimes } from './schedules/readers.ts';
import { englishSchedules } from './schedules/words.ts';
import { corrections, remembered, withHelp } from './suggestions.ts';
import { dateOrder } from './time/locale.ts';

/** No longer text is looked at. */
const longestRaw = 2000;
/** The longest sentence, its status message not counted. */
const longestSentence = 256;
/** Few characters can unfold into many words (½ is 1/2), and an unquoted message is words too. */
const mostTokens = 320;

/** Reads what somebody typed. Pure; for any text at all it returns within 2 ms and never throws. */
export function read(text: string, context: ReadContext): Reading {
  if (text.length > longestRaw) return refuse('tooLong');
  const cleaned = clean(text, context.bot);
  const { written } = cleaned;
  const folded = foldedText(written);
  const language = readLanguageCommand(written, folded);
  if (language !== undefined) return language;
  const calendar = readCalendar(cleaned);
  if (calendar !== undefined) return calendar;
  const key = readKeyCommand(written, longestKeyName, folded);
  // "key dnd until 3" is a status with a word too many.
  if (key !== undefined && !(key.kind === 'key' && key.name !== '' && isCommand(read(key.name, context))))
    return key;
  const whereabouts = readWhereabouts(written, context.bot, folded);
  if (whereabouts !== undefined) return whereabouts;
  const brace = written.indexOf('{');
  if (brace === 0) return readJson(written);
  if (brace > 0 && isWhatIf(written.slice(0, brace))) {
    const of = readJson(written.slice(brace));
    return isCommand(of) ? { kind: 'whatIf', of } : of;
  }
  if (written.length > longestSentence + longestMessage) return refuse('tooLong');
  return readWritten(cleaned, context);
}

/** In English where English reads all of it, else in the language that it is written in. */
function readWritten(cleaned: Cleaned, context: ReadContext): Reading {
  const written = languageOfCleaned(cleaned, context);
  const reading = readWrittenIn(written, cleaned, context);
  return written.strange && reading.kind === 'none' && reading.talk === undefined
    ? { ...reading, strange: true }
    : reading;
}

function readWrittenIn({ language, also }: WrittenLanguage, cleaned: Cleaned, context: ReadContext): Reading {
  if (language === 'en') return readSentence(cleaned, context, true);
  const reading = readSentence(cleaned, context, false);
  const said = reading.kind === 'whatIf' ? reading.of : reading;
  // A message may be in any language, so that only a sentence without one is surely English.
  const isEnglish = also.includes('en') || (said.kind !== 'message' && !('message' in said));
  if (isCommand(said) && isEnglish) return reading;
  return readOther(language, cleaned, context, true);
}

/** A sentence in another language than English. */
function readOther(
  language: LanguageCode,
  cleaned: Cleaned,
  context: ReadContext,
  helping: boolean,
): Reading {
  const phrases = phrasesOf(language);
  if (phrases === undefined) return readSentence(cleaned, context, helping);
  const again = remembered((sentence) => commandOf(readOther(language, clean(sentence, []), context, false)));
  const isDone = (sentence: string) => again(sentence) !== undefined;
  const { reading, extracted, items } = readIn(phrases, cleaned, context, helping ? isDone : undefined);
  if (cleaned.written.length - messageLength(reading, items) > longestSentence) return refuse('tooLong');
  return helping ? withHelp(reading, extracted, context, again) : reading;
}

/** Whether that is "what if" and nothing else. */
function isWhatIf(written: string): boolean {
  if (written.length > longestSentence) return false;
  const said = itemize(tokenize(clean(written, [])), english()).filter(
    (item) => item.kind !== 'mark' && !is(item, 'polite'),
  );
  return said.length === 1 && is(said[0], 'whatIf');
}

/** What a sentence comes to, and what was extracted of it, unless it was read as a whole. */
interface Understood {
  readonly reading: Reading;
  readonly extracted: Extracted | undefined;
}

/** `helping`: whether a question may offer suggestions, which are read themselves to see that they hold. */
function readSentence(cleaned: Cleaned, context: ReadContext, helping: boolean): Reading {
  const { written } = cleaned;
  const tokens = withoutName(tokenize(cleaned), context.bot, english());
  if (tokens.length === 0) return { kind: 'picker' };
  if (tokens.length > mostTokens) return refuse('tooLong');
  const items = itemize(tokens, english());
  const again = remembered((sentence) => commandOf(readSentence(clean(sentence, []), context, false)));
  const correct = (unknown: readonly Item[]) =>
    helping && unknown.length <= 3 && items.length <= 24
      ? corrections(unknown, written).filter((sentence) => again(sentence) !== undefined)
      : [];
  const { reading, extracted } = readItems(items, 0, { written, context, corrections: correct });
  const quoted = messageLength(reading, items);
  if (written.length - quoted > longestSentence) return refuse('tooLong');
  return helping ? withHelp(reading, extracted, context, again) : reading;
}

function messageLength(reading: Reading, items: readonly Item[]): number {
  const said = reading.kind === 'whatIf' ? reading.of : reading;
  const text = 'text' in said ? said.text : 'message' in said ? (said.message ?? '') : '';
  const quotes = items
    .filter(({ kind }) => kind === 'quote')
    .reduce((sum, { from, to }) => sum + to - from, 0);
  return Math.max(text.length, Math.min(quotes, longestMessage));
}

function readItems(items: readonly Item[], start: number, source: Source): Understood {
  let first = start;
  while (first < items.length && (is(items[first], 'polite') || items[first]?.kind === 'mark')) first += 1;
  if (start === 0 && is(items[first], 'whatIf') && first + 1 < items.length) {
    const asked = items.slice(first + 1).filter((item) => !isMark(item, '?？'));
    const of = readItems([...items.slice(0, first + 1), ...asked], first + 1, source);
    return isCommand(of.reading) ? { ...of, reading: { kind: 'whatIf', of: of.reading } } : of;
  }
  const rest = start === 0 ? items : items.slice(start);
  const whole =
    readManaged(englishSchedules(), rest, englishTimes(dateOrder(source.context.locale)), source) ??
    readWhole(items, start, source);
  if (whole !== undefined) return { reading: whole, extracted: undefined };
  const extracted = extractAll(rest, source);
  const reading = interpret(extracted, source);
  const later = isCommand(reading) ? undefined : readAhead(rest, source, reading);
  return { reading: later ?? (reading === none ? talking(rest) : reading), extracted };
}

function extractAll(items: readonly Item[], { written, context }: Source): Extracted {
  return extract(items, 0, written, dateOrder(context.locale));
}

/** What is said of time ahead, where nothing is said of now. */
function readAhead(items: readonly Item[], source: Source, reading: Reading): Reading | undefined {
  const now = (part: readonly Item[], at = source.context.now) => {
    const seen = { ...source, context: { ...source.context, now: at } };
    return interpret(extractAll(part, seen), seen);
  };
  return readTimeAhead(
    englishSchedules(),
    items,
    englishTimes(dateOrder(source.context.locale)),
    source,
    now,
    reading,
  );
}

/** Whether the reading says what to do, rather than asking or declining. */
export function isCommand(reading: Reading): reading is Command {
  return (
    reading.kind !== 'whatIf' &&
    reading.kind !== 'ask' &&
    reading.kind !== 'refuse' &&
    reading.kind !== 'none'
  );
}

function commandOf(reading: Reading): Command | undefined {
  return isCommand(reading) ? reading : undefined;
}

/** A JSON object as it was pasted: quotes that a chat client curled are straightened, nothing else is mended. */
function readJson(written: string): Reading {
  const straight = written.replaceAll(/[“”„‟]/g, '"').replaceAll(/[\u00a0\u2007\u202f]/g, ' ');
  for (const candidate of [written, straight]) {
    try {
      const body: unknown = JSON.parse(candidate);
      return { kind: 'pasted', body };
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return refuse('badJson');
}
