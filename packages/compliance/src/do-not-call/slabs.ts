/** The slabs of a do-not-call file: numbers looked up in its bytes, without a copy. */
import { NANP_EXCHANGES, NANP_FIRST, SHORT_LIST } from './exchanges.js';
import { BITSET_BYTES, EXCHANGE_SIZE, SPARSE_LIMIT, setBit } from './format.js';
import type { SlabSource } from './slab-writer.js';

/** Numbers of a file. The arrays are views into its bytes. */
export class Slabs implements SlabSource {
  readonly prefixes: Float64Array;
  readonly #offsets: Uint32Array;
  readonly #counts: Uint16Array;
  readonly #bytes: Uint8Array;
  /**
   * By North American exchange: -1 none; a bitset's offset halved; below -1 the index of a list, as -2 -
   * index.
   */
  readonly #nanp: Int32Array;
  readonly #others = new Map<number, number>();

  constructor(prefixes: Float64Array, offsets: Uint32Array, counts: Uint16Array, bytes: Uint8Array) {
    this.prefixes = prefixes;
    this.#offsets = offsets;
    this.#counts = counts;
    this.#bytes = bytes;
    this.#nanp = new Int32Array(prefixes.length > SHORT_LIST ? NANP_EXCHANGES : 0).fill(-1);
    for (let index = 0; index < prefixes.length; index += 1) {
      const prefix = prefixes[index] as number;
      const isBitset = (counts[index] as number) > SPARSE_LIMIT;
      if (this.#nanp.length > 0 && prefix >= NANP_FIRST && prefix < NANP_FIRST + NANP_EXCHANGES)
        this.#nanp[prefix - NANP_FIRST] = isBitset ? (offsets[index] as number) / 2 : -2 - index;
      else this.#others.set(prefix, index);
    }
  }

  /** True where the number is in a slab, by its digits read as an integer. */
  has(key: number): boolean {
    const prefix = Math.floor(key / EXCHANGE_SIZE);
    const line = key - prefix * EXCHANGE_SIZE;
    const exchange = prefix - NANP_FIRST;
    if (exchange >= 0 && exchange < NANP_EXCHANGES && this.#nanp.length > 0) {
      const place = this.#nanp[exchange] as number;
      if (place >= 0) return (((this.#bytes[place * 2 + (line >> 3)] as number) >> (line & 7)) & 1) === 1;
      return place === -1 ? false : this.#inSlab(-2 - place, line);
    }
    const index = this.#others.get(prefix);
    return index === undefined ? false : this.#inSlab(index, line);
  }

  #inSlab(index: number, line: number): boolean {
    const count = this.#counts[index] as number;
    const offset = this.#offsets[index] as number;
    return count > SPARSE_LIMIT
      ? (((this.#bytes[offset + (line >> 3)] as number) >> (line & 7)) & 1) === 1
      : this.#inList(offset, count, line);
  }

  #inList(offset: number, count: number, line: number): boolean {
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >> 1;
      const value = this.#valueAt(offset + middle * 2);
      if (value === line) return true;
      if (value < line) low = middle + 1;
      else high = middle;
    }
    return false;
  }

  #valueAt(at: number): number {
    return (this.#bytes[at] as number) | ((this.#bytes[at + 1] as number) << 8);
  }

  /** Sets the bits of a slab in a bitset. */
  fill(index: number, bitset: Uint8Array): void {
    const count = this.#counts[index] as number;
    const offset = this.#offsets[index] as number;
    if (count > SPARSE_LIMIT) {
      for (let byte = 0; byte < BITSET_BYTES; byte += 1)
        bitset[byte] = (bitset[byte] as number) | (this.#bytes[offset + byte] as number);
      return;
    }
    for (let item = 0; item < count; item += 1) setBit(bitset, this.#valueAt(offset + item * 2));
  }
}
