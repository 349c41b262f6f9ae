/** A test leaves nothing behind. */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, it } from 'node:test';

describe('a temporary folder', () => {
  for (const end of ['', 'process.exit(0)', 'throw new Error("no")']) {
    it(`is gone with its process: ${end === '' ? 'at its end' : end}`, () => {
      const helper = new URL('folders.ts', import.meta.url).href;
      const script = `
        import { writeFileSync } from 'node:fs';
        const { temporaryFolder } = await import('${helper}');
        const folder = temporaryFolder();
        writeFileSync(folder + '/left', '');
        console.log(folder);
        ${end}`;
      let said = '';
      try {
        said = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
          encoding: 'utf8',
          stdio: 'pipe',
        });
      } catch (error) {
        said = String(Reflect.get(Object(error), 'stdout'));
      }
      assert.match(said, /presence-bot-/);
      assert.ok(!existsSync(said.trim()));
    });
  }
});
