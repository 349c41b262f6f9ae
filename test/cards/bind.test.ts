import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'node:test';
import { bindSlots } from '../../src/cards/bind.ts';
import { dataOf } from '../../src/cards/layout.ts';
import { bindWithLibrary } from '../../src/cards/render.ts';
import { reply } from '../../src/replies/reply.ts';
import { audience, sayings, view } from './samples.ts';

const folder = fileURLToPath(new URL('../../src/cards/templates', import.meta.url));
const templates = globSync('*.json', { cwd: folder }).map((name) => ({
  name: name.replace('.json', ''),
  template: JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as unknown,
}));

describe('templates whose data only fills slots', () => {
  for (const { name, template } of templates) {
    it(`${name} is one, and is bound as adaptivecards-templating binds it`, () => {
      const bind = bindSlots(template);
      assert.ok(bind !== undefined);
      const library = bindWithLibrary(template);
      for (const content of Object.values(sayings)) {
        const { card } = reply(content, view);
        if (card?.kind === name || (card?.kind === 'notice' && name === 'receipt')) {
          const data = { ...dataOf(card, audience), summary: '${heading} "quoted"' };
          assert.deepEqual(bind(data), library(data));
        }
      }
    });
  }

  it('leaves the name of what is missing, lists none and one as the library does', () => {
    const template = {
      lone: { $data: '${one}', is: '${$data}' },
      none: { $data: '${no}', is: '${$data}' },
      list: [
        { $data: '${no}', is: 1 },
        { $data: '${two}', is: '${$data}' },
        { $data: '${a}', is: '${b}' },
      ],
      gone: '${nowhere.at.all}',
    };
    const data = { one: [1], no: [], two: [1, 2], a: { b: false } };
    assert.deepEqual(bindSlots(template)?.(data), bindWithLibrary(template)(data));
  });
});

describe('templates with more than slots', () => {
  for (const template of [
    'Hello ${name}',
    '${toUpper(name)}',
    { $when: '${name == "Esi"}', text: 'Hello' },
    { $data: '${$root.people}', text: '${name}' },
    { text: '${$index}' },
  ]) {
    it(`${JSON.stringify(template)} is the library's`, () => {
      assert.equal(bindSlots(template), undefined);
    });
  }

  it('are bound by the library', () => {
    assert.equal(bindWithLibrary('Hello ${name}')({ name: 'Esi' }), 'Hello Esi');
  });
});
