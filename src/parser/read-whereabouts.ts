/**
 * "who is free?", "in the office today", in any language: read whole or not at all, so that nothing else is ever
 * taken for a work location.
 */

import { createRequire } from 'node:module';
import { workPlaces } from '../presence/work-location.ts';
import { foldedText } from './language-command.ts';
import { lazy } from './lexer/lexicon.ts';
import { expand } from './phrases/expand.ts';
import type { Command } from './reading.ts';
import type * as traditionalModule from './languages/traditional.ts';
import type * as whereaboutsModule from './languages/whereabouts.ts';

type Whereabout = Extract<Command, { kind: 'whoIs' | 'workLocation' | 'clear' }>;

const longest = 64;

/** A word of those sentences: for any other, the table is not even loaded. */
const mayBe =
  /\bwho|anyone|anybody|someone|\bwer\b|jemand|\bqui\b|quelqu|quien|alguien|alguem|quem|[谁誰人]|office|home|wfh|remot|location|buro|hause|arbeitsort|bureau|travail|trabaj|trabalh|site|lieu|oficina|casa|escritorio|local de|lugar|办|公司|辦|家|远程|遠程|地点|地點|出社|在宅|オフィス|リモート|テレワーク|勤務/;

/** A question, or somebody's words: no location is set for either. */
const doubted = /[?？"“”„«»「」『』]/;

const require = createRequire(import.meta.url);

interface Phrases {
  readonly whole: ReadonlyMap<string, Whereabout>;
  readonly days: readonly { readonly day: string; readonly today: string }[];
}

const phrases = lazy((): Phrases => {
  const { whereabouts } = require('./languages/whereabouts.ts') as typeof whereaboutsModule;
  const whole = new Map<string, Whereabout>();
  const days: { day: string; today: string }[] = [];
  const add = (written: string, command: Whereabout) => {
    for (const phrase of expand(written)) whole.set(keyOf(phrase), command);
  };
  for (const { who, places, clear, today, otherDays } of Object.values(whereabouts)) {
    for (const asked of whoIsAsked) add(who[asked], { kind: 'whoIs', asked });
    for (const place of workPlaces) add(places[place], { kind: 'workLocation', place });
    add(clear, { kind: 'clear', slots: ['location'] });
    for (const day of expand(otherDays)) days.push({ day: keyOf(day), today: keyOf(today) });
  }
  // The longest first: "next Monday" is no "Monday" with a word more.
  days.sort((one, other) => other.day.length - one.day.length);
  return { whole, days };
});

const whoIsAsked = ['free', 'busy', 'away', 'office', 'remote'] as const;

/** What the sentence asks or says of it; undefined where it is about anything else. */
export function readWhereabouts(
  written: string,
  bot: readonly string[],
  folded = foldedText(written),
): Whereabout | undefined {
  if (written.length > longest) return undefined;
  if (!mayBe.test(folded)) return undefined;
  const { whole, days } = phrases();
  const key = keyOf(withoutName(folded, bot));
  const command = whole.get(key);
  if (command?.kind === 'whoIs') return command;
  if (doubted.test(written)) return undefined;
  if (command !== undefined) return command;
  for (const { day, today } of days) {
    if (!key.includes(day)) continue;
    const that = whole.get(key.replace(day, today)) ?? whole.get(key.replace(day, ''));
    if (that?.kind === 'workLocation') return { ...that, otherDay: true };
  }
  return undefined;
}

/** "Presence, who is free?" */
function withoutName(folded: string, bot: readonly string[]): string {
  const name = bot.map(foldedText).find((one) => one !== '' && folded.startsWith(`${one} `));
  return name === undefined ? folded : folded.slice(name.length + 1);
}

/** Without spaces, apostrophes and hyphens, in simplified characters. */
function keyOf(text: string): string {
  // Folded already, as most phrases of the table are.
  if (/^[a-z ']*$/.test(text)) return text.replace(/[ ']/g, '');
  const plain = foldedText(text).replace(/[\s'’¿¡\-、，]/g, '');
  if (!/[\u4e00-\u9fff]/.test(plain)) return plain;
  const { traditional } = require('./languages/traditional.ts') as typeof traditionalModule;
  return Array.from(plain, (character) => traditional[character] ?? character).join('');
}
