/** Merges the changes of a delta into a list. */
import { BITSET_BYTES } from './format.js';
import type { SlabSource } from './slab-writer.js';
import type { Slabs } from './slabs.js';

/**
 * The base with the additions and without the removals, slab by slab. A number that is both removed and added
 * stays.
 */
export function merge(base: Slabs, additions: Slabs, removals: Slabs): SlabSource {
  const prefixes = Float64Array.from(new Set([...base.prefixes, ...additions.prefixes])).sort();
  const positions = [base, removals, additions].map(
    (slabs) => new Map(Array.from(slabs.prefixes, (prefix, index) => [prefix, index] as const)),
  );
  const scratch = new Uint8Array(BITSET_BYTES);
  return {
    prefixes,
    fill: (index, bitset) => {
      const prefix = prefixes[index] as number;
      const [inBase, inRemovals, inAdditions] = positions.map((map) => map.get(prefix));
      if (inBase !== undefined) base.fill(inBase, bitset);
      if (inRemovals !== undefined) {
        scratch.fill(0);
        removals.fill(inRemovals, scratch);
        for (let byte = 0; byte < BITSET_BYTES; byte += 1)
          bitset[byte] = (bitset[byte] as number) & ~(scratch[byte] as number);
      }
      if (inAdditions !== undefined) additions.fill(inAdditions, bitset);
    },
  };
}
