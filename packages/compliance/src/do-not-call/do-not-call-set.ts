/**
 * A do-not-call list of national size, read from bytes and looked up in place.
 *
 * Pure: bytes in, bytes out. Files, compression and atomic replacement live in the store.
 */
import { formatCivilDate, parseCivilDate } from '../time/civil-date.js';
import { ComplianceInputError } from '../errors.js';
import { checksum } from './checksum.js';
import { DoNotCallFormatError } from '../errors.js';
import {
  BITSET_BYTES,
  EXCHANGE_SIZE,
  FLAG_DELTA,
  FORMAT_VERSION,
  HEADER_BYTES,
  MAGIC,
  SPARSE_LIMIT,
  pad8,
  phoneKey,
  slabBytes,
} from './format.js';
import { joinChunks, writeChunks, type SetHeader, type SlabSource } from './slab-writer.js';

const DAY_MS = 86_400_000;
/** North American numbers are 1 and ten digits: their exchanges are found without a search. */
const NANP_FIRST = 1_000_000;
const NANP_EXCHANGES = 1_000_000;
/** Lists of up to so many exchanges are looked up in a map. */
const SHORT_LIST = 2000;

/** What a list says of itself. */
export interface DoNotCallListInfo {
  /** 'YYYY-MM-DD' on which the list was obtained. */
  readonly date: string;
  /** Where it comes from, for refusals: 'FTC registry'. */
  readonly source: string;
}

/** Numbers of a file, as views into its bytes. */
class Slabs implements SlabSource {
  readonly prefixes: Float64Array;
  private readonly offsets: Uint32Array;
  private readonly counts: Uint16Array;
  private readonly bytes: Uint8Array;
  /**
   * By North American exchange: -1 none; a bitset's offset halved; below -1 the index of a list, as -2 -
   * index.
   */
  private readonly nanp: Int32Array;
  private readonly others = new Map<number, number>();

  constructor(prefixes: Float64Array, offsets: Uint32Array, counts: Uint16Array, bytes: Uint8Array) {
    this.prefixes = prefixes;
    this.offsets = offsets;
    this.counts = counts;
    this.bytes = bytes;
    // The table takes 4 MB: not for a short list.
    this.nanp = new Int32Array(prefixes.length > SHORT_LIST ? NANP_EXCHANGES : 0).fill(-1);
    for (let index = 0; index < prefixes.length; index += 1) {
      const prefix = prefixes[index] as number;
      const isBitset = (counts[index] as number) > SPARSE_LIMIT;
      if (this.nanp.length > 0 && prefix >= NANP_FIRST && prefix < NANP_FIRST + NANP_EXCHANGES)
        this.nanp[prefix - NANP_FIRST] = isBitset ? (offsets[index] as number) / 2 : -2 - index;
      else this.others.set(prefix, index);
    }
  }

  has(key: number): boolean {
    const prefix = Math.floor(key / EXCHANGE_SIZE);
    const line = key - prefix * EXCHANGE_SIZE;
    const exchange = prefix - NANP_FIRST;
    if (exchange >= 0 && exchange < NANP_EXCHANGES && this.nanp.length > 0) {
      const place = this.nanp[exchange] as number;
      if (place >= 0) return (((this.bytes[place * 2 + (line >> 3)] as number) >> (line & 7)) & 1) === 1;
      return place === -1 ? false : this.inSlab(-2 - place, line);
    }
    const index = this.others.get(prefix);
    return index === undefined ? false : this.inSlab(index, line);
  }

  private inSlab(index: number, line: number): boolean {
    const count = this.counts[index] as number;
    const offset = this.offsets[index] as number;
    return count > SPARSE_LIMIT
      ? (((this.bytes[offset + (line >> 3)] as number) >> (line & 7)) & 1) === 1
      : this.inList(offset, count, line);
  }

