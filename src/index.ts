/** Starts and stops the process. */

import { enableCompileCache } from 'node:module';

// Compiled code is kept between starts; where it cannot be written the start is only slower.
enableCompileCache();

const { ConfigError, readConfig } = await import('./config.ts');
const { startApp } = await import('./app.ts');

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
