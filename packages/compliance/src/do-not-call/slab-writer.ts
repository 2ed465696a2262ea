/** Writes a do-not-call file in pieces, so that a large list is never twice in memory. */
import { Checksum } from './checksum.js';
import {
  BITSET_BYTES,
  FLAG_DELTA,
  FORMAT_VERSION,
  HEADER_BYTES,
  MAGIC,
  SPARSE_LIMIT,
  pad8,
  slabBytes,
} from './format.js';

/** A source of slabs in ascending order of prefix. */
export interface SlabSource {
  readonly prefixes: Float64Array;
  /** Sets the bits of the slab at an index into a zeroed bitset of 1,250 bytes. */
  fill(index: number, bitset: Uint8Array): void;
}

/** Header of a file. */
export interface SetHeader {
  /** Day number of the list's date. */
  readonly day: number;
  /** Where the list comes from, for refusals. */
  readonly source: string;
}

const BITS: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) => {
  let bits = 0;
  for (let rest = byte; rest > 0; rest >>= 1) bits += rest & 1;
  return bits;
});

/** Numbers in a bitset. */
export function countBits(bitset: Uint8Array): number {
  let count = 0;
  for (let index = 0; index < bitset.length; index += 1) count += BITS[bitset[index] as number] as number;
  return count;
}

/** Yields the bytes of a file: a set, or with `removals` a delta. Slabs that are empty are left out. */
export function* writeChunks(
  additions: SlabSource,
  header: SetHeader,
  removals?: SlabSource,
): Generator<Uint8Array> {
  const first = countsOf(additions);
  const second = removals ? countsOf(removals) : undefined;
  const sum = new Checksum();
  const emit = (bytes: Uint8Array): Uint8Array => {
    sum.update(bytes);
    return bytes;
  };
  yield emit(headerBytes(first, second, header));
  yield emit(indexBytes(first, second));
  for (const bytes of slabChunks(additions, first)) yield emit(bytes);
  if (removals && second) for (const bytes of slabChunks(removals, second)) yield emit(bytes);
  const trailer = new Uint8Array(4);
  new DataView(trailer.buffer).setUint32(0, sum.digest(), true);
  yield trailer;
}

interface Counts {
  readonly prefixes: Float64Array;
  readonly indexes: Uint32Array;
  readonly counts: Uint16Array;
  readonly total: number;
}

function countsOf(source: SlabSource): Counts {
  const scratch = new Uint8Array(BITSET_BYTES);
  const length = source.prefixes.length;
  const prefixes = new Float64Array(length);
  const indexes = new Uint32Array(length);
  const counts = new Uint16Array(length);
  let kept = 0;
  let total = 0;
  for (let index = 0; index < length; index += 1) {
    scratch.fill(0);
    source.fill(index, scratch);
    const count = countBits(scratch);
    if (count === 0) continue;
    prefixes[kept] = source.prefixes[index] as number;
    indexes[kept] = index;
    counts[kept] = count;
    kept += 1;
    total += count;
  }
  return {
    prefixes: prefixes.subarray(0, kept),
    indexes: indexes.subarray(0, kept),
    counts: counts.subarray(0, kept),
    total,
  };
}

function headerBytes(first: Counts, second: Counts | undefined, header: SetHeader): Uint8Array {
  const name = new TextEncoder().encode(header.source);
  const bytes = new Uint8Array(pad8(HEADER_BYTES + name.length));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint16(4, FORMAT_VERSION, true);
  view.setUint16(6, second ? FLAG_DELTA : 0, true);
  view.setInt32(8, header.day, true);
  view.setUint32(12, first.prefixes.length, true);
  view.setFloat64(16, first.total, true);
  view.setUint32(24, second ? second.prefixes.length : 0, true);
  view.setUint16(28, name.length, true);
  bytes.set(name, HEADER_BYTES);
  return bytes;
}

function indexBytes(first: Counts, second: Counts | undefined): Uint8Array {
  const parts = second ? [first, second] : [first];
  const slabs = parts.reduce((sum, part) => sum + part.prefixes.length, 0);
  const bytes = new Uint8Array(pad8(slabs * 14));
  const prefixes = new Float64Array(bytes.buffer, 0, slabs);
  const offsets = new Uint32Array(bytes.buffer, slabs * 8, slabs);
  const counts = new Uint16Array(bytes.buffer, slabs * 12, slabs);
  let at = 0;
  let offset = 0;
  for (const part of parts) {
    for (let index = 0; index < part.prefixes.length; index += 1) {
      const count = part.counts[index] as number;
      prefixes[at] = part.prefixes[index] as number;
      offsets[at] = offset;
      counts[at] = count;
      at += 1;
      offset += slabBytes(count);
    }
  }
  return bytes;
}

const CHUNK_BYTES = 4 * 1024 * 1024;

function* slabChunks(source: SlabSource, counts: Counts): Generator<Uint8Array> {
  let chunk = new Uint8Array(CHUNK_BYTES);
  let used = 0;
  const scratch = new Uint8Array(BITSET_BYTES);
  for (let index = 0; index < counts.prefixes.length; index += 1) {
    const count = counts.counts[index] as number;
    const size = slabBytes(count);
    if (used + size > CHUNK_BYTES) {
      yield chunk.subarray(0, used);
      chunk = new Uint8Array(CHUNK_BYTES);
      used = 0;
    }
    scratch.fill(0);
    source.fill(counts.indexes[index] as number, scratch);
    if (count > SPARSE_LIMIT) chunk.set(scratch, used);
    else writeList(scratch, chunk, used);
    used += size;
  }
  if (used > 0) yield chunk.subarray(0, used);
}

function writeList(bitset: Uint8Array, out: Uint8Array, at: number): void {
  let to = at;
  for (let byte = 0; byte < bitset.length; byte += 1) {
    const bits = bitset[byte] as number;
    if (bits === 0) continue;
    for (let bit = 0; bit < 8; bit += 1) {
      if ((bits >> bit) & 1) {
        const value = byte * 8 + bit;
        out[to] = value & 0xff;
        out[to + 1] = value >> 8;
        to += 2;
      }
    }
  }
}

/** Joins chunks to one array. */
export function joinChunks(chunks: Iterable<Uint8Array>): Uint8Array {
  const list = [...chunks];
  const bytes = new Uint8Array(list.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of list) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
