/** Starts and stops the process. */

import { enableCompileCache, flushCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// Compiled code is kept between starts, beside the packages rather than in a folder that others can write to.
// Where it cannot be written, a start is only slower.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)));

const { ConfigError, readConfig } = await import('./config.ts');
const { startApp } = await import('./app.ts');
// Node itself keeps it only at an orderly end, which a process that is killed never has.
flushCompileCache();

try {
  const app = await startApp(readConfig(process.env));
  const stop = () => {
    void app.close().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
} catch (error) {
  if (error instanceof ConfigError) console.error(error.message);
  else if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    console.error(`A port is taken: ${error.message}. Set PORT to another one.`);
  } else throw error;
  process.exitCode = 1;
}
