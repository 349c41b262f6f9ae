/** `melde/logge mich ab/aus/` → each phrase that it stands for. */

/** No pattern may stand for more. */
const most = 2000;

/** All phrases of those between bars. */
export function expand(patterns: string): string[] {
  return patterns.split('|').flatMap((pattern) => phrasesOf(pattern.trim()));
}

function phrasesOf(pattern: string): string[] {
  if (pattern === '') return [];
  let phrases = [''];
  for (const place of pattern.split(/\s+/)) {
    const choices = place.split('/').map((choice) => choice.replaceAll('_', ' '));
    phrases = phrases.flatMap((before) =>
      choices.map((choice) => (choice === '' ? before : before === '' ? choice : `${before} ${choice}`)),
    );
    if (phrases.length > most) throw new RangeError(`too many phrases: ${pattern}`);
  }
  return phrases.filter((phrase) => phrase !== '');
}
