/** Somebody's words on one line. */

import { shortened } from '../presence/well-formed.ts';

/** Characters of a text that are read to make the line. */
const longestLooked = 2000;

/** The text on one line, cut to that many characters, without bidi controls. */
export function quote(text: string, longest: number): string {
  const line = text
    .slice(0, longestLooked)
    .replaceAll(/\p{Bidi_Control}/gu, '')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return shortened(line, longest);
}
