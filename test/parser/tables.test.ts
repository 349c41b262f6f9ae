import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';

/** Which tables a process of its own has loaded after it has read those sentences. */
function loadedAfter(sentences: readonly (readonly [text: string, locale: string])[]): readonly string[] {
  const program = `
    import { registerHooks } from 'node:module';
    const loaded = [];
    registerHooks({ load: (url, context, next) => {
      const [, code] = /languages\\/(de|fr|es|pt-BR|zh-Hans|ja)\\.ts$/.exec(url) ?? [];
      if (code !== undefined) loaded.push(code);
      return next(url, context);
    } });
    const { read } = await import(${JSON.stringify(new URL('../../src/parser/read.ts', import.meta.url).href)});
    for (const [text, locale] of ${JSON.stringify(sentences)})
      read(text, { now: 0, zone: 'UTC', locale, bot: [] });
    console.log(JSON.stringify(loaded));
  `;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  return JSON.parse(output) as readonly string[];
}

describe('tables of languages', () => {
  it('are not loaded for what English reads', () => {
    assert.deepEqual(loadedAfter([['busy until 3pm', 'en-US'], ['dnd 1h', 'en-GB'], ['sign out', 'en-US']]), []); // prettier-ignore
  });

  it('are loaded one by one, as a client or a script needs them', () => {
    assert.deepEqual(loadedAfter([['bis 15 Uhr beschäftigt', 'de-DE'], ['忙碌1小时', 'zh-CN']]), ['de', 'zh-Hans']); // prettier-ignore
  });
});
