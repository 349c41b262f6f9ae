/** Rows in one statement: far fewer parameters than either database takes. */
const rowsAtOnce = 500;

/** The items in their order, in chunks of at most `size`; by default as many as one statement takes rows. */
export function chunksOf<Item>(items: readonly Item[], size = rowsAtOnce): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
