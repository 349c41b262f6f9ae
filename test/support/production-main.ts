/** What `src/index.ts` does, with a Graph on this machine: no variable of the product leads to one in production. */

import { z } from 'zod';
import { startApp } from '../../src/app.ts';
import { portProblem } from '../../src/app/http.ts';
import { ConfigError } from '../../src/config/config.ts';
import { readConfig } from '../../src/config/read-config.ts';

const { TEST_GRAPH_ROOT: graphRoot, TEST_OPTIONS: given } = z
  .object({ TEST_GRAPH_ROOT: z.url(), TEST_OPTIONS: z.string().default('{}') })
  .parse(process.env);
const options = z
  .strictObject({
    patienceMs: z.number().exactOptional(),
    invokeMs: z.number().exactOptional(),
    attemptMs: z.number().exactOptional(),
    tokenMs: z.number().exactOptional(),
  })
  .parse(JSON.parse(given));

try {
  const app = await startApp(readConfig(process.env), { graphRoot, ...options });
  console.log(`listening on port ${app.port}`);
  const stop = () => {
    void app.close().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : (portProblem(error) ?? error));
  process.exitCode = 1;
}
