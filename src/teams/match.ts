/** People by name, the most relevant first. */

interface Named {
  readonly name: string;
  /** The name, folded: made once, since a search asks with every letter typed. */
  readonly key: string;
}

const alphabet = new Intl.Collator();
/** Entra's longest display name. */
const longest = 256;

/**
 * Those whose name fits what was typed, best first: the whole name, its beginning, the beginning of a later word, then
 * anywhere in it. Case and accents do not matter; equally good ones stand in alphabetical order.
 */
export function matching<P extends Named>(people: readonly P[], typed: string): readonly P[] {
  const wanted = typed.length > longest ? '' : folded(typed);
  if (wanted === '') return [];
  return people
    .map((person) => ({ person, rank: rankOf(person.key, wanted) }))
    .filter(({ rank }) => rank !== undefined)
    .sort(
      (one, other) =>
        (one.rank ?? 0) - (other.rank ?? 0) || alphabet.compare(one.person.name, other.person.name),
    )
    .map(({ person }) => person);
}

function rankOf(name: string, wanted: string): number | undefined {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (name.includes(` ${wanted}`)) return 2;
  const words = name.split(' ');
  if (wanted.split(' ').every((part) => words.some((word) => word.startsWith(part)))) return 3;
  return name.includes(wanted) ? 4 : undefined;
}

/** Letters with a stroke or of two, which no normal form takes apart. */
const plain: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** A text as it is compared: without case, accents and marks. */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[æœßøłđðþı]/g, (letter) => plain[letter] ?? letter)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
