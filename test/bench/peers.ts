/** The bare bots: botbuilder's runs on this project's packages, the Agents SDK's on its own, installed into a cache. */

import { execFile } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Contestant } from './bot-process.ts';

const peers = fileURLToPath(new URL('peers', import.meta.url));
const cache = fileURLToPath(new URL('../../node_modules/.cache/bench-peers', import.meta.url));

export const botbuilder: Contestant = { name: 'botbuilder', entry: join(peers, 'botbuilder.mjs') };

/** Undefined where its packages cannot be had. */
export async function agentsHosting(): Promise<Contestant | undefined> {
  const lock = readFileSync(join(peers, 'package-lock.json'), 'utf8');
  const installed = join(cache, 'package-lock.json');
  const isThere =
    existsSync(join(cache, 'node_modules')) &&
    existsSync(installed) &&
    readFileSync(installed, 'utf8') === lock;
  cpSync(peers, cache, { recursive: true });
  try {
    const options = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
    if (!isThere) await promisify(execFile)('npm', options, { cwd: cache, timeout: 300_000 });
  } catch (error) {
    console.error(`The Agents SDK cannot be installed, and is left out: ${String(error)}`);
    return undefined;
  }
  return { name: 'agents-hosting', entry: join(cache, 'agents-hosting.mjs') };
}
