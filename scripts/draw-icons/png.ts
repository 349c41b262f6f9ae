import { crc32, deflateSync } from 'node:zlib';

/** Pixels in rows from the top, four bytes each: red, green, blue, alpha (not premultiplied). */
export interface Picture {
  width: number;
  height: number;
  rgba: Uint8Array;
}

/** Colours of four bytes each, and for every pixel the number of its colour. */
export interface Indexed {
  palette: number[][];
  indices: number[];
}

/**
 * A PNG as small as icons get: at most 16 colours, half a byte for each pixel, no filter (which seldom helps
 * a palette), and transparency only for those colours that have some.
 * https://www.w3.org/TR/png-3/#11PLTE
 */
export function indexedPng({ width, height }: Picture, { palette, indices }: Indexed): Buffer {
  if (palette.length > 16) throw new RangeError(`16 colours at most, not ${palette.length}`);
  const rowBytes = Math.ceil(width / 2);
  const rows = Buffer.alloc(height * (1 + rowBytes));
  indices.forEach((index, at) => {
    const x = at % width;
    const y = Math.floor(at / width);
    const place = y * (1 + rowBytes) + 1 + (x >> 1);
    rows.writeUInt8(rows.readUInt8(place) | (index << (x % 2 === 0 ? 4 : 0)), place);
  });
  const solid = palette.findIndex(([, , , alpha]) => alpha === 255);
  const seeThrough = solid < 0 ? palette : palette.slice(0, solid);
  return png(header(width, height, 4, 3), [
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => colour.slice(0, 3)))),
    chunk('tRNS', Buffer.from(seeThrough.map(([, , , alpha]) => alpha ?? 255))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
  ]);
}

/** A PNG that keeps every pixel as it is; without the alpha where `opaque` says that there is none. */
export function fullPng({ width, height, rgba }: Picture, { opaque }: { opaque: boolean }): Buffer {
  const rowsOf = Array.from({ length: height }, (_, y) => rgba.subarray(y * width * 4, (y + 1) * width * 4));
  const rows = rowsOf.map((row) => Buffer.from([0, ...(opaque ? row.filter((_, at) => at % 4 !== 3) : row)]));
  return png(header(width, height, 8, opaque ? 2 : 6), [
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
  ]);
}

function png(ihdr: Buffer, chunks: Buffer[]): Buffer {
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', ihdr), ...chunks, chunk('IEND', Buffer.alloc(0))]);
}

function header(width: number, height: number, bitDepth: number, colourType: number): Buffer {
  const ihdr = Buffer.alloc(13);
  ihdr.writeUInt32BE(width, 0);
  ihdr.writeUInt32BE(height, 4);
  ihdr.writeUInt8(bitDepth, 8);
  ihdr.writeUInt8(colourType, 9);
  return ihdr;
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}
