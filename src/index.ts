/** Starts and stops the process. */

import { enableCompileCache, flushCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// Compiled code is kept between starts, beside the packages rather than in a folder that others can write to.
// Where it cannot be written, a start is only slower.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)));

const { ConfigError } = await import('./config/config.ts');
const { readConfig } = await import('./config/read.ts');
const { portProblem, startApp } = await import('./app.ts');
// Node itself keeps it only at an orderly end, which a process that is killed never has.
flushCompileCache();

try {
  const app = await startApp(readConfig(process.env));
  // Tools that start the bot wait for this line, whatever the log level.
  console.log(`listening on port ${app.port}`);
  const stop = (code: number) => () => void app.close().then(() => process.exit(code));
  process.once('SIGTERM', stop(0));
  process.once('SIGINT', stop(0));
  void app.refused.then((message) => {
    console.error(message);
    stop(1)();
  });
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : (portProblem(error) ?? error));
  process.exitCode = 1;
}
