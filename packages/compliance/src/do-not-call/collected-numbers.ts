/** Collects the numbers of a list before its file is written. */
import { ComplianceInputError } from '../errors.js';
import { NANP_EXCHANGES, NANP_FIRST, SHORT_LIST } from './exchanges.js';
import { BITSET_BYTES, EXCHANGE_SIZE, phoneKey, setBit, setBits } from './format.js';
import { headerOf, type DoNotCallListInfo } from './list-info.js';
import { writeChunks, type SlabSource } from './slab-writer.js';

/** Numbers collected in any order, one bitset an exchange. */
export class CollectedNumbers {
  readonly #slabs = new Map<number, Uint8Array>();
  #lastPrefix = -1;
  #lastSlab = new Uint8Array(0);
  #nanp: (Uint8Array | undefined)[] | undefined;

  /** Adds a number by its digits read as an integer. */
  addKey(key: number): void {
    const prefix = Math.floor(key / EXCHANGE_SIZE);
    if (prefix !== this.#lastPrefix) {
      this.#lastSlab = this.#slabOf(prefix);
      this.#lastPrefix = prefix;
    }
    setBit(this.#lastSlab, key - prefix * EXCHANGE_SIZE);
  }

  /** Adds every number from `first` to `last`, both included, by their digits read as integers. */
  addRange(first: number, last: number): void {
    for (let from = first; from <= last;) {
      const prefix = Math.floor(from / EXCHANGE_SIZE);
      const begin = prefix * EXCHANGE_SIZE;
      const to = Math.min(last, begin + EXCHANGE_SIZE - 1);
      setBits(this.#slabOf(prefix), from - begin, to - begin);
      from = to + 1;
    }
  }

  #slabOf(prefix: number): Uint8Array<ArrayBuffer> {
    const exchange = prefix - NANP_FIRST;
    const isNanp = exchange >= 0 && exchange < NANP_EXCHANGES;
    const known = isNanp && this.#nanp ? this.#nanp[exchange] : this.#slabs.get(prefix);
    if (known) return known as Uint8Array<ArrayBuffer>;
    const slab = new Uint8Array(BITSET_BYTES);
    this.#slabs.set(prefix, slab);
    if (isNanp && this.#nanp) this.#nanp[exchange] = slab;
    else if (this.#slabs.size === SHORT_LIST) this.#tabulate();
    return slab;
  }

  /** Builds the table of exchanges, once the list is long enough. */
  #tabulate(): void {
    const table = new Array<Uint8Array | undefined>(NANP_EXCHANGES).fill(undefined);
    for (const [prefix, slab] of this.#slabs)
      if (prefix >= NANP_FIRST && prefix < NANP_FIRST + NANP_EXCHANGES) table[prefix - NANP_FIRST] = slab;
    this.#nanp = table;
  }

  /** Adds E.164 texts. @throws ComplianceInputError naming the position of a number that cannot be read */
  addAll(numbers: Iterable<string>): this {
    let position = 0;
    for (const number of numbers) {
      position += 1;
      const key = phoneKey(number);
      if (Number.isNaN(key))
        throw new ComplianceInputError(
          `numbers[${position - 1}]`,
          'is not an E.164 number such as +12025550100',
        );
      this.addKey(key);
    }
    return this;
  }

  /** The file's bytes in pieces. */
  toChunks(info: DoNotCallListInfo): Generator<Uint8Array> {
    return writeChunks(this.source(), headerOf(info));
  }

  /** Slabs in order, for the writer. */
  source(): SlabSource {
    const prefixes = Float64Array.from(this.#slabs.keys()).sort();
    return {
      prefixes,
      fill: (index, bitset) => bitset.set(this.#slabs.get(prefixes[index] as number) as Uint8Array),
    };
  }
}
