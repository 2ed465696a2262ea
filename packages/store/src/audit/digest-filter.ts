/** A Bloom filter over digests: which rows the trail has named, in memory that does not grow with them. */
import { DIGEST_DIGITS } from '../identity.js';

/** Bits a digest: one in two hundred unknown digests is taken for a known one. */
const BITS_EACH = 16;
const LEAST_BITS = 1 << 16;
/** 32 MB. */
const MOST_BITS = 1 << 28;
/** Hexadecimal digits that make one position. */
const WORD = 8;

/**
 * Remembers digests. A digest it does not hold was never added. One in two hundred digests that were never
 * added seems to be held. It names suspects; {@link RowSum} decides.
 */
export class DigestFilter {
  readonly #bits: Uint8Array;
  readonly #size: number;

  /** `expected`: how many digests will be given; more make it less sharp. */
  constructor(expected: number) {
    let size = LEAST_BITS;
    while (size < expected * BITS_EACH && size < MOST_BITS) size *= 2;
    this.#size = size;
    this.#bits = new Uint8Array(size / 8);
  }

  /** Remembers a digest. */
  add(digest: string): void {
    for (const bit of this.#positions(digest)) {
      const at = bit >>> 3;
      this.#bits[at] = (this.#bits[at] ?? 0) | (1 << (bit & 7));
    }
  }

  /** False: certainly never given. */
  has(digest: string): boolean {
    return this.#positions(digest).every((bit) => ((this.#bits[bit >>> 3] ?? 0) & (1 << (bit & 7))) !== 0);
  }

  /** Four words of the digest, each a position. */
  #positions(digest: string): readonly number[] {
    const positions: number[] = [];
    for (let start = 0; start < DIGEST_DIGITS; start += WORD)
      positions.push(Number.parseInt(digest.slice(start, start + WORD), 16) % this.#size);
    return positions;
  }
}
