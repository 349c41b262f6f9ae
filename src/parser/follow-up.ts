/** An answer to a question of the bot's: with the sentence that was asked about, it may be a whole request. */

import { type AnswerLanguage, answerLanguageOf } from './answer-language.ts';
import type { PlainAnswer } from './languages/language.ts';
import { clean } from './lexer/clean.ts';
import { is } from './lexer/items.ts';
import { isCommand, read } from './read.ts';
import type { Command, Question, ReadContext, Reading, Refusal } from './reading.ts';
import type { ShortAnswer } from './short-answer.ts';
import { answerOf, choose, isNumber, isUnit, itemsOf, namesDay, plainAnswerOf } from './short-answer.ts';

/** A question, and the sentence that it asks about, without the bot's name. */
export interface Asked {
  readonly said: string;
  readonly question: Question;
}

/** What was read, and the sentence as it came, or as the answer completes it. */
export interface FollowUp {
  readonly reading: Reading;
  readonly said: string;
}

/** That question as it is to be remembered. */
export function askedAbout({ said }: FollowUp, question: Question, { bot }: ReadContext): Asked {
  return { said: clean(said, bot).written, question };
}

/**
 * Reads what was said after that question. A request that is complete by itself wins; then an answer that completes the
 * sentence, word for word or by one of the suggestions; anything else is read as if nothing had been asked. Nothing
 * is guessed: what fits two ways is asked again. Pure, and never throws.
 */
export function readFollowUp(asked: Asked, answer: string, context: ReadContext): FollowUp {
  const own: FollowUp = { reading: read(answer, context), said: answer };
  if (needsNothing(own.reading) || answer.length > longestRaw) return own;
  const language = answerLanguageOf(asked.said, context);
  const reply = answerOf(answer, context, language);
  if (reply === undefined) return own;
  const plain = plainAnswerOf(reply, own.reading);
  if (plain === 'drop') return { reading: { kind: 'none', talk: 'drop' }, said: answer };
  const sentences = plain === undefined ? together(reply, asked, context, language) : [];
  const chosen = choose(reply, plain, asked.question, language);
  return (
    sentences.find(({ reading }) => isWhole(reading, asked)) ??
    (chosen === undefined ? undefined : picked(chosen, asked, context, language)) ??
    sentences.find(({ reading }) => isAboutEnd(reading, asked)) ??
    (isUnclear(reply, plain, own.reading, asked) ? again(asked) : own)
  );
}

/** "yes" to two things, "hours", a number that may be minutes or an hour, and an end that may belong to either. */
function isUnclear(
  reply: ShortAnswer,
  plain: PlainAnswer | undefined,
  own: Reading,
  { question }: Asked,
): boolean {
  const agreed = plain === 'yes' && question.suggestions.length > 0;
  return agreed || isNumber(reply) || isUnit(reply) || own.kind === 'changeEnd';
}

function again({ said, question }: Asked): FollowUp {
  return { reading: { kind: 'ask', question }, said: typed(said) };
}

/** A suggestion, read; undefined: it says nothing any more. */
function picked(
  suggestion: string,
  { said }: Asked,
  context: ReadContext,
  language: AnswerLanguage,
): FollowUp | undefined {
  const found = reread(isWhatIf(said, language) ? language.whatIf(suggestion) : suggestion, context);
  return isDone(found.reading) ? found : undefined;
}

const longestRaw = 256;

/** Whether it needs nothing of the question: a bare status may be the half that was asked for, and a new end as well. */
function needsNothing(reading: Reading): boolean {
  if (reading.kind === 'whatIf') return true;
  return isCommand(reading) && reading.kind !== 'changeEnd' && !isBareStatus(reading) && !isClear(reading);
}

function isBareStatus(reading: Command): boolean {
  return (
    (reading.kind === 'prefer' || reading.kind === 'open') &&
    reading.end.said === 'nothing' &&
    reading.message === undefined
  );
}

/** "cancel" to a question is no request to clear. */
function isClear({ kind }: Reading): boolean {
  return kind === 'clear';
}

/** How an answer and the sentence may belong together, in the order of what is likeliest. */
type Way = 'behind' | 'instead' | 'until' | 'before';

const ways: Readonly<Record<Question['code'], readonly Way[]>> = {
  bareNumber: ['behind', 'instead'],
  whichHour: ['behind', 'until', 'instead'],
  justPassed: ['behind', 'until', 'instead'],
  ambiguousDate: [],
  whichZone: [],
  vagueEnd: ['instead', 'until'],
  twoEnds: ['instead'],
  startOrEnd: ['instead'],
  noStatus: ['before'],
  typo: ['instead'],
  leftOver: [],
  twoStatuses: [],
  twoSteps: [],
  negated: [],
  pauseWhat: [],
  notSure: [],
};

