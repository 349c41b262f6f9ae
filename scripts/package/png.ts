/** As much of PNG as icons need: https://www.w3.org/TR/png-3/ */

import { inflateSync } from 'node:zlib';

export interface Header {
  readonly width: number;
  readonly height: number;
  readonly bitDepth: number;
  readonly colourType: number;
  readonly interlaced: boolean;
}

export interface Pixel {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const headerEnd = signature.length + 8 + 13;
const rgba = 6;
const bytesPerPixel = 4;

/** Size and kind of a picture; undefined when it is no PNG. */
export function readHeader(bytes: Uint8Array): Header | undefined {
  const file = Buffer.from(bytes);
  if (file.length < headerEnd || !file.subarray(0, signature.length).equals(signature)) return undefined;
  const header = file.subarray(signature.length + 8);
  return {
    width: header.readUInt32BE(0),
    height: header.readUInt32BE(4),
    bitDepth: header.readUInt8(8),
    colourType: header.readUInt8(9),
    interlaced: header.readUInt8(12) !== 0,
  };
}

/** Every pixel of an 8-bit RGBA picture, from the top; undefined when it is anything else, or broken. */
export function readPixels(bytes: Uint8Array): Pixel[] | undefined {
  const header = readHeader(bytes);
  if (header?.bitDepth !== 8 || header.colourType !== rgba || header.interlaced) return undefined;
  const { width, height } = header;
  const rows = inflate(bytes);
  const rowBytes = width * bytesPerPixel;
  if (rows?.length !== height * (1 + rowBytes)) return undefined;
  let above = new Uint8Array(rowBytes);
  return Array.from({ length: height }, (_, y) => {
    const from = y * (1 + rowBytes);
    above = unfilter(rows[from] ?? 0, rows.subarray(from + 1, from + 1 + rowBytes), above);
    return above;
  }).flatMap((row) => Array.from({ length: width }, (_, x) => pixel(row.subarray(x * bytesPerPixel))));
}

function pixel([red = 0, green = 0, blue = 0, alpha = 0]: Uint8Array): Pixel {
  return { red, green, blue, alpha };
}

function inflate(bytes: Uint8Array): Uint8Array | undefined {
  const file = Buffer.from(bytes);
  const parts: Buffer[] = [];
  for (let at = signature.length; at + 8 <= file.length; at += 12 + file.readUInt32BE(at)) {
    const data = file.subarray(at + 8, at + 8 + file.readUInt32BE(at));
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(data);
  }
  try {
    return inflateSync(Buffer.concat(parts));
  } catch {
    // A broken stream is what the caller asks about, whatever zlib calls it.
    return undefined;
  }
}

/** https://www.w3.org/TR/png-3/#9Filter-types */
function unfilter(filter: number, row: Uint8Array, above: Uint8Array): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(row.length);
  row.forEach((byte, x) => {
    const left = out[x - bytesPerPixel] ?? 0;
    const up = above[x] ?? 0;
    const upLeft = above[x - bytesPerPixel] ?? 0;
    const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, upLeft)][filter] ?? 0;
    out[x] = byte + predicted;
  });
  return out;
}

function paeth(left: number, up: number, upLeft: number): number {
  const guess = left + up - upLeft;
  const [near = left] = [left, up, upLeft].sort((a, b) => Math.abs(guess - a) - Math.abs(guess - b));
  return near;
}
