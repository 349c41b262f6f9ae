/** The words in a chat message's HTML. Nothing of it is shown as markup, so all that counts is where words end. */

import { decode } from 'html-entities';

/** Teams' limit of a message; beyond it nothing is looked at. */
const longest = 28_000;
/** Tags within a word; after any other a new word begins, and except for pictures a new line. */
const inline = new Set('a at b code del em font i ins mark s span strike strong sub sup u'.split(' '));
const pictures = new Set(['img', 'emoji']);
/** What stands in these is for machines. */
const unread = new Set(['script', 'style']);

/** Plain text, its lines apart; linear in the length of what came. */
export function textOfHtml(html: string): string {
  const [start = '', ...rest] = html.slice(0, longest).split('<');
  const words = [start];
  let within = '';
  for (const piece of rest) {
    const end = piece.indexOf('>');
    const name = /^\/?([a-z0-9]{1,20})/i.exec(piece)?.[1]?.toLowerCase() ?? '';
    if (within !== '' && !(name === within && piece.startsWith('/'))) continue;
    within = unread.has(name) && !piece.startsWith('/') ? name : '';
    // A tag that never ends is none of ours to guess at.
    if (end < 0 || within !== '') continue;
    words.push(inline.has(name) ? '' : pictures.has(name) ? ' ' : '\n', piece.slice(end + 1));
  }
  return decode(words.join(''))
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
