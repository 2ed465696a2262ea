/**
 * Compares the rows of the tables with what the trail states of them, in both directions and in constant
 * memory: sums say whether they are the same, filters name the rows that are not.
 */
import { countOf } from '@outdial/core';
import { DigestFilter } from './digest-filter.js';
import type { Findings } from './findings.js';
import type { BaselineDetail } from './baseline.js';
import { RowSum } from './row-sum.js';
import type { RowFound, StatedPart } from './row-pages.js';

/** What is compared: the parts that entries state, and the records that decisions name. */
export type TalliedPart = StatedPart | 'decision_records';

/** What a break calls a part. */
const NAMES: Readonly<Record<TalliedPart, string>> = {
  answers: 'answers of flows',
  attempt_ends: 'ends of attempts',
  attempts: 'attempts',
  campaigns: 'campaigns',
  consents: 'consents',
  contacts: 'contacts',
  decision_records: 'records of decisions',
  decisions: 'decisions',
  do_not_call: 'the do-not-call list',
  erased_records: 'erased records of decisions',
  import_ends: 'ends of imports',
  imports: 'imports',
  kill_switch: 'the kill switch',
  late_ends: 'late ends of attempts',
  learned: 'learned facts',
  standing_orders: 'emergencies and holds',
};

/** Rows named for a part; their sum says that there are more. */
const NAMED_MOST = 20;

interface Part {
  readonly stated: RowSum;
  readonly found: RowSum;
  /** Rows that no entry names: older than the baseline, invented, or changed. */
  readonly unnamed: RowSum;
  readonly names: string[];
}

/** The comparison of one check. Entries are stated first, then rows are found. */
export class RowTally {
  readonly #findings: Findings;
  readonly #baseline: BaselineDetail['sums'];
  readonly #parts = new Map<TalliedPart, Part>();
  readonly #statedDigests: DigestFilter;
  readonly #foundDigests: DigestFilter;
  readonly #goneDigests: DigestFilter;

  /** `expected`: about how many rows there are. */
  constructor(findings: Findings, baseline: BaselineDetail['sums'], expected: number) {
    this.#findings = findings;
    this.#baseline = baseline;
    this.#statedDigests = new DigestFilter(expected);
    this.#foundDigests = new DigestFilter(expected);
    this.#goneDigests = new DigestFilter(expected);
  }

  /** An entry states a row; with -1 that it is gone. */
  state(part: TalliedPart, digest: string, times: 1 | -1 = 1): void {
    this.#part(part).stated.add(digest, times);
    if (times === 1) this.#statedDigests.add(digest);
    else this.#goneDigests.add(digest);
  }

  /** A row was read. */
  find({ part, digest, name }: Omit<RowFound, 'part'> & { readonly part: TalliedPart }): void {
    const of = this.#part(part);
    of.found.add(digest);
    this.#foundDigests.add(digest);
    if (this.#statedDigests.has(digest)) return;
    of.unnamed.add(digest);
    if (of.names.length < NAMED_MOST) of.names.push(name);
  }

  /**
   * The parts whose rows are not those that the trail states. `isKnown` leaves out rows that were named
   * before.
   */
  compare(isKnown: (name: string) => boolean): readonly TalliedPart[] {
    const differing: TalliedPart[] = [];
    for (const part of new Set([...this.#parts.keys(), ...(Object.keys(this.#baseline) as StatedPart[])])) {
      const { stated, found, unnamed, names } = this.#part(part);
      const before = this.#before(part);
      const expected = this.#before(part);
      expected.addSum(stated.stated());
      // With a baseline the filter may take one of its rows for a stated one, so only the sum decides.
      if (found.equals(expected) && (before.count > 0 || unnamed.count === 0)) continue;
      differing.push(part);
      if (before.count === 0) this.#name(part, names, isKnown);
      else if (!unnamed.equals(before)) this.#sayOfBefore(part, unnamed.count, before.count);
    }
    return differing;
  }

  /** True where a row that an entry states was neither read nor taken away since. */
  isMissing(digest: string): boolean {
    return !this.#foundDigests.has(digest) && !this.#goneDigests.has(digest);
  }

  /** Rows read. */
  get rows(): number {
    return [...this.#parts.values()].reduce((sum, { found }) => sum + found.count, 0);
  }

  /** The difference of a part, where no single row shows it. */
  difference(part: TalliedPart): string {
    const { stated, found } = this.#part(part);
    const expected = this.#before(part).count + stated.count;
    return (
      `${NAMES[part]}: the trail states ${countOf(expected, 'row')}, the table holds ${found.count} ` +
      `or others`
    );
  }

  #name(part: TalliedPart, names: readonly string[], isKnown: (name: string) => boolean): void {
    for (const name of names)
      if (!isKnown(name))
        this.#findings.add(name, `no entry of the trail states this row as it is (${NAMES[part]})`);
  }

  #sayOfBefore(part: TalliedPart, count: number, before: number): void {
    this.#findings.add(
      `rows ${part}`,
      `${NAMES[part]}: ${countOf(count, 'row')} that no entry states, where the baseline counted ` +
        `${before}; they are ` +
        'more, fewer or others than at the baseline',
    );
  }

  #before(part: TalliedPart): RowSum {
    const sum = new RowSum();
    const stated = part === 'decision_records' ? undefined : this.#baseline[part];
    if (stated) sum.addSum(stated);
    return sum;
  }

  #part(part: TalliedPart): Part {
    const known = this.#parts.get(part);
    if (known) return known;
    const made = { stated: new RowSum(), found: new RowSum(), unnamed: new RowSum(), names: [] };
    this.#parts.set(part, made);
    return made;
  }
}
