/** Long lists go to the database in pieces. */

/** Ids in one `in (...)`. */
const CHUNK = 500;

/** Splits a list into pieces of at most `size` items, in their order. */
export function* inChunks<Item>(items: readonly Item[], size: number = CHUNK): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
