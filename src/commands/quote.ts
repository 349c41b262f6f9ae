/** Other people's words on one line of ours. */

/** So much of a text is looked at to make a line of it. */
const longestLooked = 2000;

/** The text on one line of so many characters at most, its last one whole, and without the marks that would turn the words around it. */
export function quote(text: string, longest: number): string {
  const line = text
    .slice(0, longestLooked)
    .replaceAll(/\p{Bidi_Control}/gu, '')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  if (line.length <= longest) return line.toWellFormed();
  return `${line.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`.toWellFormed();
}