/** The sentences that the answer may make of what was asked about, the likeliest first. */
function together(
  reply: ShortAnswer,
  asked: Asked,
  context: ReadContext,
  language: AnswerLanguage,
): readonly FollowUp[] {
  return ways[asked.question.code]
    .flatMap((way) => joined(reply, asked, way, language))
    .map((sentence) => reread(sentence, context));
}

/** Whether it says what shall be, with all that was asked for and nothing else. */
function isWhole(reading: Reading, asked: Asked): boolean {
  return isDone(reading) && tellsNoMore(reading, asked) && hasEnd(reading, asked);
}

function joined(
  reply: ShortAnswer,
  { said, question }: Asked,
  way: Way,
  language: AnswerLanguage,
): readonly string[] {
  if (way === 'before') return [`${reply.text} ${said}`];
  const [word, ...others] = question.words;
  if (word === undefined || ![word, ...others].every((one) => said.split(one).length === 2)) return [];
  const puts = way === 'behind' ? behind(word, reply, language) : inPlaceOf(question, reply, way, language);
  const rest = others.reduce((sentence, other) => sentence.replace(other, () => ''), said);
  return puts.map((put) => rest.replace(word, () => put).trim());
}

/** "until tomorrow", "at 9"; not "until 10", "10pm", which is no 10:10. */
function behind(word: string, { text, items }: ShortAnswer, { ordered }: AnswerLanguage): readonly string[] {
  const counts = items.some(({ kind }) => kind === 'number' || kind === 'iso');
  if (counts && /\d/.test(word)) return [];
  const [first, second] = items;
  const leads = is(first, 'until') || is(first, 'at');
  const put = leads && second !== undefined ? text.slice(second.from - (first?.from ?? 0)) : text;
  // "明日2時まで"
  return ordered ? [`${word} ${put}`] : [`${word} ${put}`, `${put} ${word}`];
}

/** An end in the place of the one that was asked about: it must say no less. */
function inPlaceOf(
  { code, words }: Question,
  reply: ShortAnswer,
  way: 'instead' | 'until',
  language: AnswerLanguage,
): readonly string[] {
  const { text, items } = reply;
  // "until lunch", "10": minutes, or an hour of the clock?
  if (code === 'vagueEnd' && isNumber(reply) && (way === 'until' || Number(text) <= 12)) return [];
  const isLength = items.some(({ senses }) => senses.unit !== undefined || senses.seconds !== undefined);
  const keeps = namesDay(items) || !words.some((word) => namesDay(itemsOf(word, language)));
  if (way === 'instead') return isLength || keeps ? [text] : [];
  return isLength || !keeps ? [] : [language.until(text)];
}

function reread(sentence: string, context: ReadContext): FollowUp {
  const said = typed(sentence);
  return { reading: read(said, { ...context, bot: [] }), said };
}

/** A clean sentence as a client would send it. */
function typed(sentence: string): string {
  return sentence.replaceAll('&', '&amp;');
}

function isDone(reading: Reading): boolean {
  return isCommand(reading) || reading.kind === 'whatIf';
}

/** Questions that are not about an end. */
const ofOthers: ReadonlySet<Question['code']> = new Set<Question['code']>(['noStatus', 'typo']);

/** "busy until lunch", "now": the end that was asked for must not get lost. */
function hasEnd(reading: Reading, { question }: Asked): boolean {
  const command = reading.kind === 'whatIf' ? reading.of : reading;
  return ofOthers.has(question.code) || ('end' in command && command.end.said !== 'nothing');
}

/** Whether the answer was an end, though not one that can be taken. */
function isAboutEnd(reading: Reading, { question }: Asked): boolean {
  if (ofOthers.has(question.code)) return false;
  if (reading.kind === 'refuse') return timeRefusals.has(reading.refusal.code);
  if (reading.kind !== 'ask' || !timeQuestions.has(reading.question.code)) return false;
  return reading.question.code !== question.code || reading.question.words.join() !== question.words.join();
}

const timeQuestions: ReadonlySet<Question['code']> = new Set<Question['code']>([
  'bareNumber',
  'whichHour',
  'justPassed',
  'ambiguousDate',
]);
const timeRefusals: ReadonlySet<Refusal['code']> = new Set<Refusal['code']>([
  'emptyDuration',
  'noSuchTime',
  'past',
  'forever',
  'noZone',
]);

/** No status message comes of an answer: whoever chats would set one. */
function tellsNoMore(reading: Reading, { said, question }: Asked): boolean {
  const command = reading.kind === 'whatIf' ? reading.of : reading;
  if (command.kind === 'message' && question.code === 'noStatus') return false;
  const text = 'text' in command ? command.text : 'message' in command ? command.message : undefined;
  return text === undefined || said.includes(text);
}

/** Whether only a preview was asked for: then nothing that is chosen is done either. */
function isWhatIf(said: string, language: AnswerLanguage): boolean {
  return is(
    itemsOf(said, language).find((item) => item.kind !== 'mark' && !is(item, 'polite')),
    'whatIf',
  );
}
