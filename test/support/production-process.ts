/** The bot in production mode as a process of its own, which trusts a test's CA and has a Graph on this machine. */

import { fileURLToPath } from 'node:url';
import type { AppOptions } from '../../src/app.ts';
import type { Certificates } from './certificates.ts';
import { start, type Started } from './process.ts';

const entry = fileURLToPath(new URL('production-main.ts', import.meta.url));

export interface ProductionOptions {
  readonly certificates: Pick<Certificates, 'caFile'>;
  /** Root before `/v1.0`. */
  readonly graphRoot: string;
  /** The product's variables; HOST and PORT are there already. */
  readonly environment: Readonly<Record<string, string>>;
  readonly options?: Pick<AppOptions, 'patienceMs' | 'invokeMs' | 'attemptMs' | 'tokenMs'>;
}

export interface ProductionProcess extends Started {
  /** Where it takes messages, as soon as it listens; rejects with its output when it ends before. */
  endpoint(): Promise<string>;
}

/** Starts one; `killAll` of `process.ts` ends it with the others. */
export function startProduction(given: ProductionOptions): ProductionProcess {
  const { certificates, graphRoot, environment, options = {} } = given;
  const started = start(
    {
      HOST: '127.0.0.1',
      PORT: '0',
      ...environment,
      NODE_EXTRA_CA_CERTS: certificates.caFile,
      TEST_GRAPH_ROOT: graphRoot,
      TEST_OPTIONS: JSON.stringify(options),
    },
    entry,
  );
  return {
    ...started,
    endpoint: async () => {
      const [, port = ''] = await started.said(/listening on port (\d+)/);
      return `http://127.0.0.1:${port}/api/messages`;
    },
  };
}
