/**
 * Members of a group by age, with the moments of how many of them end soon. The cost of a fact does not
 * depend on the number of calls and agents.
 */
import type { DurationGrid } from '../estimation/duration-grid.js';

/** One member of a ladder: a call in flight, a conversation or a wrap-up. */
export interface LadderEntry {
  readonly since: number;
  readonly group: number;
  cell: number;
  previous: LadderEntry | undefined;
  next: LadderEntry | undefined;
}

/**
 * Probabilities of "it happens within the j-th horizon" for each group and cell: `table[(group * cells +
 * cell) * columns + j]`.
 */
export type OddsTable = Float64Array;

/**
 * Mean of one member in each column, then its variance, third and fourth cumulant in those columns of which
 * the distribution matters: one row for each group and cell.
 */
export type MomentRows = Float64Array;

/**
 * The moments of these probabilities; `columns` of them to each group and cell, the first `counted` of which
 * need more than the mean.
 */
export function rowsOf(table: OddsTable, columns: number, counted: number = columns): MomentRows {
  const rowLength = columns + 3 * counted;
  const slots = table.length / columns;
  const rows = new Float64Array(rowLength * slots);
  for (let slot = 0; slot < slots; slot += 1) {
    const base = rowLength * slot;
    const cumulants = base + columns;
    for (let j = 0; j < columns; j += 1) {
      const q = table[slot * columns + j]!;
      rows[base + j] = q;
      if (j >= counted) continue;
      const v = q * (1 - q);
      rows[cumulants + j] = v;
      rows[cumulants + counted + j] = v * (1 - 2 * q);
      rows[cumulants + 2 * counted + j] = v * (1 - 6 * v);
    }
  }
  return rows;
}

/**
 * Least time between two moves of members to older cells, ms: a tenth of the narrowest cell. Members that
 * cross an edge meanwhile move together.
 */
const MOVE_INTERVAL_MS = 100;

/**
 * Members counted by cells of age, with the moments of how many of them end within each of a few horizons.
 *
 * Each cell is a list in order of age, so that time passing moves only those that cross an edge, and the
 * moments are corrected by their difference. The cost of a fact does not depend on how many there are.
 */
export class AgeLadder {
  readonly grid: DurationGrid;
  readonly groups: number;
  readonly columns: number;
  /** Members by group and cell. */
  readonly counts: Int32Array;
  /** Columns of which there are cumulants beyond the mean. */
  readonly counted: number;
  /** For each column the expected number; for the first ones its variance, third and fourth cumulant. */
  readonly mean: Float64Array;
  readonly variance: Float64Array;
  readonly third: Float64Array;
  readonly fourth: Float64Array;
  size = 0;
  /** What counts against the members in each of the first columns: a Poisson number with this mean. */
  readonly against: Float64Array;
  #rows: MomentRows;
  readonly #rowLength: number;
  /** Sums of the rows of all members; the cumulants are views of it. */
  readonly #sums: Float64Array;
  readonly #oldest: (LadderEntry | undefined)[];
  readonly #youngest: (LadderEntry | undefined)[];
  /** Members of each group that cross the edge looked at. */
  readonly #moved: Int32Array;
  /** No member crosses an edge before this instant. */
  #due = Infinity;

  /** @param counted columns, from the first, of which the distribution matters and not only the mean */
  constructor(grid: DurationGrid, groups: number, columns: number, counted: number = columns) {
    this.grid = grid;
    this.groups = groups;
    this.columns = columns;
    this.counted = counted;
    this.#rowLength = columns + 3 * counted;
    this.counts = new Int32Array(groups * grid.cells);
    this.#moved = new Int32Array(groups);
    this.#rows = new Float64Array(groups * grid.cells * this.#rowLength);
    this.#sums = new Float64Array(this.#rowLength);
    this.against = new Float64Array(counted);
    this.mean = this.#sums.subarray(0, columns);
    this.variance = this.#sums.subarray(columns, columns + counted);
    this.third = this.#sums.subarray(columns + counted, columns + 2 * counted);
    this.fourth = this.#sums.subarray(columns + 2 * counted);
    this.#oldest = new Array<LadderEntry | undefined>(grid.cells).fill(undefined);
    this.#youngest = new Array<LadderEntry | undefined>(grid.cells).fill(undefined);
  }

  add(since: number, group: number, now: number): LadderEntry {
    const entry: LadderEntry = {
      since,
      group,
      cell: this.grid.cellOf(now - since),
      previous: undefined,
      next: undefined,
    };
    this.#link(entry);
    const slot = this.#slotOf(entry);
    this.counts[slot]! += 1;
    this.#addRow(slot, 1);
    this.size += 1;
    return entry;
  }

  remove(entry: LadderEntry): void {
    this.#unlink(entry);
    const slot = this.#slotOf(entry);
    this.counts[slot]! -= 1;
    this.#addRow(slot, -1);
    this.size -= 1;
    // Rounding errors of the sums must not outlive the last member.
    if (this.size === 0) this.#clearSums();
  }

