/** How long a sentence's reading takes: over the corpora of all languages, and for awkward texts. */

import { readFileSync } from 'node:fs';
import { languageCodes } from '../../src/parser/languages/tables.ts';
import { languageOfLocale } from '../../src/parser/languages/which.ts';
import { read } from '../../src/parser/read.ts';
import { resolveZone } from '../../src/parser/time/zone.ts';
import type { Line } from './page.ts';

interface Sentence {
  readonly text: string;
  readonly context: Parameters<typeof read>[1];
}

/** The shortest of nine readings: what else the machine did is not in it. */
function leastMsOf({ text, context }: Sentence): number {
  const times = Array.from({ length: 9 }, () => {
    const from = performance.now();
    read(text, context);
    return performance.now() - from;
  });
  return Math.min(...times);
}

/** This thread's CPU for a reading, over many: it is counted in ticks of 4 ms. */
function cpuMsOf({ text, context }: Sentence): number {
  const reads = 300;
  const before = process.threadCpuUsage();
  for (let index = 0; index < reads; index += 1) read(text, context);
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000 / reads;
}

/** The mean over the corpora, the slowest sentence of each language, and what nobody means well by. */
export function measureReading(rounds: number): readonly Line[] {
  const corpora = [
    'utterances',
    ...languageCodes.filter((code) => code !== 'en').map((code) => `languages/${code}`),
  ];
  const sentences = corpora
    .flatMap((name) => readFileSync(new URL(`../parser/${name}.jsonl`, import.meta.url), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { text: string; locale: string; tz: string; now: string })
    .map(({ text, locale, tz, now }) => ({
      text,
      context: { now: Date.parse(now), zone: resolveZone([tz]), locale, bot: ['Presence'] },
    }));
  const readAll = () => {
    for (const { text, context } of sentences) read(text, context);
  };
  for (let index = 0; index < 5; index += 1) readAll();
  const begun = performance.now();
  for (let index = 0; index < rounds; index += 1) readAll();
  const each = (performance.now() - begun) / rounds / sentences.length;

  const slowest = languageCodes.map((code): Line => {
    const own = sentences
      .filter(({ context }) => (languageOfLocale(context.locale) ?? 'en') === code)
      .map((sentence) => ({ ...sentence, ms: leastMsOf(sentence) }))
      .toSorted((one, other) => other.ms - one.ms);
    const [worst] = own
      .slice(0, 5)
      .map((sentence) => ({ ...sentence, ms: cpuMsOf(sentence) }))
      .toSorted((one, other) => other.ms - one.ms);
    return {
      what: `the slowest of ${own.length} sentences, ${code} (“${worst?.text}”)`,
      unit: 'ms of CPU',
      values: [worst?.ms],
      target: '≤ 2 ms',
    };
  });
  const context = { now: Date.UTC(2026, 10, 20), zone: 'America/New_York', locale: 'en-US', bot: [] };
  const awkward = ['dnd until ', 'busy 1h ', '"', '1 ', 'monday ', '(', 'a', '１', '不', '👍🏽', '<at>'].map(
    (piece) => leastMsOf({ text: piece.repeat(2000).slice(0, 2000), context }),
  );
  return [
    { what: 'reading a sentence', unit: 'ms', values: [each] },
    ...slowest,
    { what: 'reading the worst of 2,000 characters', unit: 'ms', values: [Math.max(...awkward)] },
  ];
}
