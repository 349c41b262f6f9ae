/**
 * `npm run soak`: measures anew what lasting presence promises, beside what it should be. Ends with 1 where something
 * is missed. `npm run soak -- day kill-sqlite` runs those alone, and `--list` says which there are.
 */

import { parseArgs } from 'node:util';
import { killAll } from '../support/process.ts';
import { openPlaces } from '../support/stores.ts';
import { edgeKills } from './edge-kills.ts';
import { flaky, graphAway } from './bad-graph.ts';
import { day } from './days.ts';
import { diskFull } from './disk-full.ts';
import { joiners } from './joiners.ts';
import { kills } from './kills.ts';
import { lag } from './lag.ts';
import type { Line, Scenario } from './line.ts';
import { postgresRestarted } from './pg-restart.ts';
import { fortnight, nine } from './schedules.ts';
import { takeOver } from './take-over.ts';

const scenarios: Readonly<Record<string, readonly [about: string, run: Scenario]>> = {
  day: ['2,000 sessions for 24 simulated hours', (run) => day(run, 2000)],
  day10k: ['10,000 sessions for 24 simulated hours', (run) => day(run, 10_000)],
  joiners: ['1,000 people with a rule in one meeting', joiners],
  'kill-sqlite': ['a bot on SQLite killed 50 times', (run) => kills(run, 'embedded', 1)],
  'kill-postgres': ['a bot on PostgreSQL killed 50 times', (run) => kills(run, 'server', 1)],
  'kill-two': ['one of two bots on PostgreSQL killed 50 times', (run) => kills(run, 'server', 2)],
  'pg-restart': ['PostgreSQL restarted four times under load', postgresRestarted],
  'graph-away': ['Graph away for 20 simulated minutes', graphAway],
  flaky: ['30 % of calls failing, for six simulated hours', flaky],
  'disk-full': ['the disk of the embedded store runs full', diskFull],
  'take-over': ['a bot killed with renewals in hand, and another', takeOver],
  nine: ['5,000 schedules at 9:00', (run) => nine(run, 5000)],
  fortnight: ['500 people with three schedules, for two weeks', (run) => fortnight(run, 500)],
  fortnight5k: ['5,000 people with three schedules, for two weeks', (run) => fortnight(run, 5000)],
  'edge-sqlite': ['a bot on SQLite killed around 50 starts', (run) => edgeKills(run, 'embedded', 1)],
  'edge-postgres': ['a bot on PostgreSQL killed around 50 starts', (run) => edgeKills(run, 'server', 1)],
  'edge-two': ['one of two bots on PostgreSQL killed around 50 starts', (run) => edgeKills(run, 'server', 2)],
  lag: ['renewals due many times a second', lag],
};

async function runOne(name: string, run: Scenario): Promise<readonly Line[]> {
  const places = openPlaces({ own: true });
  const closing: (() => unknown)[] = [() => places.close()];
  try {
    return await run({ places, atEnd: (close) => closing.unshift(close) });
  } catch (error) {
    const found = [error instanceof Error ? String(error.stack) : String(error)];
    return [{ what: 'could not be measured', target: 'measured', figure: 'failed', met: false, found }];
  } finally {
    for (const close of closing) await close();
  }
}

/** Columns as wide as what is in them. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const { values, positionals } = parseArgs({
  options: { list: { type: 'boolean' } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !(name in scenarios));
if (values.list || unknown.length > 0) {
  if (unknown.length > 0) console.error(`There is no ${unknown.join(', ')}. There are:`);
  console.log(table(Object.entries(scenarios).map(([name, [about]]) => [name, about])));
  process.exit(unknown.length > 0 ? 1 : 0);
}

process.on('exit', killAll);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));
const rows: string[][] = [];
let missed = 0;
for (const [name, [about, run]] of Object.entries(scenarios)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  console.error(`${name}: ${about} …`);
  const lines = await runOne(name, run);
  for (const { what, target, figure, met, found = [] } of lines) {
    rows.push([name, what, target, figure, met ? '' : 'MISSED']);
    if (met) continue;
    missed += 1;
    for (const one of found.slice(0, 10)) console.error(`  ${what}: ${one}`);
  }
}
console.log(table([['scenario', 'what', 'target', 'figure', ''], ...rows]));
console.log(missed === 0 ? 'All is kept.' : `${missed} missed.`);
process.exit(missed === 0 ? 0 : 1);
