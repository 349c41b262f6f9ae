import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { languageTags } from '../../src/locales/say.ts';
import { wordingsIn } from '../../src/locales/wording.ts';
import { catalogueOf, parsed, samplesOf } from './catalogues.ts';

describe('a message', () => {
  for (const tag of languageTags)
    it(`is worded as intl-messageformat words it, in ${tag}`, () => {
      const read = wordingsIn(tag);
      for (const [key, text] of Object.entries(catalogueOf(tag))) {
        const [own, theirs] = [read(text), parsed(text, tag)];
        for (const sample of samplesOf(key)) assert.equal(own(sample), String(theirs.format(sample)), key);
      }
    });

  it('takes the exact number before the plural, without the offset, and # is what is left', () => {
    const text = '{n, plural, offset:1 =1 {nobody else} one {# other} other {# others}}';
    const said = [1, 2, 1300].map((n) => wordingsIn('en')(text)({ n }));
    assert.deepEqual(said, ['nobody else', '1 other', '1,299 others']);
  });

  it('is refused without a value that it takes, and with what no catalogue has', () => {
    const read = wordingsIn('en');
    assert.throws(() => read('{name}')({}), /without its name/);
    assert.throws(() => read('{at, date}'), /a date/);
  });
});
