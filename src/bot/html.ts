/** The words in a chat message's HTML. Nothing of it is shown as markup, so all that counts is where words end. */

import { decode } from 'html-entities';

/** Teams' limit of a message; beyond it nothing is looked at. */
const longest = 28_000;
/** Tags within a word or a line; after any other a new line begins. */
const inline = new Set(['a', 'at', 'b', 'code', 'em', 'i', 's', 'span', 'strong', 'sub', 'sup', 'u']);

/** Plain text, its lines apart; linear in the length of what came. */
export function textOfHtml(html: string): string {
  const [start = '', ...rest] = html.slice(0, longest).split('<');
  const words = rest.map((piece) => {
    const end = piece.indexOf('>');
    // A tag that never ends is none of ours to guess at.
    if (end < 0) return '';
    const name = /^\/?([a-z0-9]{1,20})/i.exec(piece)?.[1]?.toLowerCase() ?? '';
    return (inline.has(name) ? '' : '\n') + piece.slice(end + 1);
  });
  return decode(start + words.join(''))
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
