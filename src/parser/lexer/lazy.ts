/** Tables that are built when they are first needed: a start that builds them all would be later by as much. */

/** Gives what `build` makes, made once. */
export function lazy<T>(build: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: build() }).value;
}
