import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import icons from '../../src/cards/icons/icons.json' with { type: 'json' };
import { renderCard } from '../../src/cards/render.ts';
import { receiptCard } from '../../src/replies/receipt-card.ts';
import { openBrowser } from '../support/browser.ts';
import { accessibleNamesOf, readabilityOf, renderCards, type Theme } from '../support/card-pictures.ts';
import { parseCard } from '../support/cards.ts';
import { cardOf, cards, receiptFor, sayings, audience, view } from './samples.ts';

/** Icons by their names: a picture says nothing in a snapshot. */
const iconNames = new Map(Object.entries(icons).map(([name, url]) => [url, `icon:${name}`]));
const readable = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? (iconNames.get(value) ?? value) : value;

describe('every card', () => {
  for (const [name, card] of Object.entries(cards)) {
    it(`${name}: is what the official parser and a screen reader want, under 25 KB`, () => {
      assert.deepEqual(parseCard(card), []);
    });

    it(`${name}: looks as it did`, (t) => {
      t.assert.snapshot(card, { serializers: [(value) => JSON.stringify(value, readable, 2)] });
    });
  }

  for (const [name, content] of Object.entries(sayings)) {
    it(`${name}: in a dialog has only what Teams knows there`, () => {
      const card = cardOf(content, { ...audience, place: 'dialog' });
      assert.deepEqual(parseCard(card), []);
      assert.doesNotMatch(JSON.stringify(card), /Action\.Execute|"refresh":\{/);
    });
  }
});

/** Nothing is left to press on those. */
const toldOnly = new Set([
  'colleague',
  'who-is',
  'news-gone',
  'meeting-ended',
  'meeting-declined',
  'forgotten',
]);

describe('each button in a chat', () => {
  for (const [name, card] of Object.entries(cards)) {
    it(`of ${name} has a fallback that carries the same verb and data`, () => {
      const buttons = actionsIn(card);
      for (const { verb, data, fallback } of buttons) {
        assert.ok(isObject(fallback) && isObject(data));
        assert.equal(fallback.type, 'Action.Submit');
        assert.deepEqual(fallback.data, { ...data, verb });
      }
      assert.ok(buttons.length > 0 || toldOnly.has(name));
    });
  }
});

describe('texts on a card', () => {
  const hostile = 'a ${title} *b* [c](https://example.test) <b>d</b> {{DATE(2026-01-01)}} `e` &amp; \\f';

  it('are shown as they were typed, whatever they look like', () => {
    const { receipt } = receiptFor({
      kind: 'message',
      text: hostile.replace('<b>', '< b>').replace('</b>', '< /b>'),
      end: { said: 'nothing' },
    });
    const card = renderCard(receiptCard(receipt, view), hostile, audience);
    assert.deepEqual(parseCard(card), []);
    const runs = JSON.stringify(card).match(/"type":"TextRun","text":"(?:[^"\\]|\\.)*"/g) ?? [];
    assert.ok(
      runs.some((run) =>
        run.includes(JSON.stringify(hostile.replace('<b>', '< b>').replace('</b>', '< /b>')).slice(1, -1)),
      ),
    );
  });
});

describe('cards drawn by the official renderer', () => {
  let browser: Browser;
  let folder: string;
  const docs = fileURLToPath(new URL('../../docs/', import.meta.url));

  before(async () => {
    browser = await openBrowser();
    folder = process.env.UPDATE_SCREENSHOTS === '1' ? docs : await mkdtemp(join(tmpdir(), 'presence-cards-'));
  });

  after(async () => {
    await browser.close();
    if (folder !== docs) await rm(folder, { recursive: true, force: true });
  });

  for (const theme of ['light', 'dark'] satisfies Theme[]) {
    it(`can be read and pressed in ${theme}`, async () => {
      const page = await renderCards(
        browser,
        Object.entries(cards).map(([name, card]) => ({ name, card })),
        theme,
      );
      assert.deepEqual(await readabilityOf(page), [], 'every text has a contrast of 4.5 to 1');
      const unnamed = (await accessibleNamesOf(page)).filter(({ name }) => name.trim() === '');
      assert.deepEqual(unnamed, [], 'everything to press or to fill in has a name');
      await page.close();

      const shown = ['receipt-guessed', 'receipt-hidden', 'picker-wrong', 'status'] as const;
      const few = await renderCards(
        browser,
        shown.map((name) => ({ name, card: cards[name] })),
        theme,
      );
      await few.screenshot({ path: join(folder, `cards-${theme}.png`), fullPage: true, scale: 'css' });
      await few.close();
      if (theme === 'light' && folder === docs) {
        const rules = await renderCards(browser, [{ name: 'calendar', card: cards['calendar'] }], theme);
        await rules.locator('.card').screenshot({ path: join(docs, 'calendar.png'), scale: 'css' });
        await rules.close();
      }
    });
  }
});

function actionsIn(part: unknown): Record<string, unknown>[] {
  if (Array.isArray(part)) return part.flatMap(actionsIn);
  if (!isObject(part)) return [];
  const { refresh: _, ...seen } = part;
  return part.type === 'Action.Execute' ? [part] : Object.values(seen).flatMap(actionsIn);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
