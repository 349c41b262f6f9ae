/** Rows of a card, and what fits in one. */

import { shortened } from '../presence/well-formed.ts';
import type { Row } from '../replies/card.ts';
import icons from './icons/icons.json' with { type: 'json' };

/** Statuses beside each other in the form. */
export const tilesInRow = 3;
/** The width of a row of buttons on a narrow card: clients cut titles, and hide buttons beyond the fifth. */
const buttonsInLine = 5;
const charactersInLine = 44;
/** Width of a button's edges and the gap beside it. */
const charactersOfButton = 5;

export function rowData({ icon, title, detail }: Row): object {
  return { icon: icons[icon], title: clipped(title), detail: some(clipped(detail)) };
}

/** Optional parts are lists in a template: they bind faster than a condition. */
export function some(text: string): readonly string[] {
  return text === '' ? [] : [text];
}

/** Graph documents no limit for other people's texts, but a card has one. */
const longestText = 600;

export function clipped(text: string): string {
  return shortened(text, longestText);
}

/** Buttons in as many lines as their titles need. */
export function inLines<T extends { readonly title: string }>(
  examples: readonly T[],
): readonly (readonly T[])[] {
  const lines: T[][] = [];
  let room = 0;
  for (const example of examples) {
    const width = example.title.length + charactersOfButton;
    const line = lines.at(-1);
    if (line === undefined || width > room || line.length === buttonsInLine) {
      lines.push([example]);
      room = charactersInLine - width;
    } else {
      line.push(example);
      room -= width;
    }
  }
  return lines;
}

export function inRows<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, row) =>
    all.slice(row * size, (row + 1) * size),
  );
}
