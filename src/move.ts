/** `npm run move`: from the embedded store in DATA_DIR to the PostgreSQL in DATABASE_URL. */

import { keptTables } from './store/kept-tables.ts';
import { MoveRefused, moveStore } from './store/move.ts';
import { StoreProblem } from './store/store-problem.ts';

const { DATABASE_URL: databaseUrl, DATA_DIR: dataDir = 'data' } = process.env;
/** On a terminal a line that grows, elsewhere nothing before the end. */
const { isTTY } = process.stdout;

/** What to do about it: the operator's own mistakes by name, everything else as whoever failed says it. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof MoveRefused || error instanceof StoreProblem) return error.message;
  const reason = error.message || ('code' in error ? String(error.code) : error.name);
  return `${reason}\nIf that is the database: see that DATABASE_URL is right and that it answers.`;
}

if (!databaseUrl) {
  console.error(
    'Set DATABASE_URL to an empty PostgreSQL database, such as postgres://user:password@host/presence.',
  );
  process.exit(1);
}
try {
  const moved = await moveStore({
    dataDir,
    databaseUrl,
    log: {
      warn: (fields, text) => {
        console.error(text, fields);
      },
    },
    progress: (table, rows) => {
      if (isTTY) process.stdout.write(`\r\u001B[K${table} ${rows} …`);
    },
  });
  if (isTTY) process.stdout.write('\r\u001B[K');
  console.log(`Moved: ${keptTables.map((table) => `${table} ${moved[table]}`).join(', ')}.`);
  console.log(
    `Now start the bot with DATABASE_URL. ${dataDir} is as it was: never start a bot on it again, and remove it once all is well.`,
  );
} catch (error) {
  console.error(`Nothing was moved, and the database is as it was. ${wordsOf(error)}`);
  process.exitCode = 1;
}
