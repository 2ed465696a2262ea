/** The changes from one do-not-call list to the next, as a file. */
import { CollectedNumbers } from './collected-numbers.js';
import { headerOf, type DoNotCallListInfo } from './list-info.js';
import { joinChunks, writeChunks } from './slab-writer.js';

/** The bytes of a delta: numbers added and numbers removed. */
export function doNotCallDelta(
  change: { readonly added: Iterable<string>; readonly removed: Iterable<string> },
  info: DoNotCallListInfo,
): Uint8Array {
  const added = new CollectedNumbers().addAll(change.added);
  const removed = new CollectedNumbers().addAll(change.removed);
  return joinChunks(writeChunks(added.source(), headerOf(info), removed.source()));
}
