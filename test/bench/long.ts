/** `npm run bench:long`: memory after 3,000 turns and after 100,000 turns of 20,000 people, which must be the same. */

import { join } from 'node:path';
import { buildInto } from '../../scripts/build.ts';
import { temporaryFolder } from '../support/folders.ts';
import { deployed, startBotProcess } from './bot-process.ts';
import { measureMemory } from './measures.ts';
import { pageOf } from './page.ts';
import { startSink } from './sink.ts';

const folder = temporaryFolder();
await buildInto(folder, { localMode: true });
const sink = await startSink();
const bot = await startBotProcess({ ...deployed, entry: join(folder, 'index.mjs') }, sink.url);
const early = await measureMemory([bot], sink, { turns: 3000, people: 20_000 });
const late = await measureMemory([bot], sink, { turns: 97_000, people: 20_000 });
await bot.stop();
sink.close();
console.log(pageOf([bot.name], [...early, ...late]));
