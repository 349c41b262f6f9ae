/**
 * Draws every icon from its SVG: those of the cards into src/cards/icons/icons.json, the two of the Teams app
 * into appPackage/. Run it after a change of an SVG: `node scripts/draw-icons.ts`
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { openBrowser } from '../test/support/browser.ts';
import { fullPng, indexedPng, type Picture } from './draw-icons/png.ts';
import { quantise } from './draw-icons/quantise.ts';

const cardIcons = new URL('../src/cards/icons/', import.meta.url);
const appPackage = new URL('../appPackage/', import.meta.url);

/** Twice the size at which cards show them, for screens with two pixels a point. */
const cardIconSize = 48;

/** Sixteen colours need half a byte each, and keep the edges smooth: a card holds up to nine icons. */
const colours = 16;

const browser = await openBrowser();
try {
  const page = await browser.newPage();
  await drawCardIcons(page);
  const color = await draw(page, new URL('icons/color.svg', appPackage), 192);
  await writeFile(new URL('color.png', appPackage), fullPng(color, { opaque: true }));
  const outline = await draw(page, new URL('icons/outline.svg', appPackage), 32);
  await writeFile(new URL('outline.png', appPackage), fullPng(whitened(outline), { opaque: false }));
} finally {
  await browser.close();
}

async function drawCardIcons(page: Page): Promise<void> {
  const sources = new URL('svg/', cardIcons);
  const icons: Record<string, string> = {};
  for (const file of (await readdir(sources)).sort()) {
    const picture = await draw(page, new URL(file, sources), cardIconSize);
    const png = indexedPng(picture, quantise(picture, colours));
    icons[file.replace(/\.svg$/, '')] = `data:image/png;base64,${png.toString('base64')}`;
    console.log(`${file}: ${png.length} bytes`);
  }
  await writeFile(new URL('icons.json', cardIcons), `${JSON.stringify(icons, null, 2)}\n`);
}

/** The pixels of an SVG, `size` wide and high, as the browser paints it on nothing. */
async function draw(page: Page, svg: URL, size: number): Promise<Picture> {
  const source = `data:image/svg+xml;base64,${(await readFile(svg)).toString('base64')}`;
  const rgba = await page.evaluate<number[]>(`(async () => {
    const image = new Image(${size}, ${size});
    image.src = ${JSON.stringify(source)};
    await image.decode();
    const context = new OffscreenCanvas(${size}, ${size}).getContext('2d');
    context.drawImage(image, 0, 0, ${size}, ${size});
    return [...context.getImageData(0, 0, ${size}, ${size}).data];
  })()`);
  return { width: size, height: size, rgba: Uint8Array.from(rgba) };
}

/** Teams wants pure white: where the browser has rounded the colour of a faint pixel, only its alpha is kept. */
function whitened(picture: Picture): Picture {
  return { ...picture, rgba: picture.rgba.map((part, at) => (at % 4 === 3 ? part : 255)) };
}