  /** Counts a Poisson number with these means, one a column, against the members. */
  setAgainst(means: Float64Array): void {
    for (let j = 0; j < this.counted; j += 1) this.#addAgainst(j, means[j]! - this.against[j]!);
    this.against.set(means);
  }

  /** Moves members whose age has passed the end of their cell to the cell of their age. */
  advance(now: number): void {
    if (now < this.#due) return;
    // Linking a member that moves into an empty cell lowers it again.
    this.#due = Infinity;
    const { edges, cells } = this.grid;
    // Oldest cells first, so that no member is visited twice.
    for (let cell = cells - 2; cell >= 0; cell -= 1) {
      let entry = this.#oldest[cell];
      if (entry === undefined) continue;
      const limit = edges[cell + 1]!;
      const next = edges[cell + 2] ?? Infinity;
      const moved = this.#moved;
      let some = false;
      while (entry !== undefined && entry.since + limit <= now) {
        // Almost all move by one cell: their moments are corrected together.
        if (entry.since + next > now) {
          this.#shift(entry, cell + 1);
          moved[entry.group]! += 1;
          some = true;
        } else this.#moveToCellOfAge(entry, now);
        entry = this.#oldest[cell];
      }
      for (let group = 0; some && group < this.groups; group += 1) {
        if (moved[group]! > 0)
          this.#moveRows({ from: group * cells + cell, to: group * cells + cell + 1, count: moved[group]! });
        moved[group] = 0;
      }
      if (entry !== undefined && entry.since + limit < this.#due) this.#due = entry.since + limit;
    }
    this.#due = Math.max(this.#due, now + MOVE_INTERVAL_MS);
  }

  /** Takes new probabilities and sums the moments again. */
  setTable(table: OddsTable): void {
    this.setRows(rowsOf(table, this.columns, this.counted));
  }

  /** The same with the moments of each slot, which ladders of one grid share. */
  setRows(rows: MomentRows): void {
    this.#rows = rows;
    this.#clearSums();
    this.counts.forEach((count, slot) => {
      if (count > 0) this.#addRow(slot, count);
    });
  }

  /** Probability of column j for members of this slot (group * cells + cell). */
  probability(slot: number, j: number): number {
    return this.#rows[slot * this.#rowLength + j]!;
  }

  /** Visits every group and cell that has members, with the age in the middle of the cell. */
  forEachCell(visit: (group: number, age: number, count: number) => void): void {
    const { cells } = this.grid;
    for (let slot = 0; slot < this.counts.length; slot += 1) {
      const count = this.counts[slot]!;
      if (count > 0) visit(Math.floor(slot / cells), this.grid.middleOf(slot % cells), count);
    }
  }

  #clearSums(): void {
    this.#sums.fill(0);
    for (let j = 0; j < this.counted; j += 1) this.#addAgainst(j, this.against[j]!);
  }

  /** All cumulants of a Poisson variable are its mean; the odd ones change sign with it. */
  #addAgainst(j: number, mean: number): void {
    this.mean[j]! -= mean;
    this.variance[j]! += mean;
    this.third[j]! -= mean;
    this.fourth[j]! += mean;
  }

  /** Moves one member over more than one cell, after a long time without facts. */
  #moveToCellOfAge(entry: LadderEntry, now: number): void {
    const from = this.#slotOf(entry);
    this.#shift(entry, this.grid.cellOf(now - entry.since));
    this.#moveRows({ from, to: this.#slotOf(entry), count: 1 });
  }

  #shift(entry: LadderEntry, cell: number): void {
    this.#unlink(entry);
    entry.cell = cell;
    this.#link(entry);
  }

  #moveRows({ from, to, count }: { from: number; to: number; count: number }): void {
    this.counts[from]! -= count;
    this.counts[to]! += count;
    const rows = this.#rows;
    const sums = this.#sums;
    const rowLength = this.#rowLength;
    const [a, b] = [from * rowLength, to * rowLength];
    for (let i = 0; i < rowLength; i += 1) sums[i]! += count * (rows[b + i]! - rows[a + i]!);
  }

  #addRow(slot: number, count: number): void {
    const rows = this.#rows;
    const sums = this.#sums;
    const rowLength = this.#rowLength;
    const base = slot * rowLength;
    for (let i = 0; i < rowLength; i += 1) sums[i]! += count * rows[base + i]!;
  }

  #slotOf(entry: LadderEntry): number {
    return entry.group * this.grid.cells + entry.cell;
  }

  #link(entry: LadderEntry): void {
    const { cell } = entry;
    const last = this.#youngest[cell];
    entry.previous = last;
    entry.next = undefined;
    if (last === undefined) this.#oldest[cell] = entry;
    else last.next = entry;
    this.#youngest[cell] = entry;
    const edge = this.grid.edges[cell + 1];
    if (last === undefined && edge !== undefined && entry.since + edge < this.#due)
      this.#due = entry.since + edge;
  }

  #unlink({ cell, previous, next }: LadderEntry): void {
    if (previous === undefined) this.#oldest[cell] = next;
    else previous.next = next;
    if (next === undefined) this.#youngest[cell] = previous;
    else next.previous = previous;
  }
}
