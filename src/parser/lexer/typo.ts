/** Words that may be meant behind an unknown one. Offered, never acted on. */

const longest = 24;

/** The nearest words of the vocabulary: at most one slip apart up to five letters, two above. At most three. */
export function nearest(word: string, vocabulary: readonly string[]): string[] {
  if (word.length < 3 || word.length > longest) return [];
  const allowed = word.length <= 5 ? 1 : 2;
  let best = allowed + 1;
  let found: string[] = [];
  for (const known of vocabulary) {
    if (Math.abs(known.length - word.length) > Math.min(best, allowed)) continue;
    const slips = distance(word, known, Math.min(best, allowed));
    if (slips > allowed || slips > best) continue;
    if (slips < best) found = [];
    best = slips;
    found.push(known);
  }
  return found.slice(0, 3);
}

const vowel = /[aeiou]/g;

/** Words with the same consonants, one slip allowed: "bzy", "avlbl". For words that are near to nothing else. */
export function abbreviated(word: string, vocabulary: readonly string[]): string[] {
  const short = word.replace(vowel, '');
  if (short.length < 3 || word.length > longest) return [];
  return vocabulary
    .filter((known) => known.length > word.length && known.startsWith(word.charAt(0)))
    .filter((known) => distance(short, known.replace(vowel, ''), 1) <= 1)
    .slice(0, 3);
}

const width = longest + 3;
/** Three rows of the table of costs, used again for every pair: nothing is kept between calls. */
const rows = [new Uint8Array(width), new Uint8Array(width), new Uint8Array(width)] as const;

/**
 * Optimal string alignment of two words of at most 26 letters: insertions, deletions, substitutions
 * and swaps of neighbours. `limit + 1` when it is more.
 */
function distance(a: string, b: string, limit: number): number {
  let [before, last, current] = rows;
  for (let column = 0; column <= b.length; column += 1) last[column] = column;
  for (let row = 1; row <= a.length; row += 1) {
    current[0] = row;
    let smallest = row;
    for (let column = 1; column <= b.length; column += 1) {
      const same = a.charCodeAt(row - 1) === b.charCodeAt(column - 1);
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 &&
        column > 1 &&
        a.charCodeAt(row - 1) === b.charCodeAt(column - 2) &&
        a.charCodeAt(row - 2) === b.charCodeAt(column - 1);
      if (swapped) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      current[column] = cost;
      if (cost < smallest) smallest = cost;
    }
    if (smallest > limit) return limit + 1;
    [before, last, current] = [last, current, before];
  }
  return last[b.length] ?? limit + 1;
}
