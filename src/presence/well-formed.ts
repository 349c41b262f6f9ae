/**
 * Text that a database can store: PostgreSQL takes neither U+0000 nor half of a surrogate pair, in text or in JSON.
 * https://www.postgresql.org/docs/current/datatype-json.html
 */

/** Whether a database takes that text as it is. */
export function isWellFormed(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

/** The text without U+0000, and with U+FFFD for each half of a surrogate pair. */
export function wellFormed(text: string): string {
  return text.toWellFormed().replaceAll('\0', '');
}

/** A text of at most that many UTF-16 units, cut between characters. */
export function clipped(text: string, most: number): string {
  return wellFormed(text.slice(0, most).replace(/[\uD800-\uDBFF]$/, ''));
}

/** A text of at most that many UTF-16 units; a longer one ends in an ellipsis. */
export function shortened(text: string, most: number): string {
  return text.length <= most ? wellFormed(text) : `${clipped(text, most - 1)}…`;
}

/** JSON escapes that may stand for U+0000 or for half of a surrogate pair. */
const doubtful = /\\u(?:0000|[dD][89a-fA-F])/;
/** Every escape, so that a backslash that is itself escaped begins none; a pair of surrogates is one. */
const escapes = /\\u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|\\u[\da-fA-F]{4}|\\./g;

/** The JSON with every text and name in it well-formed. Works on the escapes, so that no depth of nesting matters. */
export function wellFormedJson(json: string): string {
  return doubtful.test(json) ? json.replace(escapes, wellFormedEscape) : json;
}

function wellFormedEscape(escape: string): string {
  if (escape === '\\u0000') return '';
  return escape.length === 6 && /^\\u[dD][89a-fA-F]/.test(escape) ? '\\ufffd' : escape;
}
