import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { blend, contrast, hex, rgba, white } from './card-pictures/contrast.ts';
import { drawInPage, textsInPage } from './card-pictures/in-page.ts';
import { markdownHtml } from './card-pictures/markdown.ts';
import { colours, hostConfigOf, styleOf } from './card-pictures/theme.ts';

export interface NamedCard {
  name: string;
  card: unknown;
}

export type Theme = 'light' | 'dark';

/** A text that is hard to read, and what makes it so. */
export interface Unreadable {
  card: string;
  text: string;
  /** Contrast as WCAG counts it, from 1 (the same colour) to 21. */
  ratio: number;
  colour: string;
  background: string;
}

/** A thing on a card as a screen reader announces it; the name is empty where it has none. */
export interface Announced {
  card: string;
  role: string;
  name: string;
}

/** What normal text needs. https://www.w3.org/TR/WCAG22/#contrast-minimum */
const enoughContrast = 4.5;

const packageFile = createRequire(import.meta.url).resolve;

/**
 * A page with every card as Microsoft's own renderer draws it in Chromium, under its name, in the colours of Teams.
 * Whoever opens it closes it. Throws what the renderer throws, and where a card renders to nothing.
 */
export async function renderCards(
  browser: Browser,
  cards: readonly NamedCard[],
  theme: Theme,
): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 528, height: 900 }, deviceScaleFactor: 2 });
  try {
    await fill(page, cards, theme);
    return page;
  } catch (error) {
    await page.close();
    throw error;
  }
}

async function fill(page: Page, cards: readonly NamedCard[], theme: Theme): Promise<void> {
  // A card must look the same with and without a network.
  await page.route(/^https?:/, (route) => route.abort());
  const base = await readFile(packageFile('adaptivecards/dist/adaptivecards.css'), 'utf8');
  await page.setContent(
    `<!doctype html><html lang="en" data-theme="${theme}"><title>Cards</title>` +
      `<style>${base}${styleOf(colours[theme])}</style><main></main></html>`,
  );
  await page.addScriptTag({ path: packageFile('adaptivecards/dist/adaptivecards.min.js') });
  await page.addScriptTag({ content: markdownHtml.toString() });
  await page.evaluate(drawInPage, { cards: [...cards], hostConfig: hostConfigOf(colours[theme]) });
}

/** Keeps a PNG of every card, and one of them all under their names; gives the files. */
export async function screenshotCards(page: Page, folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const theme = (await page.locator('html').getAttribute('data-theme')) ?? '';
  const all = join(folder, `all-cards.${theme}.png`);
  await page.screenshot({ path: all, fullPage: true });
  const files = [all];
  for (const section of await page.locator('section').all()) {
    const name = (await section.getAttribute('aria-label')) ?? '';
    const path = join(folder, `${name.replace(/[^\p{L}\p{N}]+/gu, '-').toLowerCase()}.${theme}.png`);
    await section.locator('.card').screenshot({ path });
    files.push(path);
  }
  return files;
}

/** Every text on the page, placeholders and what stands in inputs included, that has too little contrast. */
export async function readabilityOf(page: Page): Promise<Unreadable[]> {
  const texts = await page.evaluate(textsInPage);
  return texts.flatMap(({ card, text, colour, backgrounds, opacity }) => {
    const background = backgrounds.reduceRight((under, over) => blend(rgba(over), under), white);
    const [red, green, blue, alpha] = rgba(colour);
    const seen = blend([red, green, blue, alpha * opacity], background);
    const ratio = Math.floor(contrast(seen, background) * 100) / 100;
    return ratio < enoughContrast
      ? [{ card, text, ratio, colour: hex(seen), background: hex(background) }]
      : [];
  });
}

/** Everything on the page that can be used, and every picture, as Chromium announces it. */
export async function accessibleNamesOf(page: Page): Promise<Announced[]> {
  const announced: Announced[] = [];
  for (const section of await page.locator('section').all()) {
    const card = (await section.getAttribute('aria-label')) ?? '';
    const lines = (await section.locator('.card').ariaSnapshot()).split('\n');
    for (const line of lines) {
      const found =
        /^\s*- (button|checkbox|combobox|img|link|radio|spinbutton|textbox)\b(?: ("(?:[^"\\]|\\.)*"))?/.exec(
          line,
        );
      if (found?.[1]) announced.push({ card, role: found[1], name: String(JSON.parse(found[2] ?? '""')) });
    }
  }
  return announced;
}
