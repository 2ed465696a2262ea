/**
 * A do-not-call list of national size, read from bytes and looked up in place. Pure: bytes in, bytes out.
 * Files, compression and atomic replacement are in the store.
 */
import { ComplianceInputError, DoNotCallFormatError } from '../errors.js';
import { DAY_MS, formatCivilDate } from '../time/civil-date.js';
import { CollectedNumbers } from './collected-numbers.js';
import { phoneKey } from './format.js';
import type { DoNotCallListInfo } from './list-info.js';
import { merge } from './merge.js';
import { parseFile, type ParsedFile } from './read-file.js';
import { joinChunks, writeChunks } from './slab-writer.js';

/** A list of numbers that are not called. Immutable. */
export class DoNotCallSet {
  /** 'YYYY-MM-DD' on which the list was obtained. */
  readonly date: string;
  /** Where it comes from. */
  readonly source: string;
  /** Numbers in the list. */
  readonly size: number;
  readonly #parsed: ParsedFile;

  private constructor(parsed: ParsedFile) {
    this.#parsed = parsed;
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
    const parsed = parseFile(bytes);
    if (parsed.removals)
      throw new DoNotCallFormatError('not-a-set', 'The file is a delta: merge it into a set.');
    return new DoNotCallSet(parsed);
  }

  /**
   * Builds a set from E.164 texts. @throws ComplianceInputError naming the position of a number that cannot
   * be read
   */
  static fromNumbers(numbers: Iterable<string>, info: DoNotCallListInfo): DoNotCallSet {
    const builder = new CollectedNumbers();
    builder.addAll(numbers);
    return DoNotCallSet.fromBytes(joinChunks(builder.toChunks(info)));
  }

  /** True where the E.164 number is in the list. */
  has(phone: string): boolean {
    return this.hasKey(phoneKey(phone));
  }

  /** True where the number is in the list, by its digits read as an integer: 12025550100. The fastest way. */
  hasKey(key: number): boolean {
    return this.#parsed.additions.has(key);
  }

  /** Age at an instant, in whole days of 24 hours since the start of its date in UTC. */
  ageInDays(at: number): number {
    return Math.floor((at - this.#parsed.day * DAY_MS) / DAY_MS);
  }

  /** Epoch ms for `campaign.doNotCallVersionAt`: the start of its date in UTC. */
  get versionAt(): number {
    return this.#parsed.day * DAY_MS;
  }

  /** The file's bytes in pieces of at most 4 MiB, for writing without a second copy in memory. */
  toChunks(): Generator<Uint8Array> {
    return writeChunks(this.#parsed.additions, { day: this.#parsed.day, source: this.source });
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
    const change = parseFile(delta);
    if (!change.removals) throw new DoNotCallFormatError('not-a-set', 'The file is a set, not a delta.');
    if (change.day < this.#parsed.day)
      throw new ComplianceInputError(
        'delta.date',
        `the delta of ${formatCivilDate(change.day)} is older than the list of ${this.date}`,
      );
    return writeChunks(merge(this.#parsed.additions, change.additions, change.removals), {
      day: change.day,
      source: this.source,
    });
  }

  /** A new set with the delta merged. */
  merged(delta: Uint8Array): DoNotCallSet {
    return DoNotCallSet.fromBytes(joinChunks(this.mergedChunks(delta)));
  }
}
