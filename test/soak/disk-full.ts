/** The disk of the embedded store runs full, and has room again: on a small disk in memory, which root alone may make. */

import { execFileSync } from 'node:child_process';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../support/folders.ts';
import { createCrowd } from './crowd.ts';
import { atLeast, none, type Line, type Run } from './line.ts';
import { openWorld } from './world.ts';

const minute = 60_000;

export async function diskFull(run: Run): Promise<readonly Line[]> {
  const dataDir = temporaryFolder('presence-bot-small-disk-');
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', dataDir]);
  run.atEnd(() => execFileSync('umount', ['--lazy', dataDir]));
  const world = await openWorld(run);
  const filler = join(dataDir, 'filler');
  const crowd = createCrowd(world, { asking: 0, meeting: 0, resting: 20 });
  const { counts } = crowd;
  const where = { dataDir };
  const bot = await world.start(where);
  await crowd.askAll(bot, 9 * 60);
  const { bavail, bsize } = statfsSync(dataDir);
  writeFileSync(filler, Buffer.alloc(bavail * bsize - 64 * 1024));
  const roomy = counts.acknowledged;
  for (let n = 0; n < 10; n += 1) await crowd.askAll(bot, 8 * 60);
  const refused = counts.deeds - counts.acknowledged;
  const wrong = [...(await crowd.settled())];
  rmSync(filler);
  const before = counts.acknowledged;
  await crowd.askAll(bot, 7 * 60);
  const afterwards = counts.acknowledged - before;
  await bot.kill();
  world.advance(250 * minute);
  await world.start(where);
  wrong.push(...(await crowd.settled()));
  return [
    none('sessions not as acknowledged', wrong),
    atLeast('acknowledged before it was full', 20, roomy),
    atLeast('refused in words while it was full', 20, refused),
    none(
      'in no words for it',
      crowd.answers.filter((words) => /went wrong/.test(words)),
    ),
    atLeast('acknowledged when there was room again, without a restart', 20, afterwards),
  ];
}