  private inList(offset: number, count: number, line: number): boolean {
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >> 1;
      const value = this.valueAt(offset + middle * 2);
      if (value === line) return true;
      if (value < line) low = middle + 1;
      else high = middle;
    }
    return false;
  }

  private valueAt(at: number): number {
    return (this.bytes[at] as number) | ((this.bytes[at + 1] as number) << 8);
  }

  fill(index: number, bitset: Uint8Array): void {
    const count = this.counts[index] as number;
    const offset = this.offsets[index] as number;
    if (count > SPARSE_LIMIT) {
      for (let byte = 0; byte < BITSET_BYTES; byte += 1)
        bitset[byte] = (bitset[byte] as number) | (this.bytes[offset + byte] as number);
      return;
    }
    for (let item = 0; item < count; item += 1) setBit(bitset, this.valueAt(offset + item * 2));
  }
}

const setBit = (bitset: Uint8Array, line: number): void =>
  void (bitset[line >> 3] = (bitset[line >> 3] as number) | (1 << (line & 7)));

interface Parsed {
  readonly day: number;
  readonly source: string;
  readonly count: number;
  readonly additions: Slabs;
  readonly removals: Slabs | undefined;
}

/** Checks and opens the bytes of a file. */
function parse(given: Uint8Array): Parsed {
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
      'The file is no do-not-call set: it does not begin with ODNC.',
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

function headerOf(info: DoNotCallListInfo): SetHeader {
  const day = parseCivilDate(info.date);
  if (day === undefined) throw new ComplianceInputError('date', "must be 'YYYY-MM-DD'");
  return { day, source: info.source };
}

/** A list of numbers that are not called. Immutable. */
export class DoNotCallSet {
  /** 'YYYY-MM-DD' on which the list was obtained. */
  readonly date: string;
  /** Where it comes from. */
  readonly source: string;
  /** Numbers in the list. */
  readonly size: number;
  private readonly parsed: Parsed;

  private constructor(parsed: Parsed) {
    this.parsed = parsed;
    this.date = formatCivilDate(parsed.day);
    this.source = parsed.source;
    this.size = parsed.count;
  }

  /**
   * Opens a file's bytes without copying them; do not change them afterwards.
   *
   * @throws DoNotCallFormatError where they are truncated, corrupt, of another version, or a delta
   */
  static fromBytes(bytes: Uint8Array): DoNotCallSet {
    const parsed = parse(bytes);
    if (parsed.removals)
      throw new DoNotCallFormatError('not-a-set', 'The file is a delta: merge it into a set.');
    return new DoNotCallSet(parsed);
  }

  /**
   * Builds a set from E.164 texts. @throws ComplianceInputError naming the position of a number that cannot
   * be read
   */
  static fromNumbers(numbers: Iterable<string>, info: DoNotCallListInfo): DoNotCallSet {
    const builder = new DoNotCallBuilder();
    builder.addAll(numbers);
    return DoNotCallSet.fromBytes(joinChunks(builder.toChunks(info)));
  }

  /** True where the E.164 number is in the list. */
  has(phone: string): boolean {
    return this.hasKey(phoneKey(phone));
  }

  /** True where the number is in the list, by its digits read as an integer: 12025550100. The fastest way. */
  hasKey(key: number): boolean {
    return this.parsed.additions.has(key);
  }

  /** Age at an instant, in whole days of 24 hours since the start of its date in UTC. */
  ageInDays(at: number): number {
    return Math.floor((at - this.parsed.day * DAY_MS) / DAY_MS);
  }

  /** Epoch ms for `campaign.doNotCallVersionAt`: the start of its date in UTC. */
  get versionAt(): number {
    return this.parsed.day * DAY_MS;
  }

  /** The file's bytes in pieces of at most 4 MiB, for writing without a second copy in memory. */
  toChunks(): Generator<Uint8Array> {
    return writeChunks(this.parsed.additions, { day: this.parsed.day, source: this.source });
  }

  /** The file's bytes. */
  toBytes(): Uint8Array {
    return joinChunks(this.toChunks());
  }

  /**
   * The file that results from merging a delta, in pieces; this set stays as it is.
   *
   * @throws DoNotCallFormatError where the delta cannot be read
   */
  mergedChunks(delta: Uint8Array): Generator<Uint8Array> {
    const change = parse(delta);
    if (!change.removals) throw new DoNotCallFormatError('not-a-set', 'The file is a set, not a delta.');
    if (change.day < this.parsed.day)
      throw new ComplianceInputError(
        'delta.date',
        `the delta of ${formatCivilDate(change.day)} is older than the list of ${this.date}`,
      );
    return writeChunks(merge(this.parsed.additions, change.additions, change.removals), {
      day: change.day,
      source: this.source,
    });
  }

  /** A new set with the delta merged. */
  merged(delta: Uint8Array): DoNotCallSet {
    return DoNotCallSet.fromBytes(joinChunks(this.mergedChunks(delta)));
  }
}

/** Base and additions without removals, slab by slab. A number both removed and added stays. */
function merge(base: Slabs, additions: Slabs, removals: Slabs): SlabSource {
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

/** Collects numbers for a set. */
export class DoNotCallBuilder {
  private readonly slabs = new Map<number, Uint8Array>();
  private lastPrefix = -1;
  private lastSlab = new Uint8Array(0);
  private nanp: (Uint8Array | undefined)[] | undefined;

  /** Adds a number by its digits read as an integer. */
  addKey(key: number): void {
    const prefix = Math.floor(key / EXCHANGE_SIZE);
    if (prefix !== this.lastPrefix) {
      this.lastSlab = this.slabOf(prefix);
      this.lastPrefix = prefix;
    }
    setBit(this.lastSlab, key - prefix * EXCHANGE_SIZE);
  }

  private slabOf(prefix: number): Uint8Array<ArrayBuffer> {
    const exchange = prefix - NANP_FIRST;
    const isNanp = exchange >= 0 && exchange < NANP_EXCHANGES;
    const known = isNanp && this.nanp ? this.nanp[exchange] : this.slabs.get(prefix);
    if (known) return known as Uint8Array<ArrayBuffer>;
    const slab = new Uint8Array(BITSET_BYTES);
    this.slabs.set(prefix, slab);
    if (isNanp && this.nanp) this.nanp[exchange] = slab;
    else if (this.slabs.size === SHORT_LIST) this.tabulate();
    return slab;
  }

  /** From here on the list is long enough for a table of exchanges. */
  private tabulate(): void {
    const table = new Array<Uint8Array | undefined>(NANP_EXCHANGES).fill(undefined);
    for (const [prefix, slab] of this.slabs)
      if (prefix >= NANP_FIRST && prefix < NANP_FIRST + NANP_EXCHANGES) table[prefix - NANP_FIRST] = slab;
    this.nanp = table;
  }

  /** Adds E.164 texts. @throws ComplianceInputError naming the position of a number that cannot be read */
  addAll(numbers: Iterable<string>): this {
    let position = 0;
    for (const number of numbers) {
      position += 1;
      const key = phoneKey(number);
      if (Number.isNaN(key))
        throw new ComplianceInputError(`numbers[${position - 1}]`, 'is no E.164 number such as +12025550100');
      this.addKey(key);
    }
    return this;
  }

  /** The file's bytes in pieces. */
  toChunks(info: DoNotCallListInfo): Generator<Uint8Array> {
    return writeChunks(this.source(), headerOf(info));
  }

  /** The set. */
  build(info: DoNotCallListInfo): DoNotCallSet {
    return DoNotCallSet.fromBytes(joinChunks(this.toChunks(info)));
  }

  /** Slabs in order, for the writer. */
  source(): SlabSource {
    const prefixes = Float64Array.from(this.slabs.keys()).sort();
    return {
      prefixes,
      fill: (index, bitset) => bitset.set(this.slabs.get(prefixes[index] as number) as Uint8Array),
    };
  }
}

/** The bytes of a delta: numbers that came and numbers that went. */
export function doNotCallDelta(
  change: { readonly added: Iterable<string>; readonly removed: Iterable<string> },
  info: DoNotCallListInfo,
): Uint8Array {
  const added = new DoNotCallBuilder().addAll(change.added);
  const removed = new DoNotCallBuilder().addAll(change.removed);
  return joinChunks(writeChunks(added.source(), headerOf(info), removed.source()));
}
