/** The bot as a process of its own, as `npm start` runs it: the bundle where the run of tests has built one. */

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from './folders.ts';

const { TEST_BUNDLE: bundle } = process.env;
const entry =
  bundle === undefined
    ? fileURLToPath(new URL('../../src/index.ts', import.meta.url))
    : join(bundle, 'index.mjs');
const running = new Set<ChildProcess>();

/** Ends every process that was started here. */
export function killAll(): void {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
}

export interface Started {
  readonly child: ChildProcess;
  output(): string;
  /** Resolves with the first match of a pattern in the output. */
  said(pattern: RegExp): Promise<RegExpExecArray>;
  /** The exit code. */
  ended: Promise<number | null>;
}

/** Starts one with that environment and no other; another script than the product's own is a path. */
export function start(env: Readonly<Record<string, string>>, script = entry): Started {
  const child = spawn(process.execPath, [script], {
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      DATA_DIR: join(temporaryFolder(), 'data'),
      ...env,
    },
  });
  running.add(child);
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      for (const listener of listeners) listener();
    });
  }
  const ended = once(child, 'close').then(([code]) => {
    running.delete(child);
    for (const listener of listeners) listener();
    return code as number | null;
  });
  return {
    child,
    output: () => output,
    ended,
    said: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(output);
          if (match !== null) resolve(match);
          else if (child.exitCode !== null) reject(new Error(`it ended, having said:\n${output}`));
          else return;
          listeners.delete(look);
        };
        listeners.add(look);
        look();
      }),
  };
}
