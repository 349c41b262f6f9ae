import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { textOfHtml } from '../../src/teams/html.ts';

describe('the words of a message are what a person reads of it', () => {
  const cases: [string, string][] = [
    ['plain words', 'plain words'],
    ['<p>out until Friday 9am</p><p>back then</p>', 'out until Friday 9am\nback then'],
    ['<div>a<br>b<br/>c</div>', 'a\nb\nc'],
    ['<p>out&nbsp;until&#32;3&#x20;PM &amp; later</p>', 'out until 3 PM & later'],
    ['&lt;b&gt;not bold&lt;/b&gt;', '<b>not bold</b>'],
    ['&amp;lt;', '&lt;'],
    ['d<b>n</b><i>d</i> 1<span style="x">h</span>', 'dnd 1h'],
    ['<ul><li>one</li><li>two</li></ul>', 'one\ntwo'],
    ['<at id="0">Bruno</at>&nbsp;dnd 2h', 'Bruno dnd 2h'],
    ['out <img alt="palm" src="x"> until 3', 'out until 3'],
    ['out<img src="x">until 3', 'out until 3'],
    ['out <emoji id="a" alt="🌴"></emoji>until 3', 'out until 3'],
    ['a<script>busy 1h</script>b', 'a\nb'],
    ['a<script>if (1<2) { x("</p>") }</script>b', 'a\nb'],
    ['a<STYLE>p{}</STYLE >b', 'a\nb'],
    ['a<script>never closed busy 1h', 'a'],
    ['<script src="x"/>busy', ''],
    ['<p>never closed', 'never closed'],
    ['busy <unclosed until 3', 'busy'],
    ['<<<>>>', '<<<>>>'],
    ['</p></p></div>', ''],
    ['1 < 2', '1 < 2'],
    ['out <a title="1 > 0">until</a> 3', 'out until 3'],
    ['a<!-- busy 1h -->b', 'ab'],
    ['', ''],
    ['&nbsp;', ''],
    ['<p>&nbsp;</p>\r\n<p>\t</p>', ''],
    ['&bogus; &#99999999; &#0;', '&bogus; \ufffd \ufffd'],
  ];
  for (const [html, text] of cases) {
    it(JSON.stringify(html), () => {
      assert.equal(textOfHtml(html), text);
    });
  }
});

describe('however long or deep it is', () => {
  it('only the first 28,000 characters are looked at', () => {
    assert.equal(textOfHtml(`${'x'.repeat(28_000)}busy`).length, 28_000);
    assert.equal(textOfHtml(`${'<br>'.repeat(28_000)}busy`), '');
  });

  it('a million of anything comes back', () => {
    for (const piece of ['<', '>', '<p>', '&', '&#', ' ', '</script>', '<script>', '<!--', 'a<b ']) {
      assert.ok(textOfHtml(piece.repeat(1_000_000)).length <= 28_000);
    }
  });
});
