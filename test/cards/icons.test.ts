import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { crc32, inflateSync } from 'node:zlib';
import icons from '../../src/cards/icons/icons.json' with { type: 'json' };

const root = new URL('../../', import.meta.url);

const ids = [
  'available',
  'away',
  'busy',
  'cleared',
  'doNotDisturb',
  'key',
  'message',
  'office',
  'offline',
  'outOfOffice',
  'problem',
  'remote',
  'timeOff',
  'unknown',
];

type Colour = [red: number, green: number, blue: number, alpha: number];

interface Picture {
  width: number;
  height: number;
  pixels: Colour[];
}

/** Reads what our own encoder writes, and nothing more: no filters, no interlacing. */
function readPng(png: Buffer): Picture {
  assert.equal(png.toString('latin1', 0, 8), '\x89PNG\r\n\x1a\n');
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    const named = png.subarray(at + 4, at + 8 + length);
    assert.equal(png.readUInt32BE(at + 8 + length), crc32(named), 'the checksum is right');
    chunks.set(named.toString('latin1', 0, 4), named.subarray(4));
    at += 12 + length;
  }
  const part = (name: string): Buffer => chunks.get(name) ?? Buffer.alloc(0);
  const header = part('IHDR');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [bitDepth, colourType] = [header.readUInt8(8), header.readUInt8(9)];
  const bits = { 2: 24, 3: bitDepth, 6: 32 }[colourType] ?? 0;
  const rows = inflateSync(part('IDAT'));
  const stride = 1 + Math.ceil((width * bits) / 8);
  assert.equal(rows.length, height * stride, 'every row is there');
  const palette = (index: number): Colour => {
    const [red = 0, green = 0, blue = 0] = part('PLTE').subarray(index * 3);
    return [red, green, blue, part('tRNS')[index] ?? 255];
  };
  const pixels = Array.from({ length: width * height }, (_, at): Colour => {
    const row = rows.subarray(Math.floor(at / width) * stride, Math.floor(at / width) * stride + stride);
    assert.equal(row[0], 0, 'no filter');
    const x = at % width;
    if (colourType === 3) return palette((row.readUInt8(1 + (x >> 1)) >> (x % 2 === 0 ? 4 : 0)) & 15);
    const [red = 0, green = 0, blue = 0, alpha = 0] = row.subarray(1 + (x * bits) / 8);
    return [red, green, blue, colourType === 6 ? alpha : 255];
  });
  return { width, height, pixels };
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: Colour, other: Colour): number {
  const [darker = 0, lighter = 0] = [one, other]
    .map(([red, green, blue]) => {
      const [r = 0, g = 0, b = 0] = [red, green, blue]
        .map((value) => value / 255)
        .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
    })
    .sort((a, b) => a - b);
  return lighter / darker;
}

/** The colour of most solid pixels that are not the white of a sign. */
function mainColour({ pixels }: Picture): Colour {
  const solid = pixels.filter(([red, green, blue, alpha]) => alpha === 255 && red + green + blue < 700);
  const counts = Map.groupBy(solid, (colour) => colour.join());
  const [most] = [...counts.values()].sort((a, b) => b.length - a.length);
  assert.ok(most?.[0]);
  return most[0];
}

describe('the icons of the cards', () => {
  it('are there for every presence that a card shows, each with its source', async () => {
    assert.deepEqual(Object.keys(icons), ids);
    const sources = await readdir(new URL('src/cards/icons/svg/', root));
    assert.deepEqual(
      sources.sort(),
      ids.map((id) => `${id}.svg`),
    );
  });

  for (const [id, uri] of Object.entries(icons)) {
    const prefix = 'data:image/png;base64,';
    const png = Buffer.from(uri.slice(prefix.length), 'base64');

    it(`${id} is a small picture of 48 by 48 that leaves its corners open`, () => {
      assert.ok(uri.startsWith(prefix));
      assert.ok(png.length <= 600, `${png.length} bytes`);
      const { width, height, pixels } = readPng(png);
      assert.deepEqual([width, height], [48, 48]);
      for (const corner of [0, 47, 47 * 48, 48 * 48 - 1]) assert.equal(pixels[corner]?.[3], 0);
      assert.ok(pixels.some(([, , , alpha]) => alpha === 255));
    });

    it(`${id} stands out from a white card and from a dark one`, () => {
      const colour = mainColour(readPng(png));
      // What WCAG asks of a picture that says something: https://www.w3.org/TR/WCAG22/#non-text-contrast
      for (const card of [0xff, 0x29, 0x1f]) assert.ok(contrast(colour, [card, card, card, 255]) >= 3);
    });
  }

  it('look different from each other', () => {
    assert.equal(new Set(Object.values(icons)).size, ids.length);
  });
});

// https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package#app-icons
describe('the icons of the Teams app', () => {
  const read = async (name: string): Promise<Picture> =>
    readPng(await readFile(new URL(`appPackage/${name}`, root)));

  it('have a colour one of 192 by 192 without a see-through pixel', async () => {
    const { width, height, pixels } = await read('color.png');
    assert.deepEqual([width, height], [192, 192]);
    assert.ok(pixels.every(([, , , alpha]) => alpha === 255));
  });

  it('keep the sign of the colour one in its middle, where no shape cuts it off', async () => {
    const { width, pixels } = await read('color.png');
    const ground = pixels[0]?.join();
    pixels.forEach((colour, at) => {
      const [x, y] = [at % width, Math.floor(at / width)];
      const inTheMiddle = [x, y].every((place) => place >= 36 && place < 156);
      assert.ok(inTheMiddle || colour.join() === ground, `${x}, ${y}`);
    });
  });

  it('have an outline of 32 by 32 in pure white on nothing', async () => {
    const { width, height, pixels } = await read('outline.png');
    assert.deepEqual([width, height], [32, 32]);
    assert.ok(pixels.every(([red, green, blue]) => red + green + blue === 3 * 255));
    assert.ok(pixels.some(([, , , alpha]) => alpha === 0));
    assert.ok(pixels.some(([, , , alpha]) => alpha === 255));
  });

  it('have their sources', async () => {
    assert.deepEqual((await readdir(new URL('appPackage/icons/', root))).sort(), [
      'color.svg',
      'outline.svg',
    ]);
  });
});
