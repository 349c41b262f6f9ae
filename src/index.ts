/** Starts and stops the process. */

import { enableCompileCache, flushCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { App } from './app.ts';

// Compiled code is kept between starts, beside the bundle or the packages rather than in a folder that others can write
// to. Where it cannot be written, a start is only slower.
const kept = import.meta.url.endsWith('.ts') ? '../node_modules/.cache/compiled' : './.cache';
enableCompileCache(fileURLToPath(new URL(kept, import.meta.url)));

const { ConfigError } = await import('./config/config.ts');
const { readConfig } = await import('./config/read-config.ts');
const { startApp } = await import('./app.ts');
const { portProblem } = await import('./app/http.ts');
const { collectWhenQuiet } = await import('./timing/collect-when-quiet.ts');
// Node itself keeps it only at an orderly end, which a process that is killed never has.
flushCompileCache();

/** Whatever hangs, the process is gone by then: who told it to end kills it after ten seconds. */
const endMs = 9000;
let app: App | undefined;
let isEnding = false;

function end(code: number): void {
  // Whoever says so twice waits no longer.
  if (isEnding) process.exit(1);
  isEnding = true;
  const exit = () => process.exit(code);
  setTimeout(() => {
    console.error(`The bot did not end by itself within ${endMs / 1000} seconds, and was ended.`);
    exit();
  }, endMs).unref();
  void (app?.close() ?? Promise.resolve()).catch(console.error).finally(exit);
}

process.on('SIGTERM', () => {
  end(0);
});
process.on('SIGINT', () => {
  end(0);
});

try {
  app = await startApp(readConfig(process.env));
  // Tools that start the bot wait for this line, whatever the log level.
  console.log(`listening on port ${app.port}`);
  collectWhenQuiet();
  void app.refused.then((message) => {
    console.error(message);
    end(1);
  });
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : (portProblem(error) ?? error));
  process.exitCode = 1;
}
