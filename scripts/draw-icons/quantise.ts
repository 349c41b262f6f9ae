import type { Indexed, Picture } from './png.ts';

/**
 * The picture in at most `most` colours, the least opaque first: the most frequent ones to begin with, then moved
 * to the middle of the pixels that each of them stands for, until nothing changes (k-means). The same picture
 * always gives the same colours.
 */
export function quantise({ rgba }: Picture, most: number): Indexed {
  const pixels = Array.from({ length: rgba.length / 4 }, (_, at) =>
    premultiplied(rgba.subarray(at * 4, at * 4 + 4)),
  );
  const counts = new Map<string, { colour: number[]; count: number }>();
  for (const colour of pixels) {
    const key = colour.join();
    counts.set(key, { colour, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const distinct = [...counts.values()].toSorted((a, b) => b.count - a.count);
  let centres = distinct.slice(0, most).map(({ colour }) => colour);
  for (let round = 0; round < 50; round += 1) {
    const moved = centres.map((centre, index) => {
      const mine = distinct.filter(({ colour }) => nearest(colour, centres) === index);
      return mine.length === 0 ? centre : middle(mine);
    });
    if (moved.join() === centres.join()) break;
    centres = moved;
  }
  centres = centres.toSorted((a, b) => (a[3] ?? 0) - (b[3] ?? 0));
  return { palette: centres.map(plain), indices: pixels.map((colour) => nearest(colour, centres)) };
}

/** Colours weighted by how much of them is seen, so that two invisible ones are the same one. */
function premultiplied([red = 0, green = 0, blue = 0, alpha = 0]: Uint8Array): number[] {
  return [...[red, green, blue].map((part) => (part * alpha) / 255), alpha];
}

function plain([red = 0, green = 0, blue = 0, alpha = 0]: number[]): number[] {
  const parts = [red, green, blue].map((part) => (alpha === 0 ? 0 : Math.round((part * 255) / alpha)));
  return [...parts, Math.round(alpha)];
}

function nearest(colour: number[], centres: number[][]): number {
  const distances = centres.map((centre) =>
    centre.reduce((sum, part, at) => sum + (part - (colour[at] ?? 0)) ** 2, 0),
  );
  return distances.indexOf(Math.min(...distances));
}

function middle(members: { colour: number[]; count: number }[]): number[] {
  const total = members.reduce((sum, { count }) => sum + count, 0);
  return [0, 1, 2, 3].map(
    (part) => members.reduce((sum, { colour, count }) => sum + (colour[part] ?? 0) * count, 0) / total,
  );
}
