/** `npm run playground`: simulator, bot and the Agents Playground's page, started and stopped as one. */

import { readFileSync } from 'node:fs';
import { startApp, type App } from '../app.ts';
import { ConfigError } from '../config/config.ts';
import { readConfig } from '../config/read-config.ts';
import { startPage, tenantFile } from './page.ts';
import { freePagePort, isTaken, taken } from './free-ports.ts';
import { stopSignal } from './stop-signal.ts';
import { Stopped } from './stopped.ts';
import { namesIn, terminal } from './terminal.ts';

const defaultPagePort = '56150';

/** Starts simulator, bot and page, and runs until told to stop. Returns the exit code. */
async function main(): Promise<number> {
  bypassProxies();
  const told = stopSignal();
  const pagePort = await freePagePort(process.env.PLAYGROUND_PORT ?? defaultPagePort);
  const app = await startBot();
  // Tools that start the bot wait for this line.
  console.log(`listening on port ${app.port}`);
  try {
    const page = await startPage(pagePort, app.port);
    try {
      const first = await Promise.race([page.ready, told]);
      if (first === 'told to stop') return 0;
      console.log(welcome(page.url, app.port, app.simulatorUrl));
      const refused = await Promise.race([told, page.died, app.refused.then((message) => ({ message }))]);
      if (typeof refused === 'object') throw new Stopped(refused.message);
      console.log('Stopping …');
      return 0;
    } finally {
      await page.stop();
    }
  } finally {
    await app.close();
  }
}

/** Bot and page speak to each other on loopback alone, where a company's HTTP_PROXY has no business. */
function bypassProxies(): void {
  for (const name of ['NO_PROXY', 'no_proxy']) {
    process.env[name] = [process.env[name], '127.0.0.1'].filter(Boolean).join(',');
  }
}

async function startBot(): Promise<App> {
  const { PLAYGROUND_LOCALE: locale = '' } = process.env;
  if (locale !== '' && !/^[a-z]{2,3}(?:-[A-Z][a-z]{3})?-[A-Z]{2}$/.test(locale))
    throw new Stopped('PLAYGROUND_LOCALE: use a language and a country, such as de-DE, or leave it out.');
  try {
    return await startApp(readConfig({ LOG_LEVEL: 'warn', ...process.env }), {
      // The Playground cannot refresh cards, and says so under each that asks to be.
      cardsRefresh: false,
      // The Playground says en-US of everybody.
      ...(locale === '' ? {} : { clientLocale: locale }),
      logTo: terminal((text) => process.stdout.write(text), namesIn(readFileSync(tenantFile, 'utf8'))),
    });
  } catch (error) {
    if (!isTaken(error)) throw error;
    if (error.port !== undefined) throw taken(error.port, 'the bot', 'PORT');
    throw new Stopped(`${error.message} Set SIMULATOR_PORT to another one, or leave it out.`);
  }
}

function welcome(url: string, botPort: number, simulatorUrl: string | undefined): string {
  return [
    '',
    '  The presence bot is ready in the Agents Playground.',
    '',
    `  Page       ${url}   (open it and type: dnd 2h)`,
    `  Bot        http://127.0.0.1:${botPort}/api/messages`,
    ...(simulatorUrl === undefined
      ? []
      : [`  Simulator  ${simulatorUrl}/_simulator/   (what it can be asked)`]),
    '  Stop       Ctrl-C',
    '',
  ].join('\n');
}

try {
  process.exit(await main());
} catch (error) {
  console.error(error instanceof Stopped || error instanceof ConfigError ? error.message : error);
  process.exit(1);
}
