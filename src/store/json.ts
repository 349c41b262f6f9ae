/** JSON as the tables keep it: as text, which also takes what PostgreSQL's own JSON does not. */

/** What a text holds; undefined: it is no JSON. Whoever reads it narrows it. */
export function parsed(text: string | null | undefined): unknown {
  if (text === null || text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
