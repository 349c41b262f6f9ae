/** Places in a JSON document, written as Teams' localisation files do: `bots[0].commandLists[0].commands[1].title`. */

export type Place = readonly string[];

export function readPlace(written: string): Place {
  return written.split(/[.[\]]+/).filter((part) => part !== '');
}

export function writePlace(place: Place): string {
  return place
    .map((part) => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`))
    .join('')
    .replace(/^\./, '');
}

/** What is there; undefined when nothing is. */
export function at(document: unknown, place: Place): unknown {
  return place.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, part)
        ? Reflect.get(value, part)
        : undefined,
    document,
  );
}

/** The keys of an object with their values; none of anything else. */
export function entries(document: unknown): [string, unknown][] {
  return typeof document === 'object' && document !== null ? Object.entries(document) : [];
}
