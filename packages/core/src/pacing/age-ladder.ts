import type { DurationGrid } from '../estimation/duration-grid.js';

/** One member of a ladder: a call in flight, a conversation, a wrap-up. */
export interface LadderEntry {
  readonly since: number;
  readonly group: number;
  cell: number;
  previous: LadderEntry | undefined;
  next: LadderEntry | undefined;
}

/** Probabilities of "it happens within the j-th horizon" for each group and cell: `table[(group * cells + cell) * horizons + j]`. */
export type OddsTable = Float64Array;

/**
 * Things that age, counted by cells of age, with the moments of how many of them end within each of a few horizons.
 *
 * Each cell is a list in order of age, so that time passing moves only those that cross an edge, and the moments are corrected by
 * their difference. The cost of a fact does not depend on how many there are.
 */
export class AgeLadder {
  readonly grid: DurationGrid;
  readonly groups: number;
  readonly horizons: number;
  /** Members by group and cell. */
  readonly counts: Int32Array;
  /** For each horizon: expected number, its variance, its third cumulant. */
  readonly mean: Float64Array;
  readonly variance: Float64Array;
  readonly third: Float64Array;
  size = 0;
  private table: OddsTable;
  private readonly oldest: (LadderEntry | undefined)[];
  private readonly youngest: (LadderEntry | undefined)[];
  /** No member crosses an edge before this instant. */
  private due = Infinity;

  constructor(grid: DurationGrid, groups: number, horizons: number) {
    this.grid = grid;
    this.groups = groups;
    this.horizons = horizons;
    this.counts = new Int32Array(groups * grid.cells);
    this.mean = new Float64Array(horizons);
    this.variance = new Float64Array(horizons);
    this.third = new Float64Array(horizons);
    this.table = new Float64Array(groups * grid.cells * horizons);
    this.oldest = new Array<LadderEntry | undefined>(grid.cells).fill(undefined);
    this.youngest = new Array<LadderEntry | undefined>(grid.cells).fill(undefined);
  }

  add(since: number, group: number, now: number): LadderEntry {
    const entry: LadderEntry = { since, group, cell: this.grid.cellOf(now - since), previous: undefined, next: undefined };
    this.append(entry);
    this.size += 1;
    return entry;
  }

  remove(entry: LadderEntry): void {
    this.unlink(entry);
    this.size -= 1;
    // Sums of rounding errors must not survive the last member.
    if (this.size === 0) this.clearMoments();
  }

  /** Moves whoever has grown too old for his cell. */
  advance(now: number): void {
    if (now < this.due) return;
    this.due = Infinity;
    const { edges, cells } = this.grid;
    // Oldest cells first, so that nobody is looked at twice.
    for (let cell = cells - 2; cell >= 0; cell -= 1) {
      const limit = edges[cell + 1]!;
      let entry = this.oldest[cell];
      while (entry !== undefined && entry.since + limit <= now) {
        this.unlink(entry);
        entry.cell = this.grid.cellOf(now - entry.since);
        this.append(entry);
        entry = this.oldest[cell];
      }
      if (entry !== undefined && entry.since + limit < this.due) this.due = entry.since + limit;
    }
  }

  /** Takes new probabilities and sums the moments afresh. */
  setTable(table: OddsTable): void {
    this.table = table;
    this.clearMoments();
    for (let slot = 0; slot < this.counts.length; slot += 1) {
      const count = this.counts[slot]!;
      if (count > 0) this.shift(slot, count);
    }
  }

  /** Probability of ending within the j-th horizon for members of this slot (group * cells + cell). */
  probability(slot: number, horizon: number): number {
    return this.table[slot * this.horizons + horizon]!;
  }

  /** Every member. */
  * entries(): Generator<LadderEntry> {
    for (const head of this.oldest) for (let entry = head; entry !== undefined; entry = entry.next) yield entry;
  }

  private append(entry: LadderEntry): void {
    const { cell } = entry;
    const last = this.youngest[cell];
    entry.previous = last;
    entry.next = undefined;
    if (last === undefined) this.oldest[cell] = entry;
    else last.next = entry;
    this.youngest[cell] = entry;
    const edge = this.grid.edges[cell + 1];
    if (edge !== undefined && entry.since + edge < this.due) this.due = entry.since + edge;
    const slot = entry.group * this.grid.cells + cell;
    this.counts[slot]! += 1;
    this.shift(slot, 1);
  }

  private unlink(entry: LadderEntry): void {
    const { cell, previous, next } = entry;
    if (previous === undefined) this.oldest[cell] = next;
    else previous.next = next;
    if (next === undefined) this.youngest[cell] = previous;
    else next.previous = previous;
    const slot = entry.group * this.grid.cells + cell;
    this.counts[slot]! -= 1;
    this.shift(slot, -1);
  }

  private shift(slot: number, count: number): void {
    const base = slot * this.horizons;
    for (let j = 0; j < this.horizons; j += 1) {
      const q = this.table[base + j]!;
      const v = q * (1 - q);
      this.mean[j]! += count * q;
      this.variance[j]! += count * v;
      this.third[j]! += count * v * (1 - 2 * q);
    }
  }

  private clearMoments(): void {
    this.mean.fill(0);
    this.variance.fill(0);
    this.third.fill(0);
  }
}
