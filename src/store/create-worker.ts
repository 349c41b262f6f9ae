/** The thread in which a new embedded database is made: all of it, so that opening it afterwards finds nothing to do. */

import { mkdirSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { z } from 'zod';
import { openFolder } from './folder.ts';
import { openJobs } from './jobs.ts';
import { migrate } from './migrations.ts';

const folder = z.string().parse(workerData);
mkdirSync(folder, { mode: 0o700 });
const database = await openFolder(folder);
await migrate(database.db);
// No alarm rings here, so no clock is needed.
const jobs = await openJobs(database.jobs, { warn: () => undefined }, () => 0);
await jobs.close();
await database.close();
