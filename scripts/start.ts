/** `npm start`: the bundle of `npm run build` where there is one, the source otherwise. */

import { existsSync } from 'node:fs';

const built = new URL('../dist/index.mjs', import.meta.url);
const source = new URL('../src/index.ts', import.meta.url);
await import((existsSync(built) ? built : source).href);
