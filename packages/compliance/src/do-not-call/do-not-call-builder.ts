/** Builds a do-not-call set number by number. */
import { CollectedNumbers } from './collected-numbers.js';
import { DoNotCallSet } from './do-not-call-set.js';
import type { DoNotCallListInfo } from './list-info.js';
import { joinChunks } from './slab-writer.js';

/** Collects numbers for a set. */
export class DoNotCallBuilder extends CollectedNumbers {
  /** The set. */
  build(info: DoNotCallListInfo): DoNotCallSet {
    return DoNotCallSet.fromBytes(joinChunks(this.toChunks(info)));
  }
}
