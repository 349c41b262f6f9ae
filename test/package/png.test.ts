/** The reader of the outline's pixels: what a drawing program writes, it has to understand. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deflateSync } from 'node:zlib';
import { readHeader, readPixels } from '../../scripts/package/png.ts';

const width = 3;
const height = 5;
const bytesPerPixel = 4;
const rowBytes = width * bytesPerPixel;

/** Any bytes will do, as long as each row differs from the one above. */
const bytes = Uint8Array.from({ length: height * rowBytes }, (_, at) => (at * 89 + (at >> 3) * 31) % 256);

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  // The reader does not look at checksums.
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
}

function png(
  rows: Buffer,
  kind: readonly [bitDepth: number, colourType: number, interlaced: number],
): Buffer {
  const [bitDepth, colourType, interlaced] = kind;
  const header = Buffer.from([0, 0, 0, width, 0, 0, 0, height, bitDepth, colourType, 0, 0, interlaced]);
  const packed = deflateSync(rows);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('tEXt', Buffer.from('Comment\0IDAT')),
    // Encoders split what is long.
    ...[packed.subarray(0, 7), packed.subarray(7)].map((part) => chunk('IDAT', part)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A byte of the picture, 0 outside of it. */
function raw(x: number, y: number): number {
  return x < 0 || y < 0 ? 0 : (bytes[y * rowBytes + x] ?? 0);
}

/** What each filter subtracts: https://www.w3.org/TR/png-3/#9Filters */
const filters: readonly ((left: number, up: number, upLeft: number) => number)[] = [
  () => 0,
  (left) => left,
  (_left, up) => up,
  (left, up) => Math.floor((left + up) / 2),
  (left, up, upLeft) => {
    const [a, b, c] = [left, up, upLeft].map((one) => Math.abs(left + up - upLeft - one));
    if (a === undefined || b === undefined || c === undefined) return 0;
    return a <= b && a <= c ? left : b <= c ? up : upLeft;
  },
];

const rgba = [8, 6, 0] as const;

describe('a PNG', () => {
  it('is read whichever filter each row has', () => {
    for (let turn = 0; turn < filters.length; turn += 1) {
      const rows = Array.from({ length: height }, (_, y) => {
        const filter = (y + turn) % filters.length;
        const row = Array.from({ length: rowBytes }, (_byte, x) => {
          const before = x - bytesPerPixel;
          const predicted = filters[filter]?.(raw(before, y), raw(x, y - 1), raw(before, y - 1)) ?? 0;
          return (raw(x, y) - predicted) & 255;
        });
        return [filter, ...row];
      });
      const pixels = readPixels(png(Buffer.from(rows.flat()), rgba));
      assert.deepEqual(
        pixels?.flatMap(({ red, green, blue, alpha }) => [red, green, blue, alpha]),
        [...bytes],
      );
    }
  });

  it('says its size', () => {
    const header = readHeader(png(Buffer.alloc(0), rgba));
    assert.deepEqual([header?.width, header?.height], [width, height]);
  });

  it('of another kind, or one that holds too little, is not guessed at', () => {
    const rows = Buffer.alloc(height * (1 + rowBytes));
    assert.equal(readPixels(png(rows, rgba))?.length, width * height);
    for (const kind of [
      [16, 6, 0],
      [8, 2, 0],
      [8, 3, 0],
      [8, 6, 1],
    ] as const) {
      assert.equal(readPixels(png(rows, kind)), undefined);
    }
    assert.equal(readPixels(png(rows.subarray(1), rgba)), undefined);
    assert.equal(readPixels(png(rows, rgba).subarray(0, 80)), undefined);
    assert.equal(readPixels(new Uint8Array(0)), undefined);
  });
});
