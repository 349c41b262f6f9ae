/**
 * `npm start`: the bundle of `npm run build` where there is one, the source otherwise. Plain JavaScript, since what strips
 * types from TypeScript takes 20 MiB in the process that runs the bundle.
 */

import { existsSync } from 'node:fs';

const built = new URL('../dist/index.mjs', import.meta.url);
const source = new URL('../src/index.ts', import.meta.url);
await import((existsSync(built) ? built : source).href);
