/** Opens the bytes of a do-not-call file and checks that they are whole. */
import { DoNotCallFormatError } from '../errors.js';
import { checksum } from './checksum.js';
import { FLAG_DELTA, FORMAT_VERSION, HEADER_BYTES, MAGIC, pad8, slabBytes } from './format.js';
import { Slabs } from './slabs.js';

/** An opened file. */
export interface ParsedFile {
  /** Day number of the list's date. */
  readonly day: number;
  readonly source: string;
  /** Numbers in the list. */
  readonly count: number;
  readonly additions: Slabs;
  /** Undefined where the file is a set and not a delta. */
  readonly removals: Slabs | undefined;
}

/**
 * Checks and opens the bytes of a file.
 *
 * @throws DoNotCallFormatError where they are truncated, corrupt, or of another version
 */
export function parseFile(given: Uint8Array): ParsedFile {
  if (given.length < HEADER_BYTES + 4)
    throw new DoNotCallFormatError(
      'truncated',
      `The do-not-call file has ${given.length} bytes, less than a header: fetch it again.`,
    );
  // Typed views need alignment; a file read into a pool may lack it.
  const bytes = given.byteOffset % 8 === 0 ? given : given.slice();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== MAGIC)
    throw new DoNotCallFormatError(
      'not-a-set',
      'The file is not a do-not-call set: it does not begin with ODNC.',
    );
  const version = view.getUint16(4, true);
  if (version !== FORMAT_VERSION)
    throw new DoNotCallFormatError(
      'unknown-version',
      `The do-not-call file has format version ${version}; this reader knows ${FORMAT_VERSION}.`,
    );
  const slabs = view.getUint32(12, true);
  const removed = view.getUint32(24, true);
  const nameLength = view.getUint16(28, true);
  const indexAt = pad8(HEADER_BYTES + nameLength);
  const all = slabs + removed;
  const dataAt = indexAt + pad8(all * 14);
  if (bytes.length < dataAt + 4)
    throw new DoNotCallFormatError(
      'truncated',
      `The do-not-call file ends within its index of ${all} exchanges: fetch it again.`,
    );
  const prefixes = new Float64Array(bytes.buffer, bytes.byteOffset + indexAt, all);
  const offsets = new Uint32Array(bytes.buffer, bytes.byteOffset + indexAt + all * 8, all);
  const counts = new Uint16Array(bytes.buffer, bytes.byteOffset + indexAt + all * 12, all);
  const expected = all === 0 ? 0 : (offsets[all - 1] as number) + slabBytes(counts[all - 1] as number);
  if (bytes.length !== dataAt + expected + 4) {
    throw new DoNotCallFormatError(
      bytes.length < dataAt + expected + 4 ? 'truncated' : 'corrupt',
      `The do-not-call file has ${bytes.length} bytes where its index asks for ${dataAt + expected + 4}: ` +
        'fetch it again.',
    );
  }
  if (checksum(bytes.subarray(0, bytes.length - 4)) !== view.getUint32(bytes.length - 4, true)) {
    throw new DoNotCallFormatError(
      'corrupt',
      'The checksum of the do-not-call file does not match: it was damaged; fetch it again.',
    );
  }
  const data = bytes.subarray(dataAt, bytes.length - 4);
  const part = (from: number, to: number): Slabs =>
    new Slabs(prefixes.subarray(from, to), offsets.subarray(from, to), counts.subarray(from, to), data);
  return {
    day: view.getInt32(8, true),
    source: new TextDecoder().decode(bytes.subarray(HEADER_BYTES, HEADER_BYTES + nameLength)),
    count: view.getFloat64(16, true),
    additions: part(0, slabs),
    removals: (view.getUint16(6, true) & FLAG_DELTA) !== 0 ? part(slabs, all) : undefined,
  };
}
